import type { Desk } from '../app/desk/desk.ts';
import { rowGroup } from '../app/queue/row-group.ts';
import { timeLeftOf, timesLeft } from '../app/sla/time-left-of.ts';
import { ticketRow } from '../app/ticket/ticket-row.ts';
import { worksNow } from '../app/work/current-works.ts';
import type { GroupField, QueueRow } from '../domain/selection.ts';
import type { TimeLeft } from '../domain/sla/time-left.ts';
import type { Ticket } from '../domain/ticket.ts';
import { familyJson } from './family-json.ts';
import { handoverStateJson } from './handover-json.ts';
import { iso } from './iso.ts';
import { supervisionJson } from './supervision-json.ts';
import { workJson, worksJson } from './work-json.ts';

/** A row as scripts see it: names beside ids, times in UTC, absent = null. */
function queueRowJson(row: QueueRow, left: TimeLeft | null) {
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
    dueTarget: left?.target ?? null,
    dueState: left?.state ?? null,
    timeLeftMinutes: left?.minutes ?? null,
    promiseAt: iso(row.promiseAt),
    scheduledUntil: iso(row.scheduledUntil),
    tags: row.tags,
    returns: row.returns,
    demo: row.isDemo,
  };
}

/** The rows of a list as scripts see them; `group` is the name of the group that a row stands in. */
export function queueRowsJson(desk: Desk, rows: readonly QueueRow[], by: GroupField | null = null) {
  const left = timesLeft(desk, rows);
  const works = worksNow(desk);
  return rows.map((row) => ({
    ...queueRowJson(row, left.get(row.id) ?? null),
    works: worksJson(works(row), desk),
    group: by === null ? null : rowGroup(row, by, desk).name,
  }));
}

/**
 * A ticket's state after a command: the keys of a queue row, how many events made it, what was
 * written down about the work, and on whom it waits.
 */
export function ticketStateJson(desk: Desk, ticket: Ticket) {
  return {
    ...queueRowJson(ticketRow(desk, ticket), timeLeftOf(desk, ticket)),
    rev: ticket.rev,
    ...workJson(desk, ticket),
    ...handoverStateJson(desk, ticket),
    ...familyJson(desk, ticket),
    ...supervisionJson(desk, ticket),
  };
}
