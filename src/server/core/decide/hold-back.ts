import type { TicketEvent } from '../../../domain/event.ts';
import type { Ticket } from '../../../domain/ticket.ts';
import { type WithholdReason, whyWithheld } from '../../../domain/withhold.ts';
import type { BatchState } from '../state/batch-state.ts';
import { presentConversation } from './conversation.ts';
import type { AskedOp } from './outcome.ts';

/** Why a reply stands in its ticket and waits for its author; null when it may leave. */
export function whyHeldBack(
  { op: { payload, seen }, actor, isHistory }: AskedOp,
  ticket: Ticket,
  state: BatchState,
): WithholdReason | null {
  const isReply = payload.type === 'reply' || payload.type === 'send-reviewed';
  if (!isReply || isHistory || seen === undefined) return null;
  return whyWithheld(seen, presentConversation(ticket, state.lastWord(ticket.id)), actor.id);
}

/** What everybody who opens the ticket sees: the customer did not get this message. */
export function heldBack(
  { op: { opId, entityId: ticketId }, actor, device, receivedAt: at }: AskedOp,
  reason: WithholdReason,
  place: number,
): TicketEvent {
  // A reply is the first thing that its operation writes.
  const fact = { entryId: `${opId}:0`, reason, authorId: actor.id } as const;
  const event = { id: `${opId}:${place}`, opId, ticketId, at, byId: null, device };
  return { ...event, fact: { type: 'message-withheld', ...fact } };
}
