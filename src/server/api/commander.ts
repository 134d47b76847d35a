import type { Op } from '../../domain/op.ts';
import { OP_VERSION } from '../../domain/op.ts';
import { readShiftId } from '../../domain/shift/shift-id.ts';
import { DESK_SPACE, MAIN_SPACE } from '../../domain/space.ts';
import { misfitOfPayload } from '../../protocol/shapes/payload-shapes.ts';
import type { OpResult, WireOp } from '../../protocol/wire.ts';
import { sha256 } from '../../util/sha256.ts';
import type { Caller, Served, ServerProblem } from '../core/sync-server.ts';
import type { EntityRecord, ServerStore } from '../db/server-store.ts';
import { type ApiEntity, type ApiParts, spacesOf, toEntity } from './api-entity.ts';
import { seesPractice } from './practice-view.ts';

/** One command as a program gives it: the server makes the operation. */
export interface ApiCommand {
  readonly entityType: Op['entityType'];
  /** Absent for something new: the server gives the id. */
  readonly entityId?: string;
  /** Where a new ticket lies. */
  readonly space?: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** The same key is done once, however often it comes. */
  readonly key: string | null;
}

/** What became of a command, and how the thing stands now. */
export interface ApiOutcome {
  readonly result: OpResult;
  readonly entityId: string;
  readonly entity: ApiEntity | null;
}

/** What a program that only brings things in may do, and only with what it brought itself. */
const opening: ReadonlySet<unknown> = new Set(['register']);
const appending: ReadonlySet<unknown> = new Set(['receive', 'note']);
const MOST_TRIES = 5;

type Asked = Omit<WireOp, 'cseq'>;

/** An operation, and the id that stands for its key alone. */
interface Keyed {
  readonly op: Asked;
  readonly keyId: string | null;
}

/** Does commands of programs: as operations of a client that stands for the device of the token. */
export function createCommander(parts: ApiParts) {
  const turns = new Map<string, Promise<unknown>>();
  return async (caller: Caller, command: ApiCommand): Promise<Served<ApiOutcome>> => {
    const wrong = misfitOfPayload(command.entityType, command.payload);
    if (wrong !== null) return problem(400, 'bad-request', { at: `payload.${wrong}` });
    const known = await stands(parts, caller, command);
    if (!known.ok) return known;
    const keyed = makeOp(parts, caller, command, known.value);
    // One after another, so that their numbers are dense.
    const before = turns.get(caller.deviceId) ?? Promise.resolve();
    const turn = before.then(() => pushOne(parts, caller, keyed));
    const settled = turn.catch(() => undefined);
    turns.set(caller.deviceId, settled);
    const pushed = await turn.finally(() => {
      if (turns.get(caller.deviceId) === settled) turns.delete(caller.deviceId);
    });
    if (!pushed.ok) return pushed;
    return { ok: true, value: await outcomeOf(parts, caller, keyed.op, pushed.value) };
  };
}

/** The thing that is meant; what the caller may not see is not there. */
async function stands(
  { store, server }: ApiParts,
  caller: Caller,
  { entityType, entityId, payload }: ApiCommand,
): Promise<Served<EntityRecord | null>> {
  const isConnector = caller.person.role === 'connector';
  const [found] =
    entityId === undefined ? [] : await store.entities([{ type: entityType, id: entityId }]);
  if (isConnector && !(await isOwn({ store }, caller, payload['type'], found))) {
    return problem(403, 'not-allowed');
  }
  const isTicket = entityType === 'ticket';
  const isSeen = !found || (await spacesOf(server, caller)).has(found.space);
  if (
    !isSeen ||
    (isTicket && !found && !opening.has(payload['type']) && payload['type'] !== 'import')
  ) {
    return problem(404, 'not-found');
  }
  return { ok: true, value: found ?? null };
}

/** A connector opens tickets, and adds to those that it opened itself. */
async function isOwn(
  { store }: Pick<ApiParts, 'store'>,
  { person }: Caller,
  type: unknown,
  found: EntityRecord | undefined,
): Promise<boolean> {
  if (opening.has(type)) return found === undefined;
  if (!appending.has(type) || found?.type !== 'ticket') return false;
  const rows = await store.history(found.id, Number.MAX_SAFE_INTEGER);
  return rows[0]?.byId === person.id;
}

function makeOp(
  { surroundings }: ApiParts,
  { person, deviceId }: Caller,
  command: ApiCommand,
  found: EntityRecord | null,
): Keyed {
  const { entityType, entityId, space, payload, key } = command;
  const idOf = (...words: readonly string[]) =>
    key === null ? surroundings.makeId() : idOfWords([deviceId, key, ...words]);
  const op = {
    opId: idOf('does', JSON.stringify([entityType, entityId, space, payload])),
    v: OP_VERSION,
    space: found?.space ?? spaceOf(command),
    entityType,
    entityId: entityId ?? idOf('makes'),
    baseRev: found?.rev ?? 0,
    // Held against the shape of its type above.
    payload: payload as unknown as Op['payload'],
    occurredAt: surroundings.now(),
    byId: person.id,
  };
  return { op, keyId: key === null ? null : idOf('stands for it') };
}

/** Where something new lies: a shift says so by its id. */
function spaceOf({ entityType, entityId = '', space }: ApiCommand): string {
  if (entityType === 'shift') return readShiftId(entityId)?.space ?? MAIN_SPACE;
  return space ?? (entityType === 'ticket' ? MAIN_SPACE : DESK_SPACE);
}

/** The same words give the same id: the server knows an operation that it has seen. */
function idOfWords(words: readonly string[]): string {
  const hash = sha256(JSON.stringify(words));
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}

async function pushOne(
  parts: ApiParts,
  caller: Caller,
  { op, keyId }: Keyed,
): Promise<Served<OpResult>> {
  const { server, store, surroundings } = parts;
  const clientId = `api-${caller.deviceId}`;
  for (let tries = 1; ; tries += 1) {
    const known = keyId === null ? null : await underKey(store, op.opId, keyId);
    if (known) return known;
    const [client] = await store.clients([clientId]);
    const cseq = (client?.lastCseq ?? 0) + 1;
    const head = { clientId, epoch: null, schema: OP_VERSION, sentAt: surroundings.now() };
    const mark: readonly WireOp[] =
      keyId === null ? [] : [{ ...op, opId: keyId, isNoop: true, cseq: cseq + 1 }];
    const pushed = await server.push(caller, { ...head, ops: [{ ...op, cseq }, ...mark] });
    if (pushed.ok) {
      const result = pushed.value.results[0];
      return result ? { ok: true, value: result } : problem(503, 'busy');
    }
    // Another process of this server has taken the number: the next one is free.
    const isTaken = ['fork', 'cseq-gap'].includes(pushed.problem.code);
    if (!isTaken || tries >= MOST_TRIES) return pushed;
  }
}

/** What a command was answered that came before; a key that stands for another one is refused. */
async function underKey(
  store: ServerStore,
  opId: string,
  keyId: string,
): Promise<Served<OpResult> | null> {
  const known = await store.resultsByOp([opId, keyId]);
  const earlier = known.find((one) => one.opId === opId);
  if (earlier) return { ok: true, value: earlier.result };
  return known.length === 0 ? null : problem(422, 'key-reused');
}

async function outcomeOf(
  { store, server }: ApiParts,
  caller: Caller,
  { entityType, entityId }: Asked,
  result: OpResult,
): Promise<ApiOutcome> {
  // A connector adds; what stands there is not its to read. Neither are shifts for new hires.
  const { role } = caller.person;
  const isHidden =
    role === 'connector' ||
    (entityType === 'shift' && role === 'hire') ||
    (entityType === 'practice' && !seesPractice(caller.person, entityId));
  if (isHidden) return { result, entityId, entity: null };
  const [record] = await store.entities([{ type: entityType, id: entityId }]);
  const isSeen = record !== undefined && (await spacesOf(server, caller)).has(record.space);
  return { result, entityId, entity: isSeen ? toEntity(record) : null };
}

function problem(
  status: number,
  code: ServerProblem['code'],
  params?: ServerProblem['params'],
): { readonly ok: false; readonly problem: ServerProblem } {
  return { ok: false, problem: params === undefined ? { status, code } : { status, code, params } };
}
