import { openPromises, type Ticket } from '../../domain/ticket.ts';
import { must } from '../../util/must.ts';
import type { Sql } from '../sql.ts';
import type { DeadlineColumns } from './deadline-columns.ts';

const UPSERT = `INSERT INTO ticket (id, number, subject, kind, status, priority, line, assignee_id,
  customer_id, contact_id, channel, created_at, updated_at, is_open, next_due_at,
  next_promise_at, next_action_at, next_miss_at, scheduled_until, returns, tags, is_automatic,
  is_demo, external_id, import_id, state)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (id) DO UPDATE SET number = excluded.number, subject = excluded.subject,
  kind = excluded.kind, status = excluded.status, priority = excluded.priority,
  line = excluded.line, assignee_id = excluded.assignee_id,
  customer_id = excluded.customer_id, contact_id = excluded.contact_id,
  updated_at = excluded.updated_at, is_open = excluded.is_open,
  next_due_at = excluded.next_due_at, next_promise_at = excluded.next_promise_at,
  next_action_at = excluded.next_action_at, next_miss_at = excluded.next_miss_at,
  scheduled_until = excluded.scheduled_until,
  returns = excluded.returns, tags = excluded.tags, state = excluded.state
  RETURNING seq`;

/** Writes the row of a ticket with its tags; returns its seq. */
export function writeTicketRow(sql: Sql, ticket: Ticket, due: DeadlineColumns): number {
  const { seq } = must(
    sql.get<{ seq: number }>(
      UPSERT,
      ticket.id,
      ticket.number,
      ticket.subject,
      ticket.kind,
      ticket.status,
      ticket.priority,
      ticket.line,
      ticket.assigneeId,
      ticket.customerId,
      ticket.contactId,
      ticket.channel,
      ticket.createdAt,
      ticket.updatedAt,
      due.isOpen,
      due.dueAt,
      openPromises(ticket)[0]?.dueAt ?? null,
      due.actionAt,
      due.missAt,
      ticket.scheduledUntil,
      ticket.returns,
      JSON.stringify(ticket.tags),
      ticket.isAutomatic ? 1 : 0,
      ticket.isDemo ? 1 : 0,
      ticket.externalId,
      ticket.importId,
      JSON.stringify(ticket),
    ),
    'seq of a written ticket',
  );
  writeTags(sql, seq, ticket.tags);
  return seq;
}

function writeTags(sql: Sql, seq: number, tags: readonly string[]): void {
  const stored = sql
    .all<{ tag: string }>('SELECT tag FROM ticket_tag WHERE ticket_seq = ?', seq)
    .map((row) => row.tag);
  for (const tag of stored.filter((t) => !tags.includes(t))) {
    sql.run('DELETE FROM ticket_tag WHERE tag = ? AND ticket_seq = ?', tag, seq);
  }
  for (const tag of tags.filter((t) => !stored.includes(t))) {
    sql.run('INSERT INTO ticket_tag VALUES (?, ?)', tag, seq);
  }
}
