import type { Op } from '../../domain/op.ts';
import { typedText } from '../../domain/typed-text.ts';
import type { CurrentState } from '../../protocol/wire.ts';
import { sha256 } from '../../util/sha256.ts';
import type { MessageParams } from '../../util/user-error.ts';
import { DeliveryStore } from '../delivery/delivery-store.ts';
import type { Sql } from '../sql.ts';
import type { DiscrepancyKind } from './tray-store.ts';

/** What nobody did by hand: it is noted, but asks nobody for a decision. */
const automatic: ReadonlySet<string> = new Set([
  'keep-breaches',
  'wake',
  'close-by-timeout',
  'receive',
  'log-search',
  'expire-shift',
]);

/** Why an operation lies in the tray. */
export interface TrayReason {
  readonly kind: DiscrepancyKind;
  readonly code: string;
  readonly params?: MessageParams | undefined;
  readonly theirs?: CurrentState | undefined;
}

type TrayOp = Pick<Op, 'opId' | 'entityType' | 'entityId' | 'payload'>;

/**
 * Puts an operation into the tray with everything that was typed in it; returns the id, or null for
 * what is there already or asks nobody. Call it in the transaction that takes the operation out.
 */
export function putInTray(sql: Sql, op: TrayOp, reason: TrayReason, now: number): string | null {
  if (reason.kind !== 'withheld') new DeliveryStore(sql).drop(op.opId);
  const id = sha256(`${op.opId} ${reason.kind}`).slice(0, 12);
  const text = typedText(op.payload);
  const isQuiet = automatic.has(op.payload.type) && (op.payload.type !== 'receive' || text === '');
  const { changes } = sql.run(
    `INSERT OR IGNORE INTO discrepancy (id, op_id, kind, code, params, entity_type, entity_id,
       command, text, mine, theirs, created_at, settled_at, settled_how, settled_by)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    op.opId,
    reason.kind,
    reason.code,
    JSON.stringify(reason.params ?? {}),
    op.entityType,
    op.entityId,
    op.payload.type,
    text,
    JSON.stringify(op.payload),
    reason.theirs === undefined ? null : JSON.stringify(reason.theirs),
    now,
    isQuiet ? now : null,
    isQuiet ? 'discarded' : null,
    isQuiet ? '' : null,
  );
  return changes === 1 && !isQuiet ? id : null;
}
