import type { TicketEvent } from '../../domain/event.ts';
import { MAIN_SPACE } from '../../domain/space.ts';
import { storedFact } from '../../protocol/stored-fact.ts';
import type { Sql } from '../sql.ts';
import type { PendingOps } from './pending-ops.ts';
import { growRegion, regionOf } from './ticket-region.ts';
import { type TicketRow, ticketsOf } from './ticket-row.ts';

interface StandingEvent {
  readonly seq: number;
  readonly id: string;
  readonly ticketId: string;
  readonly at: number;
  readonly byId: string | null;
  readonly fact: string;
}

/** Rows that stand here already as they are told, and the others. */
export interface SplitRows {
  readonly standing: readonly TicketRow[];
  readonly others: readonly TicketRow[];
}

/**
 * Our own operations mostly come back as they were decided here: then nothing but the place in the
 * log is new. That holds only while nothing else has to be put below them.
 */
export function splitRows(sql: Sql, pending: PendingOps, rows: readonly TicketRow[]): SplitRows {
  const made = pending.ownAmong(rows.map(({ opId }) => opId));
  const own = new Set<string>();
  const standing = new Set<TicketRow>();
  for (const row of rows) {
    own.add(row.opId);
    if (made.has(row.opId) && standsSo(sql, pending, row, own)) standing.add(row);
  }
  if (standing.size === 0) return { standing: [], others: rows };
  const region = regionOf(
    sql,
    rows.filter((row) => !standing.has(row)).flatMap((row) => [...ticketsOf(row)]),
  );
  // What hangs on a ticket that has to be decided again goes with it.
  const isDrawnIn = (row: TicketRow) =>
    region.ops.has(row.opId) || !ticketsOf(row).isDisjointFrom(region.tickets);
  for (let drawn = [...standing].filter(isDrawnIn); drawn.length > 0; ) {
    for (const row of drawn) standing.delete(row);
    growRegion(
      sql,
      region,
      drawn.flatMap((row) => [...ticketsOf(row)]),
    );
    drawn = [...standing].filter(isDrawnIn);
  }
  return { standing: [...standing], others: rows.filter((row) => !standing.has(row)) };
}

/** Writes where in the log operations stand whose effects are here already. */
export function stampRows(sql: Sql, rows: readonly TicketRow[]): void {
  for (const row of rows) {
    const { opId, seq, receivedAt, events, space } = row;
    sql.run(
      `UPDATE event SET server_seq = ?, received_at = ?, device = ?
       WHERE op_id = ? AND server_seq IS NULL`,
      seq,
      receivedAt,
      events[0]?.device ?? '',
      opId,
    );
    for (const id of space === MAIN_SPACE ? [] : ticketsOf(row)) {
      sql.run('UPDATE ticket SET space = ? WHERE id = ?', space, id);
    }
  }
}

function standsSo(
  sql: Sql,
  pending: PendingOps,
  row: TicketRow,
  own: ReadonlySet<string>,
): boolean {
  if (row.kind !== 'ticket' || row.events.length === 0 || row.aliases.length > 0) return false;
  const events = sql.all<StandingEvent>(
    `SELECT seq, id, entity_id AS ticketId, at, by_id AS byId, fact FROM event
     WHERE op_id = ? AND server_seq IS NULL ORDER BY seq`,
    row.opId,
  );
  if (events.length !== row.events.length || pending.byId(row.opId) === null) return false;
  if (!events.every((event, place) => isSame(sql, event, row.events[place]))) return false;
  return events.every((event) => isLowest(sql, event, own));
}

function isSame(sql: Sql, standing: StandingEvent, told: TicketEvent | undefined): boolean {
  if (told === undefined || told.id !== standing.id || told.ticketId !== standing.ticketId) {
    return false;
  }
  if (told.at !== standing.at || told.byId !== standing.byId) return false;
  if (storedFact(told.fact) !== standing.fact) return false;
  if (told.fact.type !== 'entry-added') return true;
  const { id, text } = told.fact.entry;
  return sql.get<{ text: string }>('SELECT text FROM entry WHERE id = ?', id)?.text === text;
}

/** Nothing provisional may stand below an event of the server. */
function isLowest(sql: Sql, { ticketId, seq }: StandingEvent, own: ReadonlySet<string>): boolean {
  const text = `SELECT DISTINCT op_id AS opId FROM event
    WHERE entity_id = ? AND server_seq IS NULL AND seq < ?`;
  return sql.all<{ opId: string }>(text, ticketId, seq).every(({ opId }) => own.has(opId));
}
