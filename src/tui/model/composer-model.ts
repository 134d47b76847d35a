import { execute } from '../../app/desk/execute.ts';
import { isDeliveryConfigured, sendReply, undoWindowMs } from '../../app/letter/send-reply.ts';
import { findDraft, forgetDraft } from '../../app/ticket/save-draft.ts';
import { showTicket } from '../../app/ticket/show-ticket.ts';
import { checkOutgoing } from '../../render/check-outgoing.ts';
import { bufferOf, type TextBuffer } from '../input/text-buffer.ts';
import { applyEdit, type EditKind, historyOf } from '../input/text-history.ts';
import { afterChange, refusalText } from './act.ts';
import { goodsOf, putAside, saveComposer } from './composer-draft.ts';
import { loadBeside } from './load-beside.ts';
import { offerLesson } from './offer-lesson.ts';
import { say, texts, type Ui } from './ui.ts';
import type { ComposerKind, ComposerState } from './ui-state.ts';
import { warnOfPasting } from './warn-of-pasting.ts';

/** Opens the composer on a ticket with its draft, if there is one. */
export function openComposer(ui: Ui, ticketId: string, kind: ComposerKind): void {
  const draft = findDraft(ui.desk(), kind, ticketId);
  const text = draft?.text ?? '';
  const composer: ComposerState = {
    kind,
    ticketId,
    history: historyOf(bufferOf(text, caretOf(draft?.extra['caret'], text))),
    ...goodsOf(draft?.extra),
    templateId: draft?.extra['template'] ?? null,
    heard: heardOn(ui, ticketId),
    savedAt: draft?.updatedAt ?? null,
    saveProblem: null,
  };
  ui.store.set({ composer });
  if (ui.store.get().beside?.ticketId !== ticketId) void loadBeside(ui, ticketId);
}

/** How many entries of others a ticket has: more of them later is news for the one who writes. */
function heardOn(ui: Ui, ticketId: string): number {
  const me = ui.desk().me.id;
  const entries = showTicket(ui.desk(), ticketId)?.entries ?? [];
  const isForeign = ({ author }: (typeof entries)[number]) =>
    author.type === 'contact' || (author.type === 'person' && author.id !== me);
  return entries.filter(isForeign).length;
}

function caretOf(saved: string | undefined, text: string): number {
  const caret = Number(saved ?? text.length);
  return Number.isInteger(caret) && caret >= 0 && caret <= text.length ? caret : text.length;
}

/** Takes an edit into the open text. It is saved by `saveComposer` within a second. */
export function editComposer(ui: Ui, next: TextBuffer, kind: EditKind): void {
  const { composer } = ui.store.get();
  if (!composer) return;
  const isChanged = next.text !== composer.history.present.text;
  ui.store.set({
    composer: {
      ...composer,
      history: applyEdit(composer.history, next, kind),
      savedAt: isChanged ? null : composer.savedAt,
    },
  });
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

/** What stands between the text and its sending, in the person's words. */
export function outgoingProblems(ui: Ui, composer: ComposerState): string[] {
  const t = texts(ui);
  const { text } = composer.history.present;
  if (text.trim() === '') return [t.problemEmpty];
  return checkOutgoing(text).map((problem) =>
    problem.code === 'unfilled' ? t.problemStop(problem.text) : t.problemMarkup(problem.text),
  );
}

/** Ctrl+X: a note is written at once, a public reply goes through its one review. */
export function finishComposer(ui: Ui): void {
  const { composer } = ui.store.get();
  if (!composer) return;
  saveComposer(ui);
  dropStalePromise(ui, composer);
  if (composer.kind !== 'reply') return writeInternal(ui, composer);
  const changed = heardOn(ui, composer.ticketId) !== composer.heard;
  const problems = outgoingProblems(ui, composer);
  ui.store.set({ overlay: { type: 'review', changed, problems, warnings: [], scroll: 0 } });
  void warnOfPasting(ui, composer.history.present.text);
}

/** A time that a template promised and that was since edited out of the text is no promise. */
function dropStalePromise(ui: Ui, composer: ComposerState): void {
  const { promise, templateId, history } = composer;
  const isGone = promise && templateId && !history.present.text.includes(promise.text);
  if (isGone) ui.store.set({ composer: { ...composer, promise: null } });
}

/** The review's Enter: the reply is on the ticket; its letter waits for the undo window. */
export function sendFromReview(ui: Ui): void {
  const { composer } = ui.store.get();
  if (!composer) return;
  const t = texts(ui);
  const problems = outgoingProblems(ui, composer);
  if (problems.length > 0) {
    return say(ui, problems.join(' · '), 'problem');
  }
  const desk = ui.desk();
  const undoMs = undoWindowMs(desk, composer.ticketId);
  const outcome = sendReply(desk, {
    ticketId: composer.ticketId,
    text: composer.history.present.text,
    promise: composer.promise,
    status: composer.status,
    attachments: composer.attachments,
    undoMs,
  });
  if (!outcome.ok) {
    ui.store.set({ overlay: null });
    return say(ui, refusalText(ui, outcome.problem), 'problem');
  }
  forgetDraft(desk, 'reply', composer.ticketId);
  const { number } = outcome.value.ticket;
  const until = desk.clock.now() + undoMs;
  ui.store.set({
    overlay: null,
    composer: null,
    held: { opId: outcome.value.op.opId, ticketId: composer.ticketId, number, until },
  });
  afterChange(ui);
  say(
    ui,
    isDeliveryConfigured(desk)
      ? t.toastSent(number, Math.round(undoMs / 1000))
      : t.toastKept(number),
  );
}

/** Turns the reply into an internal note, from the review. */
export function makeInternal(ui: Ui): void {
  const { composer } = ui.store.get();
  if (!composer) return;
  writeInternal(ui, { ...composer, kind: 'note' }, 'reply');
}

function writeInternal(
  ui: Ui,
  composer: ComposerState,
  draftKind: ComposerKind = composer.kind,
): void {
  const t = texts(ui);
  const text = composer.history.present.text.trim();
  const desk = ui.desk();
  const outcome = execute(
    desk,
    composer.ticketId,
    composer.kind === 'solution' ? { type: 'resolve', solution: text } : { type: 'note', text },
  );
  if (!outcome.ok) {
    ui.store.set({ overlay: null });
    return say(ui, refusalText(ui, outcome.problem), 'problem');
  }
  forgetDraft(desk, draftKind, composer.ticketId);
  ui.store.set({ composer: null, overlay: null });
  afterChange(ui);
  const { number } = outcome.value.ticket;
  if (composer.kind === 'solution') offerLesson(ui, composer.ticketId);
  say(ui, composer.kind === 'solution' ? t.toastResolved(number) : t.toastNoted(number));
}
