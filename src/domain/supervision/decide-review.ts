import { ok, type Result } from '../../util/result.ts';
import type { DecideContext, Decision } from '../decide-context.ts';
import { decideReply } from '../decide-entry.ts';
import { endOfCare } from '../handover/care.ts';
import { noteFact } from '../own-entry.ts';
import { whyNotTalk } from '../permission-gate.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Ticket } from '../ticket.ts';
import { type DraftReply, isMentoring, type Review, waitingReview } from './supervision.ts';
import type { SupervisionCommand } from './supervision-command.ts';
import { supervisionWords } from './supervision-words.ts';

type Command<Type extends SupervisionCommand['type']> = Extract<SupervisionCommand, { type: Type }>;

/** Puts a reply before a mentor: it stands in the ticket, and the customer sees nothing of it. */
export function decideAskReview(
  command: Command<'ask-review'>,
  state: Ticket,
  context: DecideContext,
): Decision {
  // A line that does not talk does not do so through a mentor either.
  const silenced = whyNotTalk(state, context);
  if (silenced && silenced.code !== 'reply-through-mentor') return { ok: false, problem: silenced };
  if (waitingReview(state)) return refuse('review-waits', ['review-withdraw']);
  const { actor, desk, now } = context;
  const draft = draftOf(command);
  // What could not be sent by anybody is said to its author at once.
  const tried = decideReply({ type: 'reply', messageId: null, ...draft }, state, context);
  if (!tried.ok) return tried;
  const entry = noteFact(`${supervisionWords[desk.language].onReview}\n\n${draft.text}`, context);
  const review = { id: command.reviewId, byId: actor.id, since: now, draft };
  return ok([entry, { type: 'review-asked', review }]);
}

/** What is absent stays absent, so that the ticket is the same wherever it is folded. */
function draftOf({ text, promise, status, ...rest }: Command<'ask-review'>): DraftReply {
  const { attachments, templates, effects } = rest;
  const more = { ...(templates ? { templates } : {}), ...(effects ? { effects } : {}) };
  return { text, promise, status, attachments, ...more };
}

/** Sends a reply that was looked through: it is its author's, with the mentor's leave. */
export function decideSendReviewed(
  command: Command<'send-reviewed'>,
  state: Ticket,
  context: DecideContext,
): Decision {
  const found = reviewOf(command.reviewId, state, context);
  if (!found.ok) return found;
  const { draft, byId, id } = found.value;
  const { text, messageId, promise, status } = command;
  const reply = {
    ...draft,
    ...({ type: 'reply', text, messageId } as const),
    promise: promise === undefined ? draft.promise : promise,
    status: status === undefined ? draft.status : status,
    attachments: command.attachments ?? draft.attachments,
    effects: command.effects ?? draft.effects,
  };
  const asAuthor = { ...context, actor: { ...context.actor, id: byId } };
  const sent = decideReply(reply, state, asAuthor);
  if (!sent.ok) {
    const isLate = sent.problem.code === 'promise-in-past';
    return isLate ? refuse('review-promise-past', ['review-edit', 'review-return']) : sent;
  }
  const sentText = text === draft.text ? null : text;
  const settled = { entryId: `${context.opId}:0`, reviewedById: context.actor.id };
  const care = state.assigneeId === byId ? endOfCare(state) : [];
  return ok([...sent.value, { type: 'review-sent', reviewId: id, ...settled, sentText }, ...care]);
}

/** Gives a reply back to its author, with what is to be changed. */
export function decideReturnReview(
  command: Command<'return-review'>,
  state: Ticket,
  context: DecideContext,
): Decision {
  const found = reviewOf(command.reviewId, state, context);
  if (!found.ok) return found;
  const remark = command.remark.trim();
  if (remark === '') return refuse('remark-missing');
  const words = supervisionWords[context.desk.language];
  const entry = noteFact(`${words.returned}: ${remark}`, context);
  return ok([entry, { type: 'review-returned', reviewId: found.value.id, remark }]);
}

/** Takes one's own reply back before anybody has sent it. */
export function decideWithdrawReview(
  { reviewId }: Command<'withdraw-review'>,
  state: Ticket,
  context: DecideContext,
): Decision {
  const review = waitingReview(state);
  if (review?.id !== reviewId) return refuse('nothing-on-review');
  if (review.byId !== context.actor.id) return refuse('review-not-yours', ['review-return']);
  const entry = noteFact(supervisionWords[context.desk.language].withdrawn, context);
  return ok([entry, { type: 'review-withdrawn', reviewId }]);
}

/** The reply that waits, for somebody who may decide about it: never its own author. */
function reviewOf(
  reviewId: string,
  state: Ticket,
  { actor }: DecideContext,
): Result<Review, Refusal> {
  const review = waitingReview(state);
  if (review?.id !== reviewId) return refuse('nothing-on-review');
  if (review.byId === actor.id) return refuse('own-review', ['review-withdraw']);
  return isMentoring(actor) ? ok(review) : refuse('review-needs-mentor', ['note']);
}
