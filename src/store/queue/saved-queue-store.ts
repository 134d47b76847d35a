import type { Op } from '../../domain/op.ts';
import type { QueueCommand, QueueRecord } from '../../domain/saved-queue.ts';
import { writeOp } from '../outbox/outbox-transactor.ts';
import type { Sql } from '../sql.ts';
import { keepBase } from '../sync/base-images.ts';

const COLUMNS = 'id, owner_id AS ownerId, code, title, query, saved_at AS savedAt';

/** Keeps the queues that people saved, and the order in which each has the tabs. */
export class SavedQueueStore {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** What a person sees: the desk's queues, then their own, each in the order of saving. */
  seenBy(personId: string): readonly QueueRecord[] {
    const text = `SELECT ${COLUMNS} FROM saved_queue WHERE owner_id IS NULL OR owner_id = ?
      ORDER BY owner_id IS NOT NULL, saved_at, id`;
    return this.#sql.all<QueueRecord>(text, personId);
  }

  /** The places of the tabs that a person has put in an order. */
  placesOf(personId: string): ReadonlyMap<string, number> {
    const text = 'SELECT code, place FROM queue_place WHERE person_id = ?';
    const rows = this.#sql.all<{ code: string; place: number }>(text, personId);
    return new Map(rows.map(({ code, place }) => [code, place]));
  }

  /** Does what a command says, and puts it into the outbox. */
  write(op: Op & { readonly payload: QueueCommand }): void {
    this.#sql.transact(() => {
      keepBase(this.#sql, op, this.image(op.payload));
      this.apply(op.payload);
      writeOp(this.#sql, op);
    });
  }

  /** What a command is about as it stands: a command that brings it back; null for nothing. */
  image(command: QueueCommand): QueueCommand | null {
    if (command.type === 'order-queues') {
      const text = 'SELECT code FROM queue_place WHERE person_id = ? ORDER BY place';
      const rows = this.#sql.all<{ code: string }>(text, command.personId);
      return { ...command, codes: rows.map(({ code }) => code) };
    }
    const id = command.type === 'save-queue' ? command.queue.id : command.queueId;
    const text = `SELECT ${COLUMNS} FROM saved_queue WHERE id = ?`;
    const queue = this.#sql.get<QueueRecord>(text, id);
    return queue ? { type: 'save-queue', queue } : null;
  }

  /** Does what a command says. */
  apply(command: QueueCommand): void {
    switch (command.type) {
      case 'save-queue':
        return this.#save(command.queue);
      case 'delete-queue':
        return void this.#sql.run('DELETE FROM saved_queue WHERE id = ?', command.queueId);
      case 'order-queues':
        return this.#order(command.personId, command.codes);
    }
  }

  #save({ id, ownerId, code, title, query, savedAt }: QueueRecord): void {
    // A name that another desk took at the same time: the server decides who keeps it.
    const free = `UPDATE saved_queue SET code = code || '-' || substr(id, -4)
      WHERE coalesce(owner_id, '') = ? AND code = ? AND id <> ?`;
    this.#sql.run(free, ownerId ?? '', code, id);
    this.#sql.run(
      `INSERT INTO saved_queue (id, owner_id, code, title, query, saved_at)
       VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET owner_id = excluded.owner_id,
         code = excluded.code, title = excluded.title, query = excluded.query`,
      ...[id, ownerId, code, title, query, savedAt],
    );
  }

  #order(personId: string, codes: readonly string[]): void {
    this.#sql.run('DELETE FROM queue_place WHERE person_id = ?', personId);
    for (const [place, code] of codes.entries()) {
      this.#sql.run('INSERT OR IGNORE INTO queue_place VALUES (?, ?, ?)', personId, code, place);
    }
  }
}
