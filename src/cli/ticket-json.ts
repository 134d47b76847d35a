import type { Desk } from '../app/desk/desk.ts';
import { ticketRow } from '../app/ticket/ticket-row.ts';
import type { QueueRow } from '../domain/selection.ts';
import type { Ticket } from '../domain/ticket.ts';

/** A row as scripts see it: names beside ids, times in UTC, absent = null. */
export function queueRowJson(row: QueueRow) {
  return {
    id: row.id,
    number: row.number,
    subject: row.subject,
    status: row.status,
    priority: row.priority,
    line: row.line,
    kind: row.kind,
    assignee: row.assignee,
    assigneeId: row.assigneeId,
    customer: row.customer,
    customerId: row.customerId,
    contact: row.contact,
    contactId: row.contactId,
    channel: row.channel,
    createdAt: iso(row.createdAt),
    updatedAt: iso(row.updatedAt),
    dueAt: iso(row.dueAt),
    promiseAt: iso(row.promiseAt),
    scheduledUntil: iso(row.scheduledUntil),
    tags: row.tags,
    returns: row.returns,
    demo: row.isDemo,
  };
}

/** A ticket's state after a command: the keys of a queue row, and how many events made it. */
export function ticketStateJson(desk: Desk, ticket: Ticket) {
  return { ...queueRowJson(ticketRow(desk, ticket)), rev: ticket.rev };
}

/** Epoch ms as ISO with Z; null stays null. */
export function iso(at: number): string;
export function iso(at: number | null): string | null;
export function iso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
