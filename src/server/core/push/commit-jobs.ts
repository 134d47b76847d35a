import { DESK_SPACE } from '../../../domain/space.ts';
import type { OpResult, WireOp } from '../../../protocol/wire.ts';
import type { EntityKey, LockedReader, ServerStore, StoredResult } from '../../db/server-store.ts';
import { entriesToLookUp } from '../decide/imported-entries.ts';
import { lettersToLookUp } from '../decide/letters.ts';
import { namesToLookUp } from '../decide/ticket-numbers.ts';
import { LogWriter } from '../log-writer.ts';
import type { ServerRules } from '../server-rules.ts';
import { BatchState } from '../state/batch-state.ts';
import type { DeskMemory } from '../state/desk-memory.ts';
import type { EntityCache } from '../state/entity-cache.ts';
import type { NumberPool } from '../state/number-pool.ts';
import type { Served } from '../sync-server.ts';
import type { Job } from './ask-op.ts';
import { Batch } from './batch.ts';
import { pastsOf } from './device-past.ts';
import { LocksMissing, spacesToLock } from './locks.ts';
import { AllTicketCodes } from './ticket-codes.ts';

/** What pushes are committed with. */
export interface CommitTools {
  readonly store: ServerStore;
  readonly rules: ServerRules;
  readonly cache: EntityCache;
  readonly desk: DeskMemory;
  readonly pool: NumberPool;
  readonly now: () => number;
  readonly onBug: (error: unknown) => void;
}

/** The answer to each push of a batch, in order. */
export type Answers = readonly Served<readonly OpResult[]>[];

/** Decides and writes pushes of different clients as one transaction: all of it or nothing. */
export async function commitJobs(jobs: readonly Job[], tools: CommitTools): Promise<Answers> {
  const { store, cache, pool } = tools;
  const codes = new AllTicketCodes(store);
  if (jobs.some(hasPack)) await codes.read();
  const clients = jobs.map(({ request }) => request.clientId);
  const spaces = new Set(spacesToLock(jobs, cache));
  for (const space of codes.spaces) spaces.add(space);
  await pool.reserve(openings(jobs));
  for (;;) {
    try {
      const locks = { clients, spaces: [...spaces].toSorted() };
      const done = await store.write(locks, (read) =>
        decideJobs(jobs, { ...tools, read, codes, locks }),
      );
      done.keep();
      pool.settle();
      return done.answers;
    } catch (error) {
      if (!(error instanceof LocksMissing) || error.spaces.every((space) => spaces.has(space))) {
        throw error;
      }
      for (const space of error.spaces) spaces.add(space);
    }
  }
}

interface Locked extends CommitTools {
  readonly read: LockedReader;
  readonly codes: AllTicketCodes;
  readonly locks: { readonly clients: readonly string[]; readonly spaces: readonly string[] };
}

/** May be made several times for one write: what it keeps in memory is kept only when written. */
async function decideJobs(jobs: readonly Job[], locked: Locked) {
  const { read, cache, desk, pool, locks, store } = locked;
  await pool.begin(openings(jobs), read);
  const heads = await read.heads([...new Set([...locks.spaces, DESK_SPACE])]);
  for (const { code, head } of heads) {
    const changed = await cache.catchUp(code, head, read);
    if (code === DESK_SPACE) desk.follow(changed);
  }
  const known = new Set(heads.map(({ code }) => code));
  const state = new BatchState({
    ...{ read, cache, spaces: known, desk: await desk.view(read) },
    listQueues: () => store.eachEntity(DESK_SPACE, 'queue'),
  });
  const log = new LogWriter(heads.filter(({ code }) => locks.spaces.includes(code)));
  const batch = new Batch({ ...(await batchTools(jobs, locked)), state, log });
  await state.prefetch(entitiesOf(jobs), namesOf(jobs));
  const answers: Served<readonly OpResult[]>[] = [];
  for (const job of jobs) answers.push(await batch.run(job));
  const set = { ...batch.writeSet(), lastNumber: pool.last };
  const keep = () => {
    state.keepIn(cache, set.entities);
    for (const [space, head] of log.heads()) cache.reached(space, head);
    desk.keep(state.desk);
  };
  return { set, value: { answers, keep } };
}

async function batchTools(jobs: readonly Job[], locked: Locked) {
  const { read, locks, rules, pool, codes, now, onBug } = locked;
  const clients = new Map(
    (await read.clients(locks.clients)).map((client) => [client.clientId, client]),
  );
  const answered = new Map<string, readonly StoredResult[]>();
  const fresh: string[] = [];
  for (const { request, ops } of jobs) {
    const { clientId } = request;
    const last = clients.get(clientId)?.lastCseq ?? 0;
    const first = ops[0]?.cseq ?? 1;
    const before = Math.min(ops.length, Math.max(0, last + 1 - first));
    if (before > 0) answered.set(clientId, await read.resultsFrom(clientId, first, before));
    fresh.push(...ops.slice(before).map(({ opId }) => opId));
  }
  const devices = new Set(jobs.map(({ caller }) => caller.deviceId));
  const pasts = pastsOf(await read.clientsOf([...devices]));
  const known = new Map((await read.resultsByOp(fresh)).map((result) => [result.opId, result]));
  const deciding = { rules, pool, codes: jobs.some(hasPack) ? await codes.settled(read) : [] };
  return { clients, pasts, answered, known, deciding, onBug, receivedAt: now() };
}

/** What will be asked for first, to be read in one query. */
function entitiesOf(jobs: readonly Job[]): readonly EntityKey[] {
  const keys = new Map<string, EntityKey>();
  const add = (key: EntityKey) => keys.set(`${key.type} ${key.id}`, key);
  for (const { entityType, entityId, space, payload } of jobs.flatMap(readOps)) {
    add({ type: entityType, id: entityId });
    for (const id of lettersToLookUp(payload, space)) add({ type: 'letter', id });
    for (const id of entriesToLookUp(payload)) add({ type: 'entry', id });
  }
  return [...keys.values()];
}

function namesOf(jobs: readonly Job[]): readonly string[] {
  const names = jobs.flatMap((job) =>
    readOps(job).flatMap((op) => namesToLookUp(op, job.caller.deviceName)),
  );
  return [...new Set(names)];
}

/** How many operations may need a number of the server. */
function openings(jobs: readonly Job[]): number {
  return jobs.flatMap(readOps).filter(({ payload: { type } }) => {
    return type === 'register' || type === 'import' || type === 'split';
  }).length;
}

function readOps({ ops }: Job): readonly WireOp[] {
  return ops.flatMap(({ op }) => op ?? []);
}

/** Whether a push puts other rules in force. */
export function hasPack(job: Job): boolean {
  return readOps(job).some(({ entityType }) => entityType === 'desk');
}
