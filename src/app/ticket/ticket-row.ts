import type { QueueRow } from '../../domain/selection.ts';
import { nextDueAt } from '../../domain/sla.ts';
import { openPromises, type Ticket } from '../../domain/ticket.ts';
import type { Desk } from '../desk/desk.ts';
import { policyCustomer } from '../sla/policy-customer.ts';

/** A ticket as a row of the queue, from its state: what a command prints after it has changed it. */
export function ticketRow(desk: Desk, ticket: Ticket): QueueRow {
  const { assigneeId, customerId, contactId } = ticket;
  return {
    id: ticket.id,
    number: ticket.number,
    subject: ticket.subject,
    status: ticket.status,
    priority: ticket.priority,
    kind: ticket.kind,
    line: ticket.line,
    channel: ticket.channel,
    assigneeId,
    assignee: desk.people.person(assigneeId)?.name ?? null,
    customerId,
    customer: desk.people.customer(customerId)?.name ?? null,
    contactId,
    contact: desk.people.contact(contactId)?.name ?? null,
    createdAt: ticket.createdAt,
    updatedAt: ticket.updatedAt,
    dueAt: nextDueAt(ticket, desk.config, policyCustomer(desk, ticket)),
    promiseAt: openPromises(ticket)[0]?.dueAt ?? null,
    scheduledUntil: ticket.scheduledUntil,
    tags: ticket.tags,
    returns: ticket.returns,
    hasDraft: desk.drafts.all().some((draft) => draft.ticketId === ticket.id),
    isDemo: ticket.isDemo,
  };
}
