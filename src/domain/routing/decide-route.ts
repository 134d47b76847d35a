import { ok } from '../../util/result.ts';
import type { DecideContext, Decision } from '../decide-context.ts';
import { refuse } from '../refusal.ts';
import type { Ticket } from '../ticket.ts';
import { type AppliedRoute, routeFacts } from './applied-route.ts';

/** Sends a ticket that is there already where the desk's rules say. */
export function decideRoute(route: AppliedRoute, state: Ticket, context: DecideContext): Decision {
  if (state.status === 'closed') return refuse('ticket-closed', ['reopen', 'new']);
  const { line } = route;
  if (line !== undefined && !context.desk.lines.some(({ code }) => code === line)) {
    return refuse('unknown-line', [], { line });
  }
  const facts = routeFacts(route, state);
  return facts.length > 0 ? ok(facts) : refuse('nothing-to-change');
}
