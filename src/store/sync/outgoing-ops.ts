import type { Op } from '../../domain/op.ts';
import type { Conversation } from '../../domain/withhold.ts';
import { MOST_NAMES, type WireOp } from '../../protocol/wire.ts';
import type { OutgoingOp } from '../../sync/sync-store.ts';
import type { Sql } from '../sql.ts';
import { MembershipStore } from './membership-store.ts';
import { touchedBy } from './pending-ops.ts';

interface OutgoingRow {
  readonly seq: number;
  readonly opId: string;
  readonly cseq: number | null;
  readonly v: number;
  readonly space: string;
  readonly entityType: Op['entityType'];
  readonly entityId: string;
  readonly baseRev: number;
  readonly payload: string;
  readonly bytes: number;
  readonly occurredAt: number;
  readonly byId: string;
  readonly state: 'pending' | 'parked';
  readonly isHistory: number;
  readonly seen: string | null;
}

const COLUMNS = `seq, op_id AS opId, cseq, v, space, entity_type AS entityType,
  entity_id AS entityId, base_rev AS baseRev, payload, octet_length(payload) AS bytes, occurred_at AS occurredAt, by_id AS byId,
  state, is_history AS isHistory, seen`;

/** What a batch may hold: so many operations, and about so many bytes of what they carry. */
export interface BatchLimits {
  readonly most: number;
  readonly bytes: number;
}

/**
 * The next operations for the server, in the order of their dense numbers: first those that were on
 * their way before, then new ones, which get their numbers here. Held ones and everything behind
 * them on the same entities stay. Call it in a transaction.
 */
export function takeOutgoing(sql: Sql, limits: BatchLimits): readonly OutgoingOp[] {
  const membership = new MembershipStore(sql);
  const batch: OutgoingOp[] = [];
  let bytes = 0;
  for (const row of candidates(sql, limits.most)) {
    bytes += row.bytes;
    if (batch.length > 0 && bytes > limits.bytes) break;
    const cseq = isNumbered(row) ? row.cseq : membership.nextCseq();
    if (!isNumbered(row)) sql.run('UPDATE outbox SET cseq = ? WHERE seq = ?', cseq, row.seq);
    batch.push(toOutgoing(sql, row, cseq));
  }
  return batch;
}

/** Whether it has a number of this client; one of an earlier client counts no more. */
function isNumbered(row: OutgoingRow): row is OutgoingRow & { readonly cseq: number } {
  return row.cseq !== null && row.cseq > 0;
}

function* candidates(sql: Sql, most: number): Generator<OutgoingRow> {
  const sent = sql.all<OutgoingRow>(
    `SELECT ${COLUMNS} FROM outbox WHERE cseq IS NOT NULL AND cseq > 0 AND acked_seq IS NULL
       AND state IN ('pending', 'parked') ORDER BY cseq LIMIT ?`,
    most,
  );
  yield* sent;
  let left = most - sent.length;
  if (left <= 0) return;
  const fresh = sql.all<OutgoingRow>(
    `SELECT ${COLUMNS} FROM outbox WHERE state <> 'landed' AND state = 'pending'
       AND (cseq IS NULL OR cseq < 0) AND is_demo = 0 ORDER BY seq LIMIT ?`,
    most + MOST_BLOCKED,
  );
  const blocked = heldEntities(sql);
  for (const row of fresh) {
    const touched = blocked.size === 0 ? [] : touchedBy(sql, row);
    if (touched.some((id) => blocked.has(id))) {
      for (const id of touched) blocked.add(id);
    } else if (left > 0) {
      left -= 1;
      yield row;
    }
  }
}

/** So many operations behind held ones are looked past. */
const MOST_BLOCKED = 500;

function heldEntities(sql: Sql): Set<string> {
  const held = sql.all<{ opId: string; entityId: string }>(
    `SELECT op_id AS opId, entity_id AS entityId FROM outbox
     WHERE state <> 'landed' AND state = 'held'`,
  );
  return new Set(held.flatMap((op) => touchedBy(sql, op)));
}

function toOutgoing(sql: Sql, row: OutgoingRow, cseq: number): OutgoingOp {
  const { seq: _, bytes: __, state, isHistory, seen, payload: stored, ...op } = row;
  if (state === 'parked') return { op: noop(row, cseq), blobs: [] };
  // Written by `writeOp` only.
  const payload = JSON.parse(stored) as Op['payload'];
  const wire: WireOp = {
    ...op,
    cseq,
    payload,
    ...calledHere(sql, op.opId),
    ...(isHistory === 1 ? { isHistory: true } : {}),
    ...(seen === null ? {} : { seen: JSON.parse(seen) as Conversation }),
  };
  return { op: wire, blobs: [...new Set(attachmentsIn(payload))] };
}

/** The same operation without what the server cannot take. */
function noop({ opId, v, space, occurredAt, byId }: OutgoingRow, cseq: number): WireOp {
  const payload = { type: 'keep-breaches' } as const;
  const about = { entityType: 'ticket', entityId: opId, baseRev: 0 } as const;
  return { ...{ opId, v, space, occurredAt, byId, cseq, payload }, ...about, isNoop: true };
}

/** What a new ticket is called here: its number, and names that were told to somebody before. */
function calledHere(sql: Sql, opId: string): Pick<WireOp, 'number' | 'names'> {
  const text = `SELECT t.id, t.number FROM event e JOIN ticket t ON t.id = e.entity_id
    WHERE e.op_id = ? AND e.type = 'registered' ORDER BY e.seq LIMIT 1`;
  const ticket = sql.get<{ id: string; number: string }>(text, opId);
  if (ticket === undefined) return {};
  const names = sql
    .all<{ alias: string }>(
      'SELECT alias FROM ticket_alias WHERE ticket_id = ? AND alias <> ? ORDER BY alias LIMIT ?',
      ticket.id,
      ticket.number,
      MOST_NAMES,
    )
    .map(({ alias }) => alias);
  return { number: ticket.number, ...(names.length > 0 ? { names } : {}) };
}

function attachmentsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(attachmentsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) => {
    return name === 'attachments' && Array.isArray(item)
      ? item.flatMap(hashOf)
      : attachmentsIn(item);
  });
}

function hashOf(file: unknown): string[] {
  const isFile = typeof file === 'object' && file !== null && 'hash' in file;
  return isFile && typeof file.hash === 'string' ? [file.hash] : [];
}
