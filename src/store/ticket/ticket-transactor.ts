import type { TicketCommand } from '../../domain/command.ts';
import type { DecideContext } from '../../domain/decide-context.ts';
import { decideTicket } from '../../domain/decide-ticket.ts';
import type { DeskConfig } from '../../domain/desk-config.ts';
import type { TicketEvent } from '../../domain/event.ts';
import { evolveTicket, replayTicket } from '../../domain/evolve-ticket.ts';
import type { Op } from '../../domain/op.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { asksForCustomer } from '../../domain/sla/choose-policy.ts';
import type { Entry, Ticket } from '../../domain/ticket.ts';
import type { MatchedCustomer } from '../../domain/ticket-match.ts';
import { must } from '../../util/must.ts';
import { ok, type Result } from '../../util/result.ts';
import type { Store } from '../open-store.ts';
import { writeOp } from '../outbox/outbox-transactor.ts';
import { PeopleReader } from '../people/people-reader.ts';
import { deadlineColumns } from './deadline-columns.ts';
import type { StoredEntry } from './entry-row.ts';
import { TicketReader } from './ticket-reader.ts';
import { writeTicketRow } from './ticket-row.ts';
import { TicketTextIndex } from './ticket-text-index.ts';

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
  readonly #index: TicketTextIndex;
  readonly #people: PeopleReader;

  constructor(store: Store) {
    super(store.sql);
    this.#store = store;
    this.#index = new TicketTextIndex(store);
    this.#people = new PeopleReader(store.sql);
  }

  /** Runs one command on all tickets that it changes. A refusal by a rule writes nothing. */
  execute(op: Op & { payload: TicketCommand }, context: DecideContext): Result<Executed, Refusal> {
    return this.#store.sql.transact(() => {
      const state = this.byId(op.entityId);
      const decided = decideTicket(op.payload, state, context);
      if (!decided.ok) return decided;
      const events = decided.value;
      const tickets = this.#index.together(() =>
        [...byTicket(events)].map(([id, own]) =>
          this.#fold(id, own, context.desk, id === op.entityId ? state : this.byId(id)),
        ),
      );
      this.#writeEvents(events);
      const full = { ...op, baseRev: state?.rev ?? 0 };
      writeOp(this.#store.sql, full);
      const ticket = tickets.find(({ id }) => id === op.entityId) ?? this.byId(op.entityId);
      const others = tickets.filter(({ id }) => id !== op.entityId);
      return ok({ ticket: must(ticket, 'ticket after a command'), others, events, op: full });
    });
  }

  /** Writes what its events make of one ticket. */
  #fold(
    ticketId: string,
    events: readonly TicketEvent[],
    desk: DeskConfig,
    state: Ticket | null = this.byId(ticketId),
  ): Ticket {
    const ticket = must(events.reduce(evolveTicket, state), 'ticket after a decided command');
    const seq = this.#writeTicket(ticket, desk);
    const added = this.#writeEntries(seq, events);
    if (state === null) this.#index.add(seq, ticket, added);
    else if (added.length > 0 || touchesText(events)) this.#index.rewrite(seq, ticket);
    return ticket;
  }

  /** Writes what a change of the desk itself did to its tickets; its operation is written beside. */
  append(events: readonly TicketEvent[], desk: DeskConfig): void {
    this.#store.sql.transact(() => {
      this.#index.together(() => {
        for (const [id, own] of byTicket(events)) this.#fold(id, own, desk);
      });
      this.#writeEvents(events);
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
        const ticket = replayTicket(this.events(id));
        if (ticket) this.#index.rewrite(this.#writeTicket(ticket, desk), ticket);
        else this.#deleteTicket(id);
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
      this.#deleteTicket(ticketId);
    });
  }

  /** Who is served by a ticket, where the desk's policies ask for it. */
  #customerFor(ticket: Ticket, desk: DeskConfig): MatchedCustomer | null {
    return asksForCustomer(desk) ? this.#people.served(ticket.customerId) : null;
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
    const due = deadlineColumns(ticket, desk, this.#customerFor(ticket, desk));
    return writeTicketRow(this.sql, ticket, due);
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
