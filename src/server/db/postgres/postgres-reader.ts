import { EMPTY_CHAIN } from '../../../protocol/chain.ts';
import type { OpResult, TicketAlias } from '../../../protocol/wire.ts';
import { entitiesInChunks, rowsInChunks } from '../in-chunks.ts';
import type {
  ClientRecord,
  EntityKey,
  EntityRecord,
  LogRecord,
  SpaceHead,
  StoredResult,
  StoreView,
} from '../server-store.ts';
import { hasNul, type PgValue, type Runner } from './connection.ts';

const logColumns = `space, seq, op_id AS "opId", entity_type AS "entityType",
  entity_id AS "entityId", type, by_id AS "byId", device, occurred_at AS "occurredAt",
  received_at AS "receivedAt", hash, chain, body`;

const CLIENT = `SELECT client_id AS "clientId", device_id AS "deviceId", last_cseq AS "lastCseq",
  last_op_id AS "lastOpId", history_until AS "historyUntil", last_at AS "lastAt" FROM client`;
const entityColumns = 'type, id, space, rev, state';
const resultColumns = 'client_id AS "clientId", cseq, op_id AS "opId", result';

/** How much is read at once where all of it is wanted. */
const CHUNK = { rows: 500, bytes: 4 * 1024 * 1024 };

interface ResultRow extends Omit<StoredResult, 'result'> {
  readonly result: string;
}

/** Reads by the runner it was given: a transaction, which sees what it may rest on, or the pool. */
export class PostgresReader implements StoreView {
  readonly #runner: Runner;

  constructor(runner: Runner) {
    this.#runner = runner;
  }

  async heads(spaces: readonly string[]): Promise<readonly SpaceHead[]> {
    return await this.#find<SpaceHead>(
      `SELECT code, title, head, chain, floor FROM space
       WHERE code = ANY($1::text[]) ORDER BY code`,
      [storable(spaces)],
    );
  }

  async clients(ids: readonly string[]): Promise<readonly ClientRecord[]> {
    const text = `${CLIENT} WHERE client_id = ANY($1::text[]) ORDER BY client_id`;
    return await this.#find<ClientRecord>(text, [storable(ids)]);
  }

  async clientsOf(deviceIds: readonly string[]): Promise<readonly ClientRecord[]> {
    const text = `${CLIENT} WHERE device_id = ANY($1::text[]) ORDER BY client_id`;
    return await this.#find<ClientRecord>(text, [storable(deviceIds)]);
  }

  async resultsByOp(opIds: readonly string[]): Promise<readonly StoredResult[]> {
    return await this.#results('op_id = ANY($1::text[]) ORDER BY client_id, cseq', [
      storable(opIds),
    ]);
  }

  async resultsFrom(
    clientId: string,
    fromCseq: number,
    limit: number,
  ): Promise<readonly StoredResult[]> {
    return await this.#results(
      'client_id = ANY($1::text[]) AND cseq >= $2 ORDER BY cseq LIMIT $3',
      [storable([clientId]), fromCseq, limit],
    );
  }

  async entities(keys: readonly EntityKey[]): Promise<readonly EntityRecord[]> {
    const known = keys.filter(({ id }) => !id.includes('\0'));
    return await this.#find<EntityRecord>(
      `SELECT ${entityColumns} FROM entity
       JOIN unnest($1::text[], $2::text[]) AS wanted (type, id) USING (type, id)`,
      [known.map(({ type }) => type), known.map(({ id }) => id)],
    );
  }

  async changedSince(space: string, seq: number): Promise<readonly EntityKey[]> {
    return await this.#find<EntityKey>(
      `SELECT entity_type AS type, entity_id AS id FROM log WHERE space = $1 AND seq > $2
       UNION SELECT entity_type, entity_id FROM touch WHERE space = $1 AND seq > $2`,
      [space, seq],
    );
  }

  async history(entityId: string, limit: number): Promise<readonly LogRecord[]> {
    const rows = await this.#find<LogRecord>(
      `SELECT ${logColumns} FROM (
         SELECT n, space, seq FROM touch WHERE entity_id = $1 ORDER BY n DESC LIMIT $2
       ) AS touched JOIN log USING (space, seq) ORDER BY n DESC`,
      [entityId, limit],
    );
    return rows.reverse();
  }

  async names(names: readonly string[]): Promise<readonly TicketAlias[]> {
    return await this.#find<TicketAlias>(
      'SELECT alias, ticket_id AS "ticketId" FROM alias WHERE alias = ANY($1::text[]) ORDER BY alias',
      [storable(names)],
    );
  }

  async lastNumber(): Promise<number> {
    const text = "SELECT value::bigint AS last FROM meta WHERE key = 'numbers'";
    const [row] = await this.#find<{ readonly last: number }>(text, []);
    return row?.last ?? 0;
  }

  async rowsAfter(
    space: string,
    seq: number,
    limits: { readonly rows: number; readonly bytes: number },
  ): Promise<readonly LogRecord[]> {
    return await this.#find<LogRecord>(
      `SELECT ${logColumns} FROM (
         SELECT *, sum(octet_length(body)) OVER (ORDER BY seq) AS bytes,
           row_number() OVER (ORDER BY seq) AS place
         FROM (SELECT * FROM log WHERE space = $1 AND seq > $2 ORDER BY seq LIMIT $3) AS next
       ) AS measured WHERE bytes <= $4 OR place = 1 ORDER BY seq`,
      [space, seq, limits.rows, limits.bytes],
    );
  }

  async chainAt(space: string, seq: number): Promise<string | null> {
    if (seq === 0) return EMPTY_CHAIN;
    const [row] = await this.#find<{ readonly chain: string }>(
      'SELECT chain FROM log WHERE space = $1 AND seq = $2',
      [space, seq],
    );
    return row?.chain ?? null;
  }

  eachEntity(space: string, type: EntityRecord['type']): AsyncIterable<readonly EntityRecord[]> {
    const text = `SELECT ${entityColumns} FROM entity WHERE space = $1 AND type = $2
      AND is_open = $3 AND id > $4 AND state IS NOT NULL ORDER BY id LIMIT ${CHUNK.rows}`;
    return entitiesInChunks(CHUNK.rows, (isOpen, after) =>
      this.#find<EntityRecord>(text, [space, type, isOpen, after]),
    );
  }

  eachRow(space: string, upTo: number): AsyncIterable<readonly LogRecord[]> {
    return rowsInChunks(this, { space, upTo }, CHUNK);
  }

  /** PostgreSQL keeps no NUL in text, so nothing that is looked up by one can be there. */
  async #find<Row>(text: string, values: readonly PgValue[]): Promise<Row[]> {
    return hasNul(values) ? [] : await this.#runner.rows<Row>(text, values);
  }

  async #results(where: string, values: readonly PgValue[]): Promise<readonly StoredResult[]> {
    const rows = await this.#find<ResultRow>(
      `SELECT ${resultColumns} FROM result WHERE ${where}`,
      values,
    );
    // What was written by `writeSet` and by nobody else.
    return rows.map((row) => ({ ...row, result: JSON.parse(row.result) as OpResult }));
  }
}

function storable(texts: readonly string[]): string[] {
  return texts.filter((text) => !text.includes('\0'));
}
