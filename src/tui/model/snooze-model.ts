import { wakeScheduled } from '../../app/work/wake-scheduled.ts';
import { formsTexts } from '../../i18n/forms-texts.ts';
import { createTimeText } from '../present/time-text.ts';
import { afterChange, targets } from './act.ts';
import { runFromForm } from './form-command.ts';
import { openForm } from './form-model.ts';
import type { FormValues } from './form-state.ts';
import { say, texts, type Ui } from './ui.ts';

/** Asks until when a ticket is put off, and why. */
export function askSnooze(ui: Ui): void {
  const ids = targets(ui);
  const [only] = ids;
  const ticket = only !== undefined && ids.length === 1 ? ui.desk().tickets.byId(only) : null;
  const w = formsTexts(ui.store.get().language).work;
  const base = { value: '', isRequired: true } as const;
  openForm(ui, {
    id: 'snooze',
    title: ticket ? w.snoozeTitle(ticket.number) : w.snoozeMany(ids.length),
    submitTitle: w.snoozeSubmit,
    ticketId: ticket?.id ?? null,
    fields: [
      { ...base, id: 'until', label: w.snoozeUntil, hint: w.snoozeUntilHint, type: 'time' },
      {
        ...base,
        id: 'reason',
        label: w.snoozeReason,
        hint: w.snoozeReasonHint,
        type: 'text',
        isRequired: false,
      },
    ],
    submit: (values) => snooze(ui, ids, values),
  });
}

function snooze(ui: Ui, ids: readonly string[], { until = '', reason = '' }: FormValues) {
  const at = Date.parse(until);
  const time = createTimeText(ui.desk().config.timeZone, ui.store.get().language);
  const shown = time.at(at, ui.desk().clock.now());
  return runFromForm(ui, ids, {
    command: { type: 'schedule', until: at, reason },
    done: (number) => texts(ui).toastScheduled(number, shown),
  });
}

/** More numbers than these are no news but a list. */
const TOLD = 3;

/** Brings back what was put off until now, and says so. */
export function wakeDue(ui: Ui): void {
  const woken = wakeScheduled(ui.desk());
  if (woken.length === 0) return;
  afterChange(ui);
  const w = formsTexts(ui.store.get().language).work;
  const numbers = woken.slice(0, TOLD).map(({ number }) => number);
  const more = woken.length - numbers.length;
  const said = numbers.join(', ');
  say(ui, more > 0 ? w.wokenMore(said, more) : w.woken(said));
}
