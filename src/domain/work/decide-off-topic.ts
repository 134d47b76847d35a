import { ok } from '../../util/result.ts';
import type { DecideContext, Decision } from '../decide-context.ts';
import type { TicketFact } from '../event.ts';
import { refuse } from '../refusal.ts';
import { statusFact } from '../status-fact.ts';
import type { Ticket } from '../ticket.ts';

/** What is not served here is closed at once, without a confirmation, and counted apart. */
export function decideOffTopic(reason: string, state: Ticket, context: DecideContext): Decision {
  if (state.status === 'closed') return refuse('ticket-closed', ['reopen']);
  if (reason.trim() === '') return refuse('reason-missing');
  return ok(offTopicFacts(reason.trim(), state, context));
}

/** The facts of a ticket that is not served here. */
export function offTopicFacts(
  reason: string,
  state: Pick<Ticket, 'status' | 'assigneeId'>,
  { actor }: DecideContext,
): readonly TicketFact[] {
  const taken: TicketFact = { type: 'assigned', personId: actor.id, reason: 'off-topic' };
  return [
    ...(state.assigneeId === null ? [taken] : []),
    { type: 'closed-off-topic', reason },
    statusFact(state, 'closed', 'off-topic'),
  ];
}
