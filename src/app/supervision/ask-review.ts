import { whyNotTalk } from '../../domain/permission-gate.ts';
import type { SignOffs } from '../../domain/practice/sign-offs.ts';
import { type Refusal, refusal } from '../../domain/refusal.ts';
import { whyNotLive } from '../../domain/supervision/live-gate.ts';
import { type DraftReply, waitingReview } from '../../domain/supervision/supervision.ts';
import type { Executed } from '../../store/ticket/ticket-transactor.ts';
import type { Result } from '../../util/result.ts';
import type { Desk } from '../desk/desk.ts';
import { execute } from '../desk/execute.ts';

/** Whether what I write to the customer of a ticket goes through a mentor. */
export function isSupervised(desk: Desk, ticketId: string): boolean {
  const why = whyNotTalk(desk.tickets.byId(ticketId), { actor: desk.me, desk: desk.config });
  return why?.code === 'reply-through-mentor';
}

/** Why nothing of mine gets to the customer of a ticket, not even through a mentor; null when it does. */
export function whyNotWrite(desk: Desk, ticketId: string): Refusal | null {
  const ticket = desk.tickets.byId(ticketId);
  const why = whyNotTalk(ticket, { actor: desk.me, desk: desk.config });
  if (!ticket || why?.code !== 'reply-through-mentor') return why;
  const isSignedOff: SignOffs['isSignedOff'] = (id, channel) =>
    desk.practiceRecords.isSignedOff(id, channel);
  const gate = { desk: desk.config, isSignedOff };
  const unready = ticket.isDemo ? null : whyNotLive(desk.me, ticket.channel, gate);
  if (unready) return unready;
  return waitingReview(ticket) ? refusal('review-waits', ['review-withdraw']) : null;
}

/** Puts a reply before a mentor. */
export function askReview(
  desk: Desk,
  ticketId: string,
  draft: DraftReply,
): Result<Executed, Refusal> {
  const { text, promise, status, attachments, templates, effects } = draft;
  const reviewId = desk.makeId();
  return execute(desk, ticketId, {
    ...{ type: 'ask-review', reviewId, text, promise, status, attachments, templates, effects },
  });
}
