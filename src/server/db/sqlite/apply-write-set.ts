import type { Sql } from '../../../store/sql.ts';
import { BugError } from '../../../util/must.ts';
import { allTouches } from '../all-touches.ts';
import { auditLink, NO_AUDIT } from '../audit-chain.ts';
import type { AuditFact, EntityRecord, LogRecord, WriteSet } from '../server-store.ts';

/** Writes a whole set inside the surrounding transaction; returns the new heads of its spaces. */
export function applyWriteSet(sql: Sql, set: WriteSet): ReadonlyMap<string, number> {
  const heads = addRows(sql, set.rows);
  for (const entity of set.entities) putEntity(sql, entity);
  for (const { type, id, space, seq } of allTouches(set)) {
    sql.run(
      'INSERT INTO touch (entity_type, entity_id, space, seq) VALUES (?, ?, ?, ?)',
      ...[type, id, space, seq],
    );
  }
  for (const { alias, ticketId } of set.aliases) addAlias(sql, alias, ticketId);
  for (const { clientId, cseq, opId, result } of set.results) {
    sql.run(
      'INSERT INTO result (client_id, cseq, op_id, result) VALUES (?, ?, ?, ?)',
      ...[clientId, cseq, opId, JSON.stringify(result)],
    );
  }
  for (const client of set.clients) {
    sql.run(
      `INSERT INTO client (client_id, device_id, last_cseq, last_op_id, history_until, last_at)
       VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (client_id) DO UPDATE SET
         last_cseq = excluded.last_cseq, last_op_id = excluded.last_op_id,
         history_until = excluded.history_until, last_at = excluded.last_at`,
      ...[client.clientId, client.deviceId, client.lastCseq, client.lastOpId],
      ...[client.historyUntil, client.lastAt],
    );
  }
  addAudit(sql, set.audit);
  if (set.lastNumber !== undefined) raiseCount(sql, set.lastNumber);
  return heads;
}

function raiseCount(sql: Sql, last: number): void {
  sql.run(
    `INSERT INTO meta (key, value) VALUES ('numbers', ?) ON CONFLICT (key)
     DO UPDATE SET value = excluded.value WHERE CAST(value AS INTEGER) < ?`,
    ...[String(last), last],
  );
}

/** Adds rows that continue their logs without a hole; anything else is our mistake, and undone. */
function addRows(sql: Sql, rows: readonly LogRecord[]): Map<string, number> {
  const last = new Map<string, LogRecord>();
  for (const row of rows) {
    const before = last.get(row.space)?.seq ?? headOf(sql, row.space);
    if (row.seq !== before + 1) throw new BugError(`${row.space} ${row.seq} after ${before}`);
    addRow(sql, row);
    last.set(row.space, row);
  }
  for (const { space, seq, chain } of last.values()) {
    sql.run('UPDATE space SET head = ?, chain = ? WHERE code = ?', seq, chain, space);
  }
  return new Map([...last].map(([space, { seq }]) => [space, seq]));
}

function headOf(sql: Sql, space: string): number {
  const row = sql.get<{ head: number }>('SELECT head FROM space WHERE code = ?', space);
  if (!row) throw new BugError(`unknown space ${space}`);
  return row.head;
}

function addRow(sql: Sql, row: LogRecord): void {
  sql.run(
    `INSERT INTO log (space, seq, op_id, entity_type, entity_id, type, by_id, device, occurred_at,
       received_at, hash, chain, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[row.space, row.seq, row.opId, row.entityType, row.entityId, row.type, row.byId],
    ...[row.device, row.occurredAt, row.receivedAt, row.hash, row.chain, row.body],
  );
}

function putEntity(sql: Sql, { type, id, space, rev, state }: EntityRecord): void {
  sql.run(
    `INSERT INTO entity (type, id, space, rev, is_open, state)
     VALUES (?, ?, ?, ?, ${IS_OPEN}, ?)
     ON CONFLICT (type, id) DO UPDATE SET space = excluded.space, rev = excluded.rev,
       is_open = excluded.is_open, state = excluded.state`,
    ...[type, id, space, rev, type, state, state],
  );
}

/** What is worked on: read from the state by SQLite, which costs a tenth of parsing it here. */
const IS_OPEN = `? = 'ticket' AND coalesce(json_extract(?, '$.status'), 'closed')
  NOT IN ('resolved', 'closed', 'merged')`;

function addAlias(sql: Sql, alias: string, ticketId: string): void {
  const { changes } = sql.run(
    'INSERT INTO alias (alias, ticket_id) VALUES (?, ?) ON CONFLICT DO NOTHING',
    ...[alias, ticketId],
  );
  if (changes === 1) return;
  const known = sql.get('SELECT 1 FROM alias WHERE alias = ? AND ticket_id = ?', alias, ticketId);
  if (!known) throw new BugError(`${alias} is another ticket's`);
}

function addAudit(sql: Sql, facts: readonly AuditFact[]): void {
  if (facts.length === 0) return;
  type End = { readonly n: number; readonly hash: string };
  let last: End = sql.get<End>('SELECT n, hash FROM audit ORDER BY n DESC LIMIT 1') ?? NO_AUDIT;
  for (const fact of facts) {
    const link = auditLink(last, fact);
    sql.run(
      `INSERT INTO audit (n, at, who, device, what, detail, prev, hash)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      ...[link.n, link.at, link.who, link.device, link.what, JSON.stringify(link.detail)],
      ...[link.prev, link.hash],
    );
    last = link;
  }
}
