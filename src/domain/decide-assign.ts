import { ok } from '../util/result.ts';
import type { TicketCommand } from './command.ts';
import type { DecideContext, Decision } from './decide-context.ts';
import type { TicketFact } from './event.ts';
import { endOfCare } from './handover/care.ts';
import { decideAccept, isWaitingToBeAccepted } from './handover/settle-handover.ts';
import { refuse } from './refusal.ts';
import { statusFact } from './status-fact.ts';
import type { Ticket } from './ticket.ts';

/** Takes a ticket. Taking what was handed over is accepting it. */
export function decideTake(state: Ticket, context: DecideContext): Decision {
  if (state.status === 'closed') return refuse('ticket-closed', ['reopen', 'new']);
  if (isWaitingToBeAccepted(state)) return decideAccept(state, context);
  const isMine = state.assigneeId === context.actor.id;
  if (isMine && state.careOfId !== undefined) return ok(endOfCare(state));
  if (isMine && state.status !== 'new') return refuse('already-yours', ['reply', 'note']);
  if (state.assigneeId && !isMine) {
    return refuse('already-taken', ['assign', 'note'], { personId: state.assigneeId });
  }
  const facts: TicketFact[] = [];
  if (!isMine) facts.push({ type: 'assigned', personId: context.actor.id, reason: 'taken' });
  if (state.status === 'new') {
    facts.push(statusFact(state, 'open'));
  }
  return ok([...facts, ...endOfCare(state)]);
}

/** Makes somebody responsible, or nobody. */
export function decideAssign(state: Ticket, personId: string | null): Decision {
  if (state.status === 'closed') return refuse('ticket-closed', ['reopen', 'new']);
  if (personId === state.assigneeId) {
    return refuse(personId === null ? 'already-unassigned' : 'already-assigned');
  }
  return ok([{ type: 'assigned', personId, reason: '' }]);
}

const deeds: ReadonlySet<TicketCommand['type']> = new Set([
  'reply',
  'log-call',
  'set-status',
  'schedule',
  'promise',
  'diagnose',
  'note-vendor',
  'ask-customer',
  'resolve',
]);

/** The responsible who works on a ticket is there: nobody keeps it for them any longer. */
export function endingCare(
  decision: Decision,
  command: TicketCommand,
  state: Ticket,
  { actor }: DecideContext,
): Decision {
  const isAtWork = deeds.has(command.type) && state.assigneeId === actor.id;
  if (!decision.ok || !isAtWork) return decision;
  if (decision.value.some(({ type }) => type === 'care-changed')) return decision;
  return ok([...decision.value, ...endOfCare(state)]);
}
