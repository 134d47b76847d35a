import type { Priority } from '../../domain/vocabulary.ts';
import { formsTexts } from '../../i18n/forms-texts.ts';
import { actOnTargets, targets } from './act.ts';
import { runFromForm } from './form-command.ts';
import { openForm } from './form-model.ts';
import type { FormProblem, FormValues } from './form-state.ts';
import { clockOf } from './form-values.ts';
import { openPicker } from './overlays.ts';
import { ratingFields, ratingOf } from './rating-fields.ts';
import { texts, type Ui } from './ui.ts';

/** Asks what gives the priority: two questions, or a list where the desk has none. */
export function askPriority(ui: Ui): void {
  const ids = targets(ui);
  const { config, tickets } = ui.desk();
  const { priorityMatrix: matrix } = config;
  if (matrix === null) return pickPriority(ui, ids);
  const [only] = ids;
  const ticket = only !== undefined && ids.length === 1 ? tickets.byId(only) : null;
  const w = formsTexts(ui.store.get().language).rating;
  const { impact = '', urgency = '' } = ticket ?? {};
  openForm(ui, {
    id: 'priority',
    title: ticket ? w.title(ticket.number) : w.titleMany(ids.length),
    submitTitle: w.submit,
    ticketId: ticket?.id ?? null,
    fields: ratingFields(config, matrix, { impact, urgency, isRequired: true }, clockOf(ui)),
    submit: (values) => rate(ui, ids, values),
  });
}

function rate(ui: Ui, ids: readonly string[], values: FormValues): FormProblem | null {
  const rating = ratingOf(values);
  if (rating === null) return null;
  const { tickets } = ui.desk();
  const priorityOf = (number: string) => tickets.byId(tickets.idByNumber(number) ?? '')?.priority;
  return runFromForm(ui, ids, {
    command: { type: 'rate-priority', ...rating },
    done: (number) => texts(ui).toastPriority(number, priorityOf(number) ?? ''),
  });
}

function pickPriority(ui: Ui, ids: readonly string[]): void {
  const t = texts(ui);
  const { language } = ui.store.get();
  const choices = ui.desk().config.priorities.map(({ code, name }) => {
    return { id: code, label: `${code} ${name[language]}`, detail: '', disabled: null };
  });
  openPicker(ui, {
    purpose: 'priority',
    title: t.pickPriority,
    isSearchable: false,
    choices,
    choose: ({ id }) => {
      // The choices are the priorities of the pack.
      const fields = { priority: id as Priority };
      actOnTargets(ui, ids, { type: 'set-fields', fields }, (number) =>
        t.toastPriority(number, id),
      );
    },
  });
}
