import type { Op } from '../../domain/op.ts';
import type { CurrentState } from '../../protocol/wire.ts';
import type { MessageParams } from '../../util/user-error.ts';
import type { Sql } from '../sql.ts';

/** Why something of mine lies in the tray. */
export const discrepancyKinds = [
  /** A rule refused it at the server. */
  'refused',
  /** It stands in the ticket, but the letter did not leave. */
  'withheld',
  /** The server cannot take it, however often it is sent. */
  'parked',
  /** Its group is not mine any more. */
  'lost-space',
  /** The server was put back to a time before it. */
  'lost-at-server',
  /** Somebody else published the article meanwhile. */
  'stale-article',
] as const;
export type DiscrepancyKind = (typeof discrepancyKinds)[number];

/** What a person did about it. */
export const settlements = ['retried', 'noted', 'edited', 'sent', 'merged', 'discarded'] as const;
export type Settlement = (typeof settlements)[number];

/** Something of mine that is not at the server as I meant it. Times are epoch ms. */
export interface Discrepancy {
  readonly id: string;
  readonly opId: string;
  readonly kind: DiscrepancyKind;
  /** Why: code of a refusal, of what withheld it, or of what the server said. */
  readonly code: string;
  readonly params: MessageParams;
  readonly entityType: Op['entityType'];
  readonly entityId: string;
  /** The type of the command. */
  readonly command: string;
  /** Everything a person typed in it. */
  readonly text: string;
  /** What was intended; null when nobody knows any more. */
  readonly mine: Op['payload'] | null;
  /** What stood there when the server answered; null for what I may not see. */
  readonly theirs: CurrentState | null;
  readonly typedAt: number;
  readonly createdAt: number;
  readonly settled: {
    readonly how: Settlement;
    readonly byId: string;
    readonly at: number;
  } | null;
}

interface DiscrepancyRow {
  readonly id: string;
  readonly op_id: string;
  readonly kind: DiscrepancyKind;
  readonly code: string;
  readonly params: string;
  readonly entity_type: Op['entityType'];
  readonly entity_id: string;
  readonly command: string;
  readonly text: string;
  readonly mine: string | null;
  readonly theirs: string | null;
  readonly typed_at: number | null;
  readonly created_at: number;
  readonly settled_at: number | null;
  readonly settled_how: Settlement | null;
  readonly settled_by: string | null;
}

const SELECT = `SELECT d.*, o.occurred_at AS typed_at FROM discrepancy d
  LEFT JOIN outbox o ON o.op_id = d.op_id`;

/** The tray of discrepancies: what a person has to decide. Filled by what comes from the server. */
export class TrayStore {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** What waits for a decision, the oldest first. */
  open(): Discrepancy[] {
    const text = `${SELECT} WHERE d.settled_at IS NULL ORDER BY d.created_at, d.rowid`;
    return this.#sql.all<DiscrepancyRow>(text).map(toDiscrepancy);
  }

  /** How many wait. */
  count(): number {
    const text = 'SELECT count(*) AS n FROM discrepancy WHERE settled_at IS NULL';
    return this.#sql.get<{ n: number }>(text)?.n ?? 0;
  }

  /** By its id, settled or not. */
  byId(id: string): Discrepancy | null {
    const row = this.#sql.get<DiscrepancyRow>(`${SELECT} WHERE d.id = ?`, id);
    return row === undefined ? null : toDiscrepancy(row);
  }

  /** Those whose ids end so, at most two: enough to see whether it is one. */
  endingWith(end: string): Discrepancy[] {
    const text = `${SELECT} WHERE substr(d.id, ?) = ? ORDER BY d.id LIMIT 2`;
    return this.#sql.all<DiscrepancyRow>(text, -end.length, end).map(toDiscrepancy);
  }

  /** Records what was done; inside the transaction that writes what replaces it. */
  settle(id: string, { how, byId, at }: NonNullable<Discrepancy['settled']>): void {
    this.#sql.run(
      `UPDATE discrepancy SET settled_at = ?, settled_how = ?, settled_by = ?
       WHERE id = ? AND settled_at IS NULL`,
      at,
      how,
      byId,
      id,
    );
  }
}

function toDiscrepancy(row: DiscrepancyRow): Discrepancy {
  const { settled_at: at, settled_how: how, settled_by: byId } = row;
  return {
    id: row.id,
    opId: row.op_id,
    kind: row.kind,
    code: row.code,
    // Checked when it came from the server; written by the store only.
    params: JSON.parse(row.params) as MessageParams,
    entityType: row.entity_type,
    entityId: row.entity_id,
    command: row.command,
    text: row.text,
    mine: row.mine === null ? null : (JSON.parse(row.mine) as Op['payload']),
    theirs: row.theirs === null ? null : (JSON.parse(row.theirs) as CurrentState),
    typedAt: row.typed_at ?? row.created_at,
    createdAt: row.created_at,
    settled: at === null || how === null ? null : { at, how, byId: byId ?? '' },
  };
}
