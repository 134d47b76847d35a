import { execute } from '../../app/desk/execute.ts';
import { previewMerge } from '../../app/family/preview-merge.ts';
import { findTicketId } from '../../app/ticket/find-ticket.ts';
import { familyTexts } from '../../i18n/family-texts.ts';
import { sayMerge } from '../../i18n/say-merge.ts';
import { afterChange, refusalText } from './act.ts';
import { openPicker, openPrompt } from './overlays.ts';
import { openTicket } from './ticket-model.ts';
import { say, texts, type Ui } from './ui.ts';

/** Asks into which ticket this one goes, and shows what it means before it is done. */
export function askMerge(ui: Ui, sourceId: string): void {
  const t = familyTexts(ui.store.get().language);
  openPrompt(ui, {
    title: t.promptMerge,
    submit: (text) => {
      const targetId = findTicketId(ui.desk(), text);
      if (targetId === null) return texts(ui).toastNotFound;
      return showMerge(ui, sourceId, targetId);
    },
  });
}

function showMerge(ui: Ui, sourceId: string, targetId: string): string | null {
  const { tickets } = ui.desk();
  const source = tickets.byId(sourceId);
  const target = tickets.byId(targetId);
  if (!source || !target) return texts(ui).toastNotFound;
  const t = familyTexts(ui.store.get().language);
  const lines = sayMerge(previewMerge(ui.desk(), source, target), t);
  openPicker(ui, {
    purpose: 'merge',
    title: t.mergeTitle(source.number, target.number),
    isSearchable: false,
    choices: [
      { id: 'merge', label: t.mergeDo, detail: target.subject, disabled: null },
      { id: 'leave', label: t.mergeNot, detail: '', disabled: null },
    ],
    preview: () => lines,
    choose: ({ id }) => {
      if (id === 'merge') merge(ui, sourceId, targetId);
    },
  });
  return null;
}

function merge(ui: Ui, sourceId: string, targetId: string): void {
  const done = execute(ui.desk(), sourceId, { type: 'merge-into', targetId, reason: '' });
  if (!done.ok) return say(ui, refusalText(ui, done.problem), 'problem');
  const { number } = done.value.ticket;
  const into = done.value.others.find(({ id }) => id === targetId);
  if (ui.store.get().tab === 'ticket') openTicket(ui, targetId);
  afterChange(ui);
  say(ui, familyTexts(ui.store.get().language).merged(number, into?.number ?? ''));
}

/** Asks for an entry and opens a ticket of its own for it. */
export function askSplit(ui: Ui, ticketId: string): void {
  const t = familyTexts(ui.store.get().language);
  const entries = ui.desk().tickets.entries(ticketId).toReversed();
  openPicker(ui, {
    purpose: 'split',
    title: t.pickEntry,
    isSearchable: true,
    choices: entries.map(({ id, text, author }) => ({
      ...{ id, label: firstLine(text), disabled: null },
      detail: author.type === 'contact' ? author.name : '',
    })),
    preview: ({ id }) => (entries.find((entry) => entry.id === id)?.text ?? '').split('\n'),
    choose: ({ id, label }) => askSubject(ui, ticketId, { entryId: id, label }),
  });
}

function askSubject(
  ui: Ui,
  ticketId: string,
  { entryId, label }: { readonly entryId: string; readonly label: string },
): void {
  const t = familyTexts(ui.store.get().language);
  openPrompt(ui, {
    title: t.promptSplit,
    text: label,
    submit: (subject) => {
      const newId = ui.desk().makeId();
      const done = execute(ui.desk(), ticketId, { type: 'split', entryId, newId, subject });
      if (!done.ok) return refusalText(ui, done.problem);
      const opened = done.value.others.find(({ id }) => id === newId);
      afterChange(ui);
      openTicket(ui, newId);
      say(ui, t.splitOff(opened?.number ?? '', done.value.ticket.number));
      return null;
    },
  });
}

const LONGEST_SUBJECT = 120;

function firstLine(text: string): string {
  return (text.trim().split('\n', 1)[0] ?? '').slice(0, LONGEST_SUBJECT);
}
