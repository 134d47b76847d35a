import { registerTicket } from '../../../app/ticket/register-ticket.ts';
import { practiceTuiTexts } from '../../../i18n/practice-tui-texts.ts';
import { afterChange, refusalText } from '../act.ts';
import { openForm } from '../form-model.ts';
import type { FormValues } from '../form-state.ts';
import { openPicker } from '../overlays.ts';
import { say, type Ui } from '../ui.ts';

/** Asks what went well and badly in a drill, and what is to be done about it. */
export function openDebrief(ui: Ui): void {
  const { review } = ui.store.get().practice;
  const t = practiceTuiTexts(ui.store.get().language).debrief;
  if (!review) return;
  const { runId, scenario } = review.run;
  const long = { type: 'long-text', hint: '', value: '', isRequired: false } as const;
  openForm(ui, {
    id: `practice-debrief-${runId}`,
    title: t.title(scenario.title),
    submitTitle: t.submit,
    ticketId: null,
    fields: [
      { ...long, id: 'well', label: t.well },
      { ...long, id: 'badly', label: t.badly },
      { ...long, id: 'actions', label: t.actions },
    ],
    keepsDraft: () => true,
    submit: (values) => {
      askToRegister(ui, scenario.title, values);
      return null;
    },
  });
}

/** What is to be done becomes live work only when somebody says so. */
function askToRegister(ui: Ui, title: string, values: FormValues): void {
  const t = practiceTuiTexts(ui.store.get().language).debrief;
  const { well = '', badly = '', actions = '' } = values;
  const subjects = actions.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
  if (subjects.length === 0) return ui.store.set({ overlay: null });
  const choice = (id: string, label: string) => ({ id, label, detail: '', disabled: null });
  openPicker(ui, {
    purpose: 'practice-debrief',
    title: t.ask(subjects.length),
    isSearchable: false,
    choices: [choice('no', t.no), choice('yes', t.yes)],
    choose: ({ id }) => {
      if (id === 'yes') register(ui, subjects, t.text(title, well, badly));
    },
  });
}

function register(ui: Ui, subjects: readonly string[], text: string): void {
  const t = practiceTuiTexts(ui.store.get().language).debrief;
  for (const subject of subjects) {
    const done = registerTicket(ui.desk(), { subject, text, channel: 'internal' });
    if (!done.ok) return say(ui, refusalText(ui, done.problem), 'problem');
  }
  afterChange(ui);
  say(ui, t.done(subjects.length));
}
