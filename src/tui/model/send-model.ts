import { execute } from '../../app/desk/execute.ts';
import { isDeliveryConfigured, sendReply, undoWindowMs } from '../../app/letter/send-reply.ts';
import { askReview } from '../../app/supervision/ask-review.ts';
import { sendReviewed } from '../../app/supervision/send-reviewed.ts';
import { dropDraft } from '../../app/ticket/save-draft.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { TextEffects } from '../../domain/text-effects.ts';
import { supervisionTexts } from '../../i18n/supervision-texts.ts';
import type { Result } from '../../util/result.ts';
import { afterChange, refusalText } from './act.ts';
import { sentWith } from './apply-template.ts';
import { noteClosing } from './checklist-model.ts';
import { completed } from './kind-form-model.ts';
import { offerLesson } from './offer-lesson.ts';
import type { Review } from './review-state.ts';
import { say, texts, type Ui } from './ui.ts';
import type { ComposerKind, ComposerState } from './ui-state.ts';

/** A command that was done: its ticket, and the operation on its way. */
type Done = Extract<ReturnType<typeof execute>, { ok: true }>['value'];

/** What a reply goes with: the promises kept in the review, and why remarks were sent over. */
export interface Sending extends Pick<Review, 'findings' | 'promises'> {
  /** Null when there was nothing to send over. */
  readonly reason: string | null;
}

/** Writes the reply to the ticket; its letter waits for the undo window. */
export function sendComposed(ui: Ui, composer: ComposerState, sending: Sending): void {
  if (ui.practice) return ui.practice.finish(composer);
  const desk = ui.desk();
  const undoMs = undoWindowMs(desk, composer.ticketId);
  const kept = sending.promises.flatMap(({ promise, isKept }) => (isKept ? [promise] : []));
  const [first, ...promises] = kept;
  const { templates, effects } = sentWith(composer);
  const { ticketId, reviewId, status, attachments } = composer;
  const draft = {
    text: composer.history.present.text,
    promise: first ?? null,
    status,
    attachments,
    effects: { ...effects, promises, ...overruled(sending) },
  };
  if (composer.isSupervised) {
    const write = () => askReview(desk, ticketId, { ...draft, templates });
    return attempt(ui, composer, { write, written: (asked) => showAsked(ui, composer, asked) });
  }
  const reply = { ticketId, ...draft, undoMs };
  attempt(ui, composer, {
    write: () =>
      reviewId === undefined
        ? sendReply(desk, { ...reply, templates })
        : sendReviewed(desk, { ...reply, reviewId }),
    written: (sent) => {
      if (composer.draft) dropDraft(desk, composer.draft.id);
      const before = { ...ui.store.get(), composer };
      showSent(ui, sent, undoMs);
      noteClosing(ui, before);
    },
  });
}

/** Closes what was written and says that it left, while it can still be taken back. */
export function showSent(ui: Ui, { ticket, op }: Done, undoMs: number): void {
  const { id: ticketId, number } = ticket;
  const until = ui.desk().clock.now() + undoMs;
  const held = { opId: op.opId, ticketId, number, until };
  ui.store.set({ overlay: null, composer: null, held });
  afterChange(ui);
  const t = texts(ui);
  const isLeaving = isDeliveryConfigured(ui.desk());
  say(ui, isLeaving ? t.toastSent(number, Math.round(undoMs / 1000)) : t.toastKept(number));
}

function showAsked(ui: Ui, composer: ComposerState, { ticket }: Done): void {
  if (composer.draft) dropDraft(ui.desk(), composer.draft.id);
  ui.store.set({ overlay: null, composer: null });
  afterChange(ui);
  say(ui, supervisionTexts(ui.store.get().language).asked(ticket.number));
}

/** Writing a text, and what the screens show when it is written. */
interface Attempt {
  readonly write: () => Result<Done, Refusal>;
  readonly written: (done: Done) => void;
}

/** Writes a text. What its ticket still misses is asked first; any other refusal leaves the text open. */
function attempt(ui: Ui, { ticketId }: ComposerState, { write, written }: Attempt): void {
  const goOn = () => {
    const outcome = write();
    if (outcome.ok) written(outcome.value);
    return outcome;
  };
  const outcome = goOn();
  if (outcome.ok) return;
  ui.store.set({ overlay: null });
  if (completed(ui, ticketId, { refusal: outcome.problem, goOn, done: () => {} })) return;
  say(ui, refusalText(ui, outcome.problem), 'problem');
}

/** Which rules were sent over, for those who keep the rules. */
function overruled({ findings, reason }: Sending): Pick<TextEffects, 'overruled'> {
  if (reason === null) return {};
  const rules = findings.filter(({ severity }) => severity === 'E').map(({ rule }) => rule);
  return { overruled: { rules: [...new Set(rules)], reason } };
}

/** Writes the text inside the desk: a note, or the solution of the ticket. */
export function writeInternal(
  ui: Ui,
  composer: ComposerState,
  draftKind: ComposerKind = composer.kind,
): void {
  if (ui.practice && composer.kind === 'note') return ui.practice.finish(composer);
  const t = texts(ui);
  const text = composer.history.present.text.trim();
  const desk = ui.desk();
  const isSolution = composer.kind === 'solution';
  const command = isSolution
    ? ({ type: 'resolve', solution: text } as const)
    : ({ type: 'note', text, ...withTemplates(composer, draftKind) } as const);
  attempt(ui, composer, {
    write: () => execute(desk, composer.ticketId, command),
    written: ({ ticket: { number } }) => {
      if (composer.draft) dropDraft(desk, composer.draft.id);
      ui.store.set({ composer: null, overlay: null });
      afterChange(ui);
      if (isSolution) offerLesson(ui, composer.ticketId);
      say(ui, isSolution ? t.toastResolved(number) : t.toastNoted(number));
    },
  });
}

/** What a reply would have changed stays undone when it is made a note. */
function withTemplates(composer: ComposerState, draftKind: ComposerKind) {
  const { templates, effects } = sentWith(composer);
  return draftKind === 'note' ? { templates, effects, status: composer.status } : { templates };
}
