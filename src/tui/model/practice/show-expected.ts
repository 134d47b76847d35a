import { practiceTuiTexts } from '../../../i18n/practice-tui-texts.ts';
import type { ShownAction } from '../../../practice/run/expected.ts';
import { openComposer } from '../composer-model.ts';
import type { Choice } from '../overlay-state.ts';
import { openPicker } from '../overlays.ts';
import { openTicket } from '../ticket-model.ts';
import { say, type Ui } from '../ui.ts';
import { openActionForm } from './action-form.ts';

/** Ways of going on stand over the ticket as soon as the run offers them, unless something is open. */
export function showExpected(ui: Ui): void {
  const { run, overlay, composer } = ui.store.get();
  if (!run || overlay || composer || run.expected.choices.length === 0) return;
  openChoices(ui);
}

/** Does what the run takes now: chooses, fills in the form, or writes. */
export function doExpected(ui: Ui): void {
  const { run } = ui.store.get();
  if (!run) return;
  const { isOver, choices, actions, reply } = run.expected;
  if (isOver) return ui.practice?.leave();
  if (choices.length > 0) return openChoices(ui);
  const [only] = actions;
  if (only && actions.length === 1 && !reply) return openForm(ui, only);
  if (actions.length > 0) return pickAction(ui, actions);
  if (reply) writeReply(ui);
}

/** Opens the form of an action of the step; what the run does not take now is said. */
export function doAction(ui: Ui, names: readonly string[]): void {
  const { run, language } = ui.store.get();
  const action = run?.expected.actions.find(({ name }) => names.includes(name));
  if (action) return openForm(ui, action);
  say(ui, practiceTuiTexts(language).notNow, 'problem');
}

function openForm(ui: Ui, action: ShownAction): void {
  openActionForm(ui, action, () => showExpected(ui));
}

function openChoices(ui: Ui): void {
  showMain(ui);
  ui.store.set({ overlay: { type: 'choices', selected: 0, scroll: 0 } });
}

function pickAction(ui: Ui, actions: readonly ShownAction[]): void {
  const { language, run } = ui.store.get();
  const t = practiceTuiTexts(language);
  const entry = (id: string, label: string): Choice => ({ id, label, detail: '', disabled: null });
  const named = actions.map(({ name }) => entry(name, t.actionName(name)));
  const reply = run?.expected.reply ? [entry('reply', t.writeReply)] : [];
  openPicker(ui, {
    purpose: 'practice-action',
    title: t.whatToDo,
    isSearchable: false,
    choices: [...named, ...reply],
    choose: ({ id }) => {
      const action = actions.find(({ name }) => name === id);
      if (action) openForm(ui, action);
      else writeReply(ui);
    },
  });
}

function writeReply(ui: Ui): void {
  const ticketId = showMain(ui);
  if (ticketId !== null) openComposer(ui, ticketId, 'reply');
}

/** The ticket that the run is about comes into sight. */
function showMain(ui: Ui): string | null {
  const { ticket, tab } = ui.store.get();
  const main = ui.practice?.mainTicket() ?? null;
  if (main !== null && (tab !== 'ticket' || ticket?.view.ticket.id !== main)) openTicket(ui, main);
  return main;
}
