import { rowsOf } from './client-check.ts';
import type { Ledger } from './ledger.ts';
import type { SimClient } from './sim-client.ts';

interface OutboxRow {
  readonly seq: number;
  readonly op_id: string;
  readonly type: string;
  readonly entity_type: string;
  readonly entity_id: string;
  readonly payload: string;
}

/** Notes the operations that are new in the outbox; returns the place of the last one. */
export function keepBooks(
  ledger: Ledger,
  client: SimClient,
  { token, lastOp }: { readonly token: string; readonly lastOp: number },
): number {
  const text =
    'SELECT seq, op_id, type, entity_type, entity_id, payload FROM outbox WHERE seq > ? ORDER BY seq';
  const rows = rowsOf<OutboxRow>(client, text, lastOp);
  for (const row of rows) {
    const typed = row.payload.includes(token) ? token : '';
    const { op_id: opId, type, entity_type: entityType, entity_id: entityId } = row;
    const timeMs = type === 'log-time' ? 1 : 0;
    ledger.note({ opId, store: client.name, type, entityType, entityId, typed, timeMs });
  }
  return rows.at(-1)?.seq ?? lastOp;
}

/** What was taken back is not looked for any more. */
export function noteUndo(ledger: Ledger, client: SimClient): void {
  const rows = rowsOf<{ id: string }>(client, 'SELECT op_id AS id FROM outbox');
  const known = new Set(rows.map(({ id }) => id));
  const gone = [...ledger.of(client.name)].filter(({ opId }) => !known.has(opId));
  for (const { opId } of gone.slice(-1)) ledger.takeBack(client.name, opId);
}
