import type { DeskConfig } from '../../domain/desk-config.ts';
import { nextMissAt } from '../../domain/sla/missed-deadlines.ts';
import { nextActionAt, runningDeadlines } from '../../domain/sla.ts';
import { isOpenStatus } from '../../domain/status-path.ts';
import type { Ticket } from '../../domain/ticket.ts';
import type { MatchedCustomer } from '../../domain/ticket-match.ts';

/** Sorts what has no moment behind all moments there are. */
export const NEVER = 9_000_000_000_000_000;

/** What is indexed of a ticket's deadlines: computed here only, from what happened and the rules. */
export interface DeadlineColumns {
  readonly isOpen: 0 | 1;
  readonly dueAt: number | null;
  readonly actionAt: number;
  readonly missAt: number | null;
}

/** The indexed columns that follow from the rules of the desk. */
export function deadlineColumns(
  ticket: Ticket,
  desk: DeskConfig,
  customer: MatchedCustomer | null,
): DeadlineColumns {
  const deadlines = runningDeadlines(ticket, desk, customer);
  const dueAt = deadlines[0]?.dueAt ?? null;
  return {
    isOpen: isOpenStatus(desk, ticket.status) ? 1 : 0,
    dueAt,
    actionAt: nextActionAt(ticket, dueAt) ?? NEVER,
    missAt: nextMissAt(ticket, deadlines),
  };
}
