import { isRoleAbove } from '../../../domain/decide-record.ts';
import type { Person } from '../../../domain/person.ts';
import type { PushRequest, WireOp } from '../../../protocol/wire.ts';
import type { AskedOp } from '../decide/outcome.ts';
import type { Caller } from '../sync-server.ts';
import type { ReadOp } from './read-op.ts';

/** A clock that is off by less counts as right: the way here takes some time, too. */
const TOLERANCE_MS = 5000;

/** A push that waits for its turn. */
export interface Job {
  readonly caller: Caller;
  readonly request: Pick<PushRequest, 'clientId' | 'sentAt'>;
  readonly ops: readonly ReadOp[];
  /** What the caller may see. */
  readonly spaces: ReadonlySet<string>;
}

/** When it was done by the server's clock, as far as the clock of the device can be believed. */
export function doneAt(
  op: WireOp,
  { sentAt }: Pick<PushRequest, 'sentAt'>,
  receivedAt: number,
): number {
  const skew = receivedAt - sentAt;
  return Math.trunc(op.occurredAt + (Math.abs(skew) < TOLERANCE_MS ? 0 : skew));
}

/** What is known beside an operation and whoever sent it. */
export interface Known {
  readonly people: ReadonlyMap<string, Person>;
  readonly mayBeHistory: boolean;
  readonly receivedAt: number;
  /** When the operation before it was done: what a device does today it did not do last week. */
  readonly notBefore: number;
}

/** An operation with what the server knows of it; null when it claims to be somebody else's. */
export function askOp(
  op: WireOp,
  { caller, request, spaces }: Job,
  { people, mayBeHistory, receivedAt, notBefore }: Known,
): AskedOp | null {
  const isHistory = op.isHistory === true && mayBeHistory;
  const me = people.get(caller.person.id) ?? caller.person;
  const actor = op.byId === me.id ? me : isHistory ? authorOf(op, me, people) : undefined;
  if (actor === undefined) return null;
  const earliest = isHistory ? 0 : notBefore;
  return {
    ...{ op, actor, caller: me, isHistory, receivedAt, spaces },
    device: caller.deviceName,
    deviceId: caller.deviceId,
    // Nothing happens later than it is heard of.
    occurredAt: Math.min(receivedAt, Math.max(0, earliest, doneAt(op, request, receivedAt))),
  };
}

/** Whoever did it before the store joined. Nobody gains rights by naming somebody who has more. */
function authorOf(
  { byId, entityType }: WireOp,
  me: Person,
  people: ReadonlyMap<string, Person>,
): Person | undefined {
  const author = people.get(byId);
  if (author === undefined || entityType === 'ticket') return author;
  return isRoleAbove(author.role, me.role) ? { ...author, role: me.role } : author;
}
