import type { Ticket } from '../../domain/ticket.ts';
import type { Result } from '../../util/result.ts';
import type { RenderProblem } from '../content/rendered-template.ts';
import type { Desk } from '../desk/desk.ts';
import { type ComposedMany, composeMany, type ManyOrder, type ManyTools } from './compose-many.ts';

/** Why a ticket gets no reminder now. */
export type SkipReason = 'not-waiting' | 'too-soon' | 'no-contact' | 'no-address';

export interface SkippedReminder {
  readonly ticket: Ticket;
  readonly reason: SkipReason;
  /** When it may be reminded again, epoch ms; null where time does not help. */
  readonly notBefore: number | null;
}

/** Reminders that can go now, and the tickets that get none. */
export interface Reminders {
  readonly composed: ComposedMany;
  readonly skipped: readonly SkippedReminder[];
}

/**
 * Asks customers politely for the word that is still missing. Nobody is asked twice within the time
 * that the desk sets, and nobody who cannot be reached counts as asked.
 */
export function composeReminders(
  desk: Desk,
  tools: ManyTools,
  order: ManyOrder,
): Result<Reminders, RenderProblem> {
  const tickets = [...new Set(order.ticketIds)].flatMap((id) => desk.tickets.byId(id) ?? []);
  const skipped = tickets.flatMap((ticket) => skippedOf(desk, ticket) ?? []);
  const left = tickets.filter((ticket) => skipped.every((skip) => skip.ticket.id !== ticket.id));
  const ticketIds = left.map(({ id }) => id);
  const composed = composeMany(desk, tools, { ...order, ticketIds });
  return composed.ok ? { ok: true, value: { composed: composed.value, skipped } } : composed;
}

function skippedOf(desk: Desk, ticket: Ticket): SkippedReminder | null {
  const skip = (reason: SkipReason, notBefore: number | null = null) => {
    return { ticket, reason, notBefore };
  };
  if (!awaitsWord(ticket)) return skip('not-waiting');
  const again = remindableFrom(ticket, desk.config.remindEveryMs);
  if (again !== null && again > desk.clock.now()) return skip('too-soon', again);
  const contact = desk.people.contact(ticket.contactId);
  if (contact === null) return skip('no-contact');
  return contact.email === null ? skip('no-address') : null;
}

/** Whether the customer has the word: to confirm a solution or to answer a question. */
export function awaitsWord({ status }: Ticket): boolean {
  return status === 'resolved' || status === 'waiting-customer';
}

/** A reminder of an earlier solution says nothing about this one. */
function remindableFrom({ reminded, statusLog }: Ticket, everyMs: number): number | null {
  const since = statusLog.at(-1)?.at ?? 0;
  return reminded === undefined || reminded.lastAt < since ? null : reminded.lastAt + everyMs;
}
