import { countClosing, PRACTISED } from '../../app/wording/clean-closings.ts';
import { checklistsTexts } from '../../i18n/checklists-texts.ts';
import { bufferOf } from '../input/text-buffer.ts';
import { actOnTargets, targets } from './act.ts';
import { closingOf } from './checklist-state.ts';
import { editComposer } from './composer-model.ts';
import { findHint } from './hints.ts';
import { offerLesson } from './offer-lesson.ts';
import { say, type Ui } from './ui.ts';
import type { UiState } from './ui-state.ts';

const ANGRY = 'angry';

/** Marks the customer of a ticket as angry, or as calm again. */
export function toggleAngry(ui: Ui): void {
  const desk = ui.desk();
  const ids = targets(ui);
  const isAngry = ids.every((id) => desk.tickets.byId(id)?.tags.includes(ANGRY));
  const w = words(ui);
  const change = isAngry ? { add: [], remove: [ANGRY] } : { add: [ANGRY], remove: [] };
  actOnTargets(ui, ids, { type: 'tag', ...change }, isAngry ? w.unmarked : w.marked);
}

/** Puts what the closing text has not said yet at its end; undo takes it out in one step. */
export function addMissing(ui: Ui): void {
  const state = ui.store.get();
  const w = words(ui);
  const steps = closingOf(state);
  const { composer } = state;
  if (!composer || steps === null) return say(ui, w.notClosing, 'problem');
  if (composer.kind !== 'reply') return say(ui, w.forColleagues, 'problem');
  const { text } = composer.history.present;
  const phrases = state.checklists.lists?.missing(
    steps,
    text,
    replyLanguage(ui, composer.ticketId),
  );
  if (!phrases) return say(ui, w.nothingMissing);
  const before = text.trimEnd();
  const next = before === '' ? phrases : `${before}\n\n${phrases}`;
  const place = findHint(next, Math.max(0, before.length - 1), 1);
  editComposer(ui, bufferOf(next, place?.start ?? next.length), 'other');
}

/** Folds the closing list to one row, or shows it in full again. */
export function foldClosing(ui: Ui): void {
  const { checklists } = ui.store.get();
  ui.store.set({ checklists: { ...checklists, isFolded: !checklists.isFolded } });
}

/**
 * Counts a reply that was sent as a closing, and asks in passing whether it could come again. Takes
 * the screens as they were when it was sent.
 */
export function noteClosing(ui: Ui, before: UiState): void {
  const { composer, checklists } = before;
  const steps = closingOf(before);
  if (!composer || !checklists.lists || steps === null) return;
  const { ticketId } = composer;
  const isClean = checklists.lists.isClean(steps);
  const count = countClosing(ui.desk(), { ticketId, isClean });
  const now = ui.store.get().checklists;
  // Who has just got there sees it fold; who unfolded it keeps it so.
  const isFolded = count === PRACTISED ? true : count > PRACTISED && now.isFolded;
  ui.store.set({ checklists: { ...now, isFolded } });
  if (steps.some(({ id, isDone }) => id === 'repeat' && !isDone)) offerLesson(ui, ticketId);
}

function replyLanguage(ui: Ui, ticketId: string) {
  const desk = ui.desk();
  const contactId = desk.tickets.byId(ticketId)?.contactId;
  const contact = contactId ? desk.people.contact(contactId) : null;
  return contact?.language ?? desk.config.language;
}

function words(ui: Ui) {
  return checklistsTexts(ui.store.get().language);
}
