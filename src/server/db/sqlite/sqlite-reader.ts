import { EMPTY_CHAIN } from '../../../protocol/chain.ts';
import type { OpResult, TicketAlias } from '../../../protocol/wire.ts';
import type { Sql } from '../../../store/sql.ts';
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

const LOG = `SELECT log.space, log.seq, op_id AS opId, log.entity_type AS entityType,
  log.entity_id AS entityId, type, by_id AS byId, device, occurred_at AS occurredAt,
  received_at AS receivedAt, hash, chain, body FROM log`;
const RESULT = 'SELECT client_id AS clientId, cseq, op_id AS opId, result FROM result';
const CLIENT = `SELECT client_id AS clientId, device_id AS deviceId, last_cseq AS lastCseq,
  last_op_id AS lastOpId, history_until AS historyUntil, last_at AS lastAt FROM client`;
const ENTITY = 'SELECT type, id, space, rev, state FROM entity';

/** Small enough that nobody waits for one of them. */
const CHUNK = { rows: 200, bytes: 1_000_000 };

type ResultRow = Omit<StoredResult, 'result'> & { readonly result: string };

/** All that is read of a server's SQLite file, one statement at a time. */
export class SqliteReader implements StoreView {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  async heads(spaces: readonly string[]): Promise<readonly SpaceHead[]> {
    return this.#listed<SpaceHead>(
      `SELECT code, title, head, chain, floor FROM space
       WHERE code IN (SELECT value FROM json_each(?)) ORDER BY code`,
      spaces,
    );
  }

  async clients(ids: readonly string[]): Promise<readonly ClientRecord[]> {
    const text = `${CLIENT} WHERE client_id IN (SELECT value FROM json_each(?)) ORDER BY client_id`;
    return this.#listed<ClientRecord>(text, ids);
  }

  async clientsOf(deviceIds: readonly string[]): Promise<readonly ClientRecord[]> {
    const text = `${CLIENT} WHERE device_id IN (SELECT value FROM json_each(?)) ORDER BY client_id`;
    return this.#listed<ClientRecord>(text, deviceIds);
  }

  async resultsByOp(opIds: readonly string[]): Promise<readonly StoredResult[]> {
    const text = `${RESULT} WHERE op_id IN (SELECT value FROM json_each(?)) ORDER BY client_id, cseq`;
    return this.#listed<ResultRow>(text, opIds).map(resultOf);
  }

  async resultsFrom(
    clientId: string,
    fromCseq: number,
    limit: number,
  ): Promise<readonly StoredResult[]> {
    const text = `${RESULT} WHERE client_id = ? AND cseq >= ? ORDER BY cseq LIMIT ?`;
    return this.#sql.all<ResultRow>(text, clientId, fromCseq, limit).map(resultOf);
  }

  async entities(keys: readonly EntityKey[]): Promise<readonly EntityRecord[]> {
    const found = keys.map(({ type, id }) =>
      this.#sql.get<EntityRecord>(`${ENTITY} WHERE type = ? AND id = ?`, type, id),
    );
    return found.filter((entity) => entity !== undefined);
  }

  async changedSince(space: string, seq: number): Promise<readonly EntityKey[]> {
    return this.#sql.all<EntityKey>(
      `SELECT DISTINCT entity_type AS type, entity_id AS id FROM touch WHERE space = ? AND seq > ?`,
      ...[space, seq],
    );
  }

  async history(entityId: string, limit: number): Promise<readonly LogRecord[]> {
    return this.#sql.all<LogRecord>(
      `WITH last AS (
         SELECT n, space, seq FROM touch WHERE entity_id = ? ORDER BY n DESC LIMIT ?
       ) ${LOG} JOIN last ON last.space = log.space AND last.seq = log.seq ORDER BY n`,
      ...[entityId, limit],
    );
  }

  async names(names: readonly string[]): Promise<readonly TicketAlias[]> {
    return this.#listed<TicketAlias>(
      `SELECT alias, ticket_id AS ticketId FROM alias
       WHERE alias IN (SELECT value FROM json_each(?)) ORDER BY alias`,
      names,
    );
  }

  async lastNumber(): Promise<number> {
    const text = "SELECT CAST(value AS INTEGER) AS last FROM meta WHERE key = 'numbers'";
    return this.#sql.get<{ readonly last: number }>(text)?.last ?? 0;
  }

  async rowsAfter(
    space: string,
    seq: number,
    limits: { readonly rows: number; readonly bytes: number },
  ): Promise<readonly LogRecord[]> {
    const sizes = this.#sql.all<{ readonly seq: number; readonly bytes: number }>(
      `SELECT seq, octet_length(body) AS bytes FROM log WHERE space = ? AND seq > ?
       ORDER BY seq LIMIT ?`,
      ...[space, seq, limits.rows],
    );
    let bytes = 0;
    const end = sizes.findIndex((row, index) => {
      bytes += row.bytes;
      return index > 0 && bytes > limits.bytes;
    });
    const last = sizes.at(end === -1 ? -1 : end - 1);
    if (!last) return [];
    const text = `${LOG} WHERE space = ? AND seq > ? AND seq <= ? ORDER BY seq`;
    return this.#sql.all<LogRecord>(text, space, seq, last.seq);
  }

  async chainAt(space: string, seq: number): Promise<string | null> {
    if (seq === 0) return EMPTY_CHAIN;
    const text = 'SELECT chain FROM log WHERE space = ? AND seq = ?';
    return this.#sql.get<{ readonly chain: string }>(text, space, seq)?.chain ?? null;
  }

  eachEntity(space: string, type: EntityRecord['type']): AsyncIterable<readonly EntityRecord[]> {
    const text = `${ENTITY} WHERE space = ? AND type = ? AND is_open = ? AND id > ?
      AND state IS NOT NULL ORDER BY id LIMIT ${CHUNK.rows}`;
    return entitiesInChunks(CHUNK.rows, async (isOpen, after) =>
      this.#sql.all<EntityRecord>(text, space, type, isOpen, after),
    );
  }

  eachRow(space: string, upTo: number): AsyncIterable<readonly LogRecord[]> {
    return rowsInChunks(this, { space, upTo }, CHUNK);
  }

  #listed<Row>(text: string, values: readonly string[]): Row[] {
    return values.length === 0 ? [] : this.#sql.all<Row>(text, JSON.stringify(values));
  }
}

/** The server wrote it: it is read as it was written. */
function resultOf(row: ResultRow): StoredResult {
  return { ...row, result: JSON.parse(row.result) as OpResult };
}
