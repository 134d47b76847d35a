import { execute } from '../../app/desk/execute.ts';
import { isDeliveryConfigured, sendReply, undoWindowMs } from '../../app/letter/send-reply.ts';
import { dropDraft } from '../../app/ticket/save-draft.ts';
import type { TextEffects } from '../../domain/command.ts';
import { afterChange, refusalText } from './act.ts';
import { sentWith } from './apply-template.ts';
import { noteClosing } from './checklist-model.ts';
import { offerLesson } from './offer-lesson.ts';
import type { Review } from './review-state.ts';
import { say, texts, type Ui } from './ui.ts';
import type { ComposerKind, ComposerState } from './ui-state.ts';

/** What a reply goes with: the promises kept in the review, and why remarks were sent over. */
export interface Sending extends Pick<Review, 'findings' | 'promises'> {
  /** Null when there was nothing to send over. */
  readonly reason: string | null;
}

/** Writes the reply to the ticket; its letter waits for the undo window. */
export function sendComposed(ui: Ui, composer: ComposerState, sending: Sending): void {
  const desk = ui.desk();
  const undoMs = undoWindowMs(desk, composer.ticketId);
  const kept = sending.promises.flatMap(({ promise, isKept }) => (isKept ? [promise] : []));
  const [first, ...promises] = kept;
  const { templates, effects } = sentWith(composer);
  const outcome = sendReply(desk, {
    ticketId: composer.ticketId,
    text: composer.history.present.text,
    promise: first ?? null,
    status: composer.status,
    attachments: composer.attachments,
    templates,
    effects: { ...effects, promises, ...overruled(sending) },
    undoMs,
  });
  if (!outcome.ok) {
    ui.store.set({ overlay: null });
    return say(ui, refusalText(ui, outcome.problem), 'problem');
  }
  if (composer.draft) dropDraft(desk, composer.draft.id);
  const before = ui.store.get();
  const { number } = outcome.value.ticket;
  const until = desk.clock.now() + undoMs;
  ui.store.set({
    overlay: null,
    composer: null,
    held: { opId: outcome.value.op.opId, ticketId: composer.ticketId, number, until },
  });
  afterChange(ui);
  const t = texts(ui);
  const isLeaving = isDeliveryConfigured(desk);
  say(ui, isLeaving ? t.toastSent(number, Math.round(undoMs / 1000)) : t.toastKept(number));
  noteClosing(ui, before);
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
  const t = texts(ui);
  const text = composer.history.present.text.trim();
  const desk = ui.desk();
  const isSolution = composer.kind === 'solution';
  const command = isSolution
    ? ({ type: 'resolve', solution: text } as const)
    : ({ type: 'note', text, ...withTemplates(composer, draftKind) } as const);
  const outcome = execute(desk, composer.ticketId, command);
  if (!outcome.ok) {
    ui.store.set({ overlay: null });
    return say(ui, refusalText(ui, outcome.problem), 'problem');
  }
  if (composer.draft) dropDraft(desk, composer.draft.id);
  ui.store.set({ composer: null, overlay: null });
  afterChange(ui);
  const { number } = outcome.value.ticket;
  if (isSolution) offerLesson(ui, composer.ticketId);
  say(ui, isSolution ? t.toastResolved(number) : t.toastNoted(number));
}

/** What a reply would have changed stays undone when it is made a note. */
function withTemplates(composer: ComposerState, draftKind: ComposerKind) {
  const { templates, effects } = sentWith(composer);
  return draftKind === 'note' ? { templates, effects, status: composer.status } : { templates };
}
