import { chmodSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { TicketEvent } from '../../../domain/event.ts';
import type { Entry } from '../../../domain/ticket.ts';
import { SNAPSHOT_FORM, snapshotSchema } from '../../../protocol/snapshot-schema.ts';
import { storedFact } from '../../../protocol/stored-fact.ts';
import type { LogRow, RowBody } from '../../../protocol/wire.ts';
import type { WireRecord } from '../../../protocol/wire-record.ts';
import { Sql } from '../../../store/sql.ts';
import type { EntityRecord, LogRecord } from '../server-store.ts';

/** What a snapshot is of. */
export interface SnapshotMoment {
  readonly space: string;
  readonly seq: number;
  readonly chain: string;
  readonly epoch: string;
}

/**
 * Fills one snapshot file: first the entities as they stand, then every row of the log in order.
 * Tickets that lie elsewhere by now are left out with all they had here.
 */
export class SnapshotBuilder {
  readonly #sql: Sql;
  readonly #tickets = new Set<string>();

  constructor(path: string, moment: SnapshotMoment) {
    rmSync(path, { force: true });
    this.#sql = new Sql(new Database(path), path);
    chmodSync(path, 0o600);
    // Nobody needs half a file: a kill throws it away, and it is synced as a whole at the end.
    this.#sql.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN');
    this.#sql.exec(snapshotSchema);
    const about = { form: SNAPSHOT_FORM, ...moment };
    for (const [key, value] of Object.entries(about)) {
      this.#sql.run('INSERT INTO about (key, value) VALUES (?, ?)', key, String(value));
    }
  }

  /** Takes tickets, open ones before the others. */
  tickets(chunk: readonly EntityRecord[]): void {
    for (const { id, state } of chunk) {
      this.#tickets.add(id);
      this.#sql.run(
        `INSERT INTO ticket (id, is_open, state)
         VALUES (?, json_extract(?, '$.status') NOT IN ('resolved', 'closed', 'merged'), ?)`,
        ...[id, state, state],
      );
    }
  }

  /** Takes people, customers, contacts or assets. */
  records(type: WireRecord['type'], chunk: readonly EntityRecord[]): void {
    for (const { id, rev, state } of chunk) {
      this.#sql.run(
        'INSERT INTO record (type, id, rev, record) VALUES (?, ?, ?, ?)',
        ...[type, id, rev, `{"type":"${type}","${type}":${state}}`],
      );
    }
  }

  /** Takes rows of the log, in order. */
  rows(chunk: readonly LogRecord[]): void {
    for (const row of chunk) {
      this.#sql.run('INSERT OR IGNORE INTO op (op_id, seq) VALUES (?, ?)', row.opId, row.seq);
      // Written by this server only.
      const body = JSON.parse(row.body) as RowBody;
      if (body.kind === 'ticket' || body.kind === 'arrived') this.#ticketRow(row, body);
      if (isReplayed(body)) {
        const told = JSON.stringify(wireRow(row, body));
        this.#sql.run('INSERT INTO log_row (seq, row) VALUES (?, ?)', row.seq, told);
      }
    }
  }

  /** The file is whole. */
  finish(): void {
    this.#sql.exec('COMMIT');
    this.#sql.close();
  }

  /** Lets go of a file that will not be used. */
  abandon(): void {
    this.#sql.close();
    rmSync(this.#sql.path, { force: true });
  }

  #ticketRow(row: LogRecord, body: RowBody & { readonly kind: 'ticket' | 'arrived' }): void {
    if (body.kind === 'arrived') this.#forget(row.entityId);
    for (const event of body.events) {
      if (this.#tickets.has(event.ticketId)) this.#event(row, event);
    }
    for (const { alias, ticketId } of body.aliases ?? []) {
      if (!this.#tickets.has(ticketId)) continue;
      this.#sql.run(
        'INSERT OR REPLACE INTO alias (alias, ticket_id) VALUES (?, ?)',
        alias,
        ticketId,
      );
    }
  }

  /** What a ticket had before it left comes again with its arrival. */
  #forget(ticketId: string): void {
    if (!this.#tickets.has(ticketId)) return;
    this.#sql.run('DELETE FROM event WHERE entity_id = ?', ticketId);
    this.#sql.run('DELETE FROM entry WHERE ticket_id = ?', ticketId);
  }

  #event({ seq, receivedAt }: LogRecord, event: TicketEvent): void {
    const { id, opId, ticketId, fact } = event;
    this.#sql.run(
      `INSERT INTO event (id, op_id, entity_id, type, at, by_id, device, fact, received_at,
         server_seq) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ...[id, opId, ticketId, fact.type, event.at, event.byId, event.device],
      ...[storedFact(fact), receivedAt, seq],
    );
    if (fact.type === 'entry-added') this.#entry(ticketId, opId, fact.entry);
  }

  #entry(ticketId: string, opId: string, entry: Entry): void {
    const { author, attachments } = entry;
    this.#sql.run(
      `INSERT INTO entry (id, ticket_id, op_id, at, kind, visibility, author_type, author_id,
         author_name, text, duration_ms, message_id, attachments)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ...[entry.id, ticketId, opId, entry.at, entry.kind, entry.visibility, author.type],
      author.type === 'system' ? null : author.id,
      author.type === 'contact' ? author.name : null,
      ...[entry.text, entry.durationMs, entry.messageId],
      attachments.length > 0 ? JSON.stringify(attachments) : null,
    );
  }
}

const replayed: readonly RowBody['kind'][] = ['article', 'desk', 'queue', 'shift', 'practice'];

/** What clients take in row by row, as it came. */
function isReplayed({ kind }: RowBody): boolean {
  return replayed.includes(kind);
}

function wireRow({ space: _space, chain: _chain, ...row }: LogRecord, body: RowBody): LogRow {
  return { ...row, body };
}
