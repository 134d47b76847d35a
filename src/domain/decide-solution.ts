import type { DecideContext } from './decide-context.ts';
import { settledBySolution } from './decide-promise.ts';
import type { TicketFact } from './event.ts';
import type { Ticket } from './ticket.ts';

/**
 * What a solution brings beside its status: somebody who answers for it, and no promise left open.
 * `written` is what the same command has decided already.
 */
export function solutionFacts(
  state: Ticket,
  context: DecideContext,
  written: readonly TicketFact[] = [],
): readonly TicketFact[] {
  const isTaken = state.assigneeId !== null || written.some(({ type }) => type === 'assigned');
  const taken: TicketFact = { type: 'assigned', personId: context.actor.id, reason: 'resolved' };
  return [...(isTaken ? [] : [taken]), ...settledBySolution(state, context, written)];
}
