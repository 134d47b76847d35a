import type { ClockTarget } from './clock-state.ts';
import type { DeskConfig } from './desk-config.ts';
import { dueAt, ticketSla } from './sla/ticket-sla.ts';
import { openPromises, type Ticket } from './ticket.ts';
import type { MatchedCustomer } from './ticket-match.ts';

/** A deadline of a ticket that still runs; epoch ms. */
export interface Deadline {
  readonly target: ClockTarget;
  readonly dueAt: number;
}

/**
 * Running deadlines of a ticket, nearest first; none while its status pauses or stops the clocks.
 * `customer` is asked for by policies that name customers or their levels.
 */
export function runningDeadlines(
  ticket: Ticket,
  desk: DeskConfig,
  customer: MatchedCustomer | null = null,
): readonly Deadline[] {
  const sla = ticketSla(ticket, desk, customer);
  if (!sla || sla.isStill) return [];
  const deadlines = sla.clocks.flatMap((clock) => {
    const at = dueAt(clock, sla, desk);
    return at === null ? [] : [{ target: clock.target, dueAt: at }];
  });
  return deadlines.toSorted((a, b) => a.dueAt - b.dueAt);
}

/** The nearest running deadline, epoch ms, or null. */
export function nextDueAt(
  ticket: Ticket,
  desk: DeskConfig,
  customer: MatchedCustomer | null = null,
): number | null {
  return runningDeadlines(ticket, desk, customer)[0]?.dueAt ?? null;
}

/**
 * What the list is sorted by: the nearest deadline, promise or wake-up, epoch ms, or null. `dueAt` is
 * the nearest deadline.
 */
export function nextActionAt(ticket: Ticket, dueAt: number | null): number | null {
  const times = [dueAt, openPromises(ticket)[0]?.dueAt ?? null, ticket.scheduledUntil].filter(
    (at) => at !== null,
  );
  return times.length > 0 ? Math.min(...times) : null;
}
