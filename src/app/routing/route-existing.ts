import type { Refusal } from '../../domain/refusal.ts';
import { refuse } from '../../domain/refusal.ts';
import { appliedRoute, type Route } from '../../domain/routing/route-ticket.ts';
import type { Ticket } from '../../domain/ticket.ts';
import type { Executed } from '../../store/ticket/ticket-transactor.ts';
import type { Result } from '../../util/result.ts';
import type { Desk } from '../desk/desk.ts';
import { execute } from '../desk/execute.ts';

/** Sends a ticket that is there already where the rules say. */
export function routeExisting(desk: Desk, ticket: Ticket, route: Route): Result<Executed, Refusal> {
  const applied = appliedRoute(route, { line: false, priority: false, assignee: false });
  if (!applied) return refuse('no-rule-fits');
  return execute(desk, ticket.id, { type: 'route', route: applied });
}
