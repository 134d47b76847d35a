import { markDialogue, reviewDialogues } from '../../app/shift/review-dialogues.ts';
import type { ReviewMark } from '../../domain/shift/shift.ts';
import { boardTexts } from '../../i18n/board-texts.ts';
import { visibleTop } from '../present/list-window.ts';
import { afterChange, refusalText } from './act.ts';
import { dialoguePlace, selectedDialogue } from './dialogues-state.ts';
import { openFromBoard } from './from-board.ts';
import { say, type Ui } from './ui.ts';

/** Rows of the review beside its dialogues: tabs, counts, the head of the table, keys. */
const CHROME = 4;

/** Opens the morning review over the board. */
export function openDialogues(ui: Ui): void {
  const review = reviewDialogues(ui.desk());
  const selectedId = review.dialogues[0]?.ticketId ?? null;
  const { shift } = ui.store.get();
  ui.store.set({ shift: { ...shift, dialogues: { review, selectedId, top: 0 } } });
}

/** Back to the board. */
export function closeDialogues(ui: Ui): void {
  ui.store.set({ shift: { ...ui.store.get().shift, dialogues: null } });
}

/** Moves in the review by rows. */
export function moveInDialogues(ui: Ui, delta: number): void {
  const { shift, rows } = ui.store.get();
  const { dialogues } = shift;
  if (dialogues === null) return;
  const all = dialogues.review.dialogues;
  const place = Math.max(0, Math.min(dialoguePlace(dialogues) + delta, all.length - 1));
  const selectedId = all[place]?.ticketId ?? null;
  const window = { top: dialogues.top, height: Math.max(1, rows - CHROME), total: all.length };
  const top = visibleTop(window, place);
  ui.store.set({ shift: { ...shift, dialogues: { ...dialogues, selectedId, top } } });
}

/** Opens the dialogue at hand; the way back leads to its row. */
export function openDialogue(ui: Ui): void {
  const { dialogues } = ui.store.get().shift;
  const one = dialogues && selectedDialogue(dialogues);
  if (one) openFromBoard(ui, one.ticketId);
}

/** Ticks one of the two marks of the dialogue at hand, or takes the tick away. */
export function toggleMark(ui: Ui, mark: ReviewMark['mark']): void {
  const { shift, language } = ui.store.get();
  const one = shift.dialogues && selectedDialogue(shift.dialogues);
  if (!shift.dialogues || !one) return;
  const isDone = mark === 'resolved' ? one.isResolved : (one.hasCard ?? false);
  const { ticketId } = one;
  const asked = { ticketId, mark, isDone: !isDone };
  const done = markDialogue(ui.desk(), asked, shift.dialogues.review.shift);
  if (!done.ok) return say(ui, refusalText(ui, done.problem), 'problem');
  const review = reviewDialogues(ui.desk());
  const { dialogues } = ui.store.get().shift;
  if (dialogues) ui.store.set({ shift: { ...shift, dialogues: { ...dialogues, review } } });
  afterChange(ui);
  say(ui, boardTexts(language).marked(one.number));
}
