import type { TicketCommand } from '../../domain/command.ts';
import type { DecideContext } from '../../domain/decide-context.ts';
import { decideTicket } from '../../domain/decide-ticket.ts';
import type { DeskConfig } from '../../domain/desk-config.ts';
import type { TicketEvent } from '../../domain/event.ts';
import { evolveTicket, replayTicket } from '../../domain/evolve-ticket.ts';
import type { Op } from '../../domain/op.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { nextActionAt, nextDueAt } from '../../domain/sla.ts';
import { type Entry, openPromises, type Ticket } from '../../domain/ticket.ts';
import { must } from '../../util/must.ts';
import { ok, type Result } from '../../util/result.ts';
import type { Store } from '../open-store.ts';
import { writeOp } from '../outbox/outbox-transactor.ts';
import { TicketReader } from './ticket-reader.ts';
import { TicketTextIndex } from './ticket-text-index.ts';

/** Sorts tickets without any deadline, promise or wake-up behind all others. */
const NEVER = 9_000_000_000_000_000;

const UPSERT = `INSERT INTO ticket (id, number, subject, kind, status, priority, line, assignee_id,
  customer_id, contact_id, channel, created_at, updated_at, is_open, next_due_at,
  next_promise_at, next_action_at, scheduled_until, returns, tags, is_automatic, is_demo,
  external_id, import_id, state)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (id) DO UPDATE SET number = excluded.number, subject = excluded.subject,
  kind = excluded.kind, status = excluded.status, priority = excluded.priority,
  line = excluded.line, assignee_id = excluded.assignee_id,
  customer_id = excluded.customer_id, contact_id = excluded.contact_id,
  updated_at = excluded.updated_at, is_open = excluded.is_open,
  next_due_at = excluded.next_due_at, next_promise_at = excluded.next_promise_at,
  next_action_at = excluded.next_action_at, scheduled_until = excluded.scheduled_until,
  returns = excluded.returns, tags = excluded.tags, state = excluded.state
  RETURNING seq`;

export interface Executed {
  readonly ticket: Ticket;
  readonly events: readonly TicketEvent[];
  readonly op: Op;
}

/** Decides and writes commands: state, events, timeline, text index and outbox in one transaction. */
export class TicketTransactor extends TicketReader {
  readonly #store: Store;
  readonly #index: TicketTextIndex;

  constructor(store: Store) {
    super(store.sql);
    this.#store = store;
    this.#index = new TicketTextIndex(store);
  }

  /** Runs one command. A refusal by a rule writes nothing. */
  execute(op: Op & { payload: TicketCommand }, context: DecideContext): Result<Executed, Refusal> {
    return this.#store.sql.transact(() => {
      const state = this.byId(op.entityId);
      const decided = decideTicket(op.payload, state, context);
      if (!decided.ok) return decided;
      const events = decided.value;
      const ticket = must(events.reduce(evolveTicket, state), 'ticket after a decided command');
      const seq = this.#writeTicket(ticket, context.desk);
      this.#writeEvents(events);
      const added = this.#writeEntries(seq, events);
      const isNew = state === null;
      if (isNew) this.#index.add(seq, ticket, added);
      else if (added.length > 0 || touchesText(events)) this.#index.rewrite(seq, ticket);
      const full = { ...op, baseRev: state?.rev ?? 0 };
      writeOp(this.#store.sql, full);
      return ok({ ticket, events, op: full });
    });
  }

  /**
   * Writes a whole history that was decided elsewhere by the same rules: its row and its text index
   * once, nothing into the outbox. For demo tickets, which are never sent and never undone.
   */
  writeHistory(events: readonly TicketEvent[], desk: DeskConfig): Ticket {
    return this.#store.sql.transact(() => {
      const ticket = must(replayTicket(events), 'ticket of a history');
      const seq = this.#writeTicket(ticket, desk);
      this.#writeEvents(events);
      this.#writeEntries(seq, events);
      this.#index.rewrite(seq, ticket);
      return ticket;
    });
  }

  /** Runs many commands in one transaction, cheaper than one by one: all of them or none. */
  together<T>(work: () => T): T {
    return this.#store.sql.transact(() => this.#index.together(work));
  }

  /**
   * Takes an operation back with everything it did, and folds the ticket from what remains.
   * The caller has checked that nothing later stands on it. Returns the removed entries.
   */
  revert(opId: string, ticketId: string, desk: DeskConfig): readonly Entry[] {
    return this.#store.sql.transact(() => {
      const removed = this.entries(ticketId).filter((e) => e.id.startsWith(`${opId}:`));
      this.sql.run('DELETE FROM delivery WHERE op_id = ?', opId);
      this.sql.run('DELETE FROM entry WHERE op_id = ?', opId);
      this.sql.run('DELETE FROM event WHERE op_id = ?', opId);
      this.sql.run('DELETE FROM outbox WHERE op_id = ?', opId);
      const ticket = replayTicket(this.events(ticketId));
      if (ticket) this.#index.rewrite(this.#writeTicket(ticket, desk), ticket);
      else this.#deleteTicket(ticketId);
      return removed;
    });
  }

  /** Removes a ticket and everything that hangs on it: demo rows and undone imports only. */
  erase(ticketId: string): void {
    this.#store.sql.transact(() => {
      for (const table of ['event', 'outbox'] as const) {
        this.sql.run(`DELETE FROM ${table} WHERE entity_id = ?`, ticketId);
      }
      for (const table of ['draft', 'delivery', 'ticket_alias'] as const) {
        this.sql.run(`DELETE FROM ${table} WHERE ticket_id = ?`, ticketId);
      }
      this.sql.run('UPDATE letter SET ticket_id = NULL WHERE ticket_id = ?', ticketId);
      this.#deleteTicket(ticketId);
    });
  }

  /** Brings the indexed deadline up to date after the desk's policies changed. */
  refreshDeadlines(desk: DeskConfig): void {
    this.#store.sql.transact(() => {
      const rows = this.sql.all<{ state: string }>('SELECT state FROM ticket WHERE is_open = 1');
      for (const row of rows) this.#writeTicket(JSON.parse(row.state) as Ticket, desk);
    });
  }

  #deleteTicket(ticketId: string): void {
    const row = this.sql.get<{ seq: number }>('SELECT seq FROM ticket WHERE id = ?', ticketId);
    if (!row) return;
    this.sql.run('DELETE FROM entry WHERE ticket_seq = ?', row.seq);
    this.sql.run('DELETE FROM ticket_tag WHERE ticket_seq = ?', row.seq);
    this.#index.remove(row.seq);
    this.sql.run('DELETE FROM ticket WHERE seq = ?', row.seq);
  }

  #writeTicket(ticket: Ticket, desk: DeskConfig): number {
    const isOpen = desk.statuses.some((s) => s.code === ticket.status && s.isOpen);
    const { seq } = must(
      this.sql.get<{ seq: number }>(
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
        isOpen ? 1 : 0,
        nextDueAt(ticket, desk),
        openPromises(ticket)[0]?.dueAt ?? null,
        nextActionAt(ticket, desk) ?? NEVER,
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
    this.#writeTags(seq, ticket.tags);
    return seq;
  }

  #writeTags(seq: number, tags: readonly string[]): void {
    const stored = this.sql
      .all<{ tag: string }>('SELECT tag FROM ticket_tag WHERE ticket_seq = ?', seq)
      .map((row) => row.tag);
    for (const tag of stored.filter((t) => !tags.includes(t))) {
      this.sql.run('DELETE FROM ticket_tag WHERE tag = ? AND ticket_seq = ?', tag, seq);
    }
    for (const tag of tags.filter((t) => !stored.includes(t))) {
      this.sql.run('INSERT INTO ticket_tag VALUES (?, ?)', tag, seq);
    }
  }

  #writeEvents(events: readonly TicketEvent[]): void {
    for (const event of events) {
      this.sql.run(
        `INSERT INTO event (id, op_id, entity_id, type, at, by_id, device, fact)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        event.id,
        event.opId,
        event.ticketId,
        event.fact.type,
        event.at,
        event.byId,
        event.device,
        JSON.stringify(withoutText(event.fact)),
      );
    }
  }

  #writeEntries(seq: number, events: readonly TicketEvent[]): Entry[] {
    const added: Entry[] = [];
    for (const { fact, opId } of events) {
      if (fact.type !== 'entry-added') continue;
      const { entry } = fact;
      added.push(entry);
      this.sql.run(
        `INSERT INTO entry (id, ticket_seq, op_id, at, kind, visibility, author_type, author_id,
           author_name, text, duration_ms, message_id, attachments)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        entry.id,
        seq,
        opId,
        entry.at,
        entry.kind,
        entry.visibility,
        entry.author.type,
        entry.author.type === 'system' ? null : entry.author.id,
        entry.author.type === 'contact' ? entry.author.name : null,
        entry.text,
        entry.durationMs,
        entry.messageId,
        entry.attachments.length > 0 ? JSON.stringify(entry.attachments) : null,
      );
    }
    return added;
  }
}

function withoutText(fact: TicketEvent['fact']): TicketEvent['fact'] {
  return fact.type === 'entry-added' ? { ...fact, entry: { ...fact.entry, text: '' } } : fact;
}

function touchesText(events: readonly TicketEvent[]): boolean {
  return events.some(
    ({ fact }) =>
      fact.type === 'field-changed' &&
      (fact.field.name === 'subject' ||
        fact.field.name === 'customerId' ||
        fact.field.name === 'contactId'),
  );
}
