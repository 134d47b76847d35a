import type { TicketCommand } from '../../domain/command.ts';
import type { DecideContext } from '../../domain/decide-context.ts';
import { decideTicket } from '../../domain/decide-ticket.ts';
import type { DeskConfig } from '../../domain/desk-config.ts';
import type { TicketEvent } from '../../domain/event.ts';
import { evolveTicket, replayTicket } from '../../domain/evolve-ticket.ts';
import type { Op } from '../../domain/op.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { type Conversation, isConversationClosed } from '../../domain/withhold.ts';
import { must } from '../../util/must.ts';
import { ok, type Result } from '../../util/result.ts';
import type { Store } from '../open-store.ts';
import { writeOp } from '../outbox/outbox-transactor.ts';
import { isJoined } from '../sync/membership-store.ts';
import type { StoredEntry } from './entry-row.ts';
import { TicketReader } from './ticket-reader.ts';
import { TicketWriter } from './ticket-writer.ts';

export interface Executed {
  readonly ticket: Ticket;
  /** Other tickets that the command changed. */
  readonly others: readonly Ticket[];
  readonly events: readonly TicketEvent[];
  readonly op: Op;
}

/** Decides and writes commands: state, events, timeline, text index and outbox in one transaction. */
export class TicketTransactor extends TicketReader {
  readonly #store: Store;
  readonly #write: TicketWriter;

  constructor(store: Store) {
    super(store.sql);
    this.#store = store;
    this.#write = new TicketWriter(store);
  }

  /** Runs one command on all tickets that it changes. A refusal by a rule writes nothing. */
  execute(op: Op & { payload: TicketCommand }, context: DecideContext): Result<Executed, Refusal> {
    return this.#store.sql.transact(() => {
      const state = this.byId(op.entityId);
      const decided = decideTicket(op.payload, state, context);
      if (!decided.ok) return decided;
      const events = decided.value;
      const seen = state && this.#seen(state, events);
      const tickets = this.#write.index.together(() =>
        [...byTicket(events)].map(([id, own]) =>
          this.#fold(id, own, context.desk, id === op.entityId ? state : this.byId(id)),
        ),
      );
      this.#write.events(events);
      const full = { ...op, baseRev: state?.rev ?? 0 };
      writeOp(this.#store.sql, full, seen);
      const ticket = tickets.find(({ id }) => id === op.entityId) ?? this.byId(op.entityId);
      const others = tickets.filter(({ id }) => id !== op.entityId);
      return ok({ ticket: must(ticket, 'ticket after a command'), others, events, op: full });
    });
  }

  /** What a text for the customer is written upon; null for anything else, and without a server. */
  #seen(ticket: Ticket, events: readonly TicketEvent[]): Conversation | null {
    if (!events.some(({ fact }) => isPublicText(fact)) || !isJoined(this.sql)) return null;
    const text = `SELECT e.id FROM entry e JOIN ticket t ON t.seq = e.ticket_seq
      WHERE t.id = ? AND e.visibility = 'public' ORDER BY e.seq DESC LIMIT 1`;
    const lastPublicEntryId = this.sql.get<{ id: string }>(text, ticket.id)?.id ?? null;
    const { assigneeId } = ticket;
    return { lastPublicEntryId, assigneeId, isClosed: isConversationClosed(ticket) };
  }

  /** Writes what its events make of one ticket. */
  #fold(
    ticketId: string,
    events: readonly TicketEvent[],
    desk: DeskConfig,
    state: Ticket | null = this.byId(ticketId),
  ): Ticket {
    const ticket = must(events.reduce(evolveTicket, state), 'ticket after a decided command');
    const seq = this.#write.ticket(ticket, desk);
    const added = this.#write.entries(seq, events);
    if (state === null) this.#write.index.add(seq, ticket, added);
    else if (added.length > 0 || touchesText(events)) this.#write.index.rewrite(seq, ticket);
    return ticket;
  }

  /** Writes what a change of the desk itself did to its tickets; its operation is written beside. */
  append(events: readonly TicketEvent[], desk: DeskConfig): void {
    this.#store.sql.transact(() => {
      this.#write.index.together(() => {
        for (const [id, own] of byTicket(events)) this.#fold(id, own, desk);
      });
      this.#write.events(events);
    });
  }

  /**
   * Writes a whole history that was decided elsewhere by the same rules: its row and its text index
   * once, nothing into the outbox. For demo tickets, which are never sent and never undone.
   */
  writeHistory(events: readonly TicketEvent[], desk: DeskConfig): Ticket {
    return this.#store.sql.transact(() => {
      const ticket = must(replayTicket(events), 'ticket of a history');
      const seq = this.#write.ticket(ticket, desk);
      this.#write.events(events);
      this.#write.entries(seq, events);
      this.#write.index.rewrite(seq, ticket);
      return ticket;
    });
  }

  /** Runs many commands in one transaction, cheaper than one by one: all of them or none. */
  together<T>(work: () => T): T {
    return this.#store.sql.transact(() => this.#write.index.together(work));
  }

  /**
   * Takes an operation back with everything it did, and folds its tickets from what remains. The
   * caller has checked that nothing later stands on them. Returns the removed entries.
   */
  revert(opId: string, desk: DeskConfig): readonly StoredEntry[] {
    return this.#store.sql.transact(() => {
      const tickets = this.touchedBy(opId);
      const removed = tickets.flatMap((id) =>
        this.entries(id).filter((e) => e.ticketId === id && e.id.startsWith(`${opId}:`)),
      );
      for (const table of ['delivery', 'entry', 'event', 'outbox'] as const) {
        this.sql.run(`DELETE FROM ${table} WHERE op_id = ?`, opId);
      }
      for (const id of tickets) {
        const events = this.events(id);
        // A deadline that passed keeps nobody from taking the registration back.
        const ticket = events[0]?.fact.type === 'registered' ? replayTicket(events) : null;
        if (ticket) this.#write.index.rewrite(this.#write.ticket(ticket, desk), ticket);
        else this.erase(id);
      }
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
      this.#write.remove(ticketId);
    });
  }
}

function isPublicText(fact: TicketEvent['fact']): boolean {
  if (fact.type !== 'entry-added') return false;
  return fact.entry.visibility === 'public' && fact.entry.author.type === 'person';
}

function touchesText(events: readonly TicketEvent[]): boolean {
  return events.some(
    ({ fact }) =>
      fact.type === 'merged-in' ||
      (fact.type === 'field-changed' &&
        (fact.field.name === 'subject' ||
          fact.field.name === 'customerId' ||
          fact.field.name === 'contactId')),
  );
}

function byTicket(events: readonly TicketEvent[]): ReadonlyMap<string, readonly TicketEvent[]> {
  return Map.groupBy(events, ({ ticketId }) => ticketId);
}
