import { writeToken } from '../../src/app/sync/token-file.ts';
import type { Op } from '../../src/domain/op.ts';
import type { CurrentState } from '../../src/protocol/wire.ts';
import { MembershipStore } from '../../src/store/sync/membership-store.ts';
import type { DiscrepancyKind } from '../../src/store/sync/tray-store.ts';
import type { TestDesk } from './desk.ts';

export interface HandMade {
  readonly kind: DiscrepancyKind;
  readonly mine: Op['payload'] | null;
  readonly entityId: string;
  readonly entityType?: Op['entityType'];
  readonly code?: string;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly text?: string;
  readonly theirs?: CurrentState | null;
  readonly opId?: string;
  readonly id?: string;
}

/** Puts something into the tray as it comes there after an exchange with the server. */
export function putIntoTray({ desk }: TestDesk, made: HandMade): string {
  const { kind, mine, entityId, entityType = 'ticket', params = {}, theirs = null } = made;
  const typed = mine !== null && 'text' in mine && typeof mine.text === 'string' ? mine.text : '';
  const id = made.id ?? desk.makeId();
  desk.store.sql.run(
    `INSERT INTO discrepancy (id, op_id, kind, code, params, entity_type, entity_id, command, text,
       mine, theirs, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    made.opId ?? desk.makeId(),
    kind,
    made.code ?? 'already-taken',
    JSON.stringify(params),
    entityType,
    entityId,
    mine?.type ?? 'reply',
    made.text ?? typed,
    mine === null ? null : JSON.stringify(mine),
    theirs === null ? null : JSON.stringify(theirs),
    desk.clock.now(),
  );
  return id;
}

/** Makes a store one of a server: from now on letters wait for it. */
export function joinServer({ desk }: TestDesk): void {
  const server = { url: 'http://127.0.0.1:9', personId: desk.me.id, deviceId: 'd1' };
  new MembershipStore(desk.store.sql).join({ ...server, clientId: 'c1', epoch: null });
  writeToken(desk.paths, 'smena_pat_test');
}

/** What the server says of an operation: it has taken it. */
export function ackOp({ desk }: TestDesk, opId: string): void {
  desk.store.sql.run(`UPDATE outbox SET state = 'acked', cseq = seq WHERE op_id = ?`, opId);
}
