import { isSupervised } from '../../app/supervision/ask-review.ts';
import { goodsOfDraft } from '../../app/supervision/draft-goods.ts';
import { findDraft } from '../../app/ticket/save-draft.ts';
import { returnedReview, waitingReview } from '../../domain/supervision/supervision.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { bufferOf, type TextBuffer } from '../input/text-buffer.ts';
import { applyEdit, type EditKind, historyOf, type TextHistory } from '../input/text-history.ts';
import { afterChange } from './act.ts';
import { goodsOf, putAside } from './composer-draft.ts';
import { loadBeside } from './load-beside.ts';
import { movedPlaces } from './stop-places.ts';
import { say, texts, type Ui } from './ui.ts';
import type { ComposerKind, ComposerState } from './ui-state.ts';
import { loadWording } from './wording-model.ts';

/** Opens the composer on a ticket with its draft, if there is one. */
export function openComposer(ui: Ui, ticketId: string, kind: ComposerKind): void {
  const draft = findDraft(ui.desk(), kind, ticketId);
  const ticket = ui.desk().tickets.byId(ticketId);
  // A reply that came back from review goes on where it was left.
  const returned = kind === 'reply' && ticket ? returnedReview(ticket, ui.desk().me.id) : null;
  const text = draft?.text ?? returned?.draft.text ?? '';
  const goods = draft || !returned ? goodsOf(draft?.extra) : goodsOfDraft(returned.draft);
  const composer: ComposerState = {
    kind,
    ticketId,
    channel: ticket?.channel ?? null,
    history: historyOf(bufferOf(text, numberOf(draft?.extra['caret'], text.length))),
    ...goods,
    ...reviewOf(ui, ticket, { ...goods, kind }),
    templateId: draft?.extra['template'] ?? null,
    sinceRev: numberOf(draft?.extra['rev'], ticket?.rev ?? 0),
    draft: draft && { id: draft.id, updatedAt: draft.updatedAt },
    savedAt: draft?.updatedAt ?? null,
    saveProblem: null,
  };
  ui.store.set({ composer });
  // Read while the first words are being typed, so that the review comes at once.
  if (kind === 'reply' && ui.store.get().wording === null) void loadWording(ui);
  if (ui.store.get().beside?.ticketId !== ticketId) void loadBeside(ui, ticketId);
}

/** Whether what is written goes before a mentor, or is a colleague's reply that still waits for me. */
function reviewOf(
  ui: Ui,
  ticket: Ticket | null,
  { kind, reviewId }: Pick<ComposerState, 'kind' | 'reviewId'>,
): Pick<ComposerState, 'reviewId' | 'isSupervised'> {
  const isWaiting = ticket !== null && waitingReview(ticket)?.id === reviewId;
  const isSent = kind === 'reply' && ticket !== null && ui.practice === undefined;
  return {
    reviewId: isWaiting ? reviewId : undefined,
    isSupervised: isSent && isSupervised(ui.desk(), ticket.id),
  };
}

/** A number that a draft kept, at most `most`; that when it kept none. */
function numberOf(saved: string | undefined, most: number): number {
  const number = Number(saved ?? most);
  return Number.isInteger(number) && number >= 0 && number <= most ? number : most;
}

/** Takes an edit into the open text. It is saved by `saveComposer` within a second. */
export function editComposer(ui: Ui, next: TextBuffer, kind: EditKind): void {
  const { composer } = ui.store.get();
  if (!composer) return;
  const isChanged = next.text !== composer.history.present.text;
  const edited = withHistory(composer, applyEdit(composer.history, next, kind));
  ui.store.set({ composer: isChanged ? edited : { ...edited, savedAt: composer.savedAt } });
}

/** The open text after an edit, undo or redo: the places of its templates move with it. */
export function withHistory(composer: ComposerState, history: TextHistory): ComposerState {
  const { places = [], history: before } = composer;
  const moved = movedPlaces(places, before.present.text, history.present);
  return { ...composer, history, places: moved, savedAt: null };
}

/** Leaves the composer; the text stays as a draft. */
export function closeComposer(ui: Ui): void {
  const { composer } = ui.store.get();
  if (!composer) return;
  if (!putAside(ui)) return;
  const hasText = composer.history.present.text.trim() !== '';
  afterChange(ui);
  if (hasText) say(ui, texts(ui).toastDraftKept);
}
