import { openPromises, type Ticket } from '../ticket.ts';
import { detailOf } from './work.ts';

type Known = (ticket: Ticket) => string | null;

/**
 * Fields that a ticket answers by itself, whatever was filled in by hand: who the customer is needs
 * no second line in a form.
 */
const known: Readonly<Record<string, Known>> = {
  customer: ({ customerId }) => customerId,
  contact: ({ contactId }) => contactId,
  requester: ({ contactId }) => contactId,
  executor: ({ assigneeId }) => assigneeId,
  priority: ({ priority }) => priority,
  /** The two questions of the priority were answered. */
  rating: ({ impact, urgency }) => (impact && urgency ? `${impact}/${urgency}` : null),
  deadline: (ticket) => deadlineOf(ticket),
  diagnosis: ({ diagnosis }) => diagnosis?.line ?? null,
  card: ({ card }) => card?.ref ?? null,
  vendor: ({ vendorCase }) => vendorCase?.vendor ?? null,
  line: ({ line }) => line,
  channel: ({ channel }) => channel,
  audience: ({ audience }) => audience,
  mass: ({ isMassIncident }) => (isMassIncident ? 'yes' : 'no'),
};

/** What is known of a field: filled in by hand, else what the ticket says itself; null: nothing. */
export function fieldValue(ticket: Ticket, code: string): string | null {
  const told = Object.hasOwn(known, code) ? known[code]?.(ticket) : null;
  return detailOf(ticket, code) ?? told ?? null;
}

function deadlineOf(ticket: Ticket): string | null {
  const promise = openPromises(ticket).find(({ kind }) => kind === 'deadline');
  return promise ? new Date(promise.dueAt).toISOString() : null;
}
