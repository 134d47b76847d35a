import { expect, test } from 'vitest';
import type { LiveEvent } from '../../src/protocol/live.ts';
import type { Transport, TransportProblem } from '../../src/protocol/transport.ts';
import { SyncKeeper } from '../../src/sync/keep-in-sync.ts';
import { Recovery } from '../../src/sync/recovery.ts';
import type { SyncSession } from '../../src/sync/sync-session.ts';
import type { SyncStore } from '../../src/sync/sync-store.ts';
import { ManualTime } from '../support/manual-time.ts';

const offline: TransportProblem = { kind: 'offline', reason: 'ECONNREFUSED' };

/** A store with nothing to do, and a server that is asked when. */
class Stage {
  readonly time = new ManualTime();
  readonly pulls: number[] = [];
  readonly end = new AbortController();
  readonly keeper: SyncKeeper;
  problem: TransportProblem | null = null;
  hear: (event: LiveEvent) => void = () => undefined;
  readonly #running: Promise<void>;

  constructor() {
    this.keeper = new SyncKeeper(this.#session());
    this.#running = this.keeper.run(this.end.signal);
  }

  async ends(): Promise<void> {
    this.end.abort();
    await this.time.settle();
    await this.#running;
  }

  #session(): SyncSession {
    const { now, wait } = this.time;
    return {
      store: idleStore,
      transport: this.#transport(),
      surroundings: { now, wait, random: () => 0.5, makeId: () => 'id' },
      files: {
        snapshotPath: () => '',
        unpack: async () => null,
        dropSnapshot: () => undefined,
        blobPath: () => null,
      },
      owner: 'test',
      recovery: new Recovery(),
      tell: () => undefined,
    };
  }

  #transport(): Transport {
    const unused = () => Promise.reject(new Error('not asked for'));
    return {
      pull: async () => {
        this.pulls.push(this.time.now());
        if (this.problem) return { ok: false, problem: this.problem };
        const scope = { version: '1', spaces: [] };
        return { ok: true, value: { epoch: 'e', time: this.time.now(), scope, pages: [] } };
      },
      live: async (_heads, hear, signal) => {
        this.hear = hear;
        await this.time.wait(Number.POSITIVE_INFINITY, signal);
        return null;
      },
      push: unused,
      snapshot: unused,
      fetchSnapshot: unused,
      numbers: unused,
      hasBlob: unused,
      sendBlob: unused,
      fetchBlob: unused,
      tellPresence: unused,
    };
  }
}

const idleStore: SyncStore = {
  membership: () => ({ url: '', personId: 'p', deviceId: 'd', clientId: 'c', epoch: 'e' }),
  counts: () => ({ pending: 0, acked: 0, discrepancies: 0, cursor: 0, head: 0, lastSyncAt: null }),
  setEpoch: () => undefined,
  noteSynced: () => undefined,
  outgoing: () => [],
  settle: () => ({ acked: 0, discrepancies: [] }),
  countTry: () => 1,
  resendOverdue: () => 0,
  park: () => [],
  cursors: () => [{ space: 'main', seq: 7, chain: '' }],
  applyPage: () => ({ outcome: 'applied', rows: 0, tickets: [] }),
  followScope: () => ({ lost: [], files: [] }),
  needsSnapshot: () => [],
  dropCursor: () => undefined,
  importSnapshot: () => ({ isUsable: true, isDone: true }),
  becomeClient: () => ({ resent: 0 }),
  forgetOld: () => 0,
  lease: () => true,
  releaseLease: () => undefined,
};

test('a hint of something newer is followed at once, an old one is not', async () => {
  const stage = new Stage();
  await stage.time.forward(1000);
  expect(stage.pulls).toHaveLength(1);
  stage.hear({ type: 'head', space: 'main', head: 7 });
  await stage.time.forward(1000);
  expect(stage.pulls).toHaveLength(1);
  stage.hear({ type: 'head', space: 'main', head: 8 });
  await stage.time.forward(1000);
  expect(stage.pulls).toHaveLength(2);
  await stage.ends();
});

test('hints may get lost: the server is asked each minute all the same', async () => {
  const stage = new Stage();
  await stage.time.forward(10 * 60_000);
  expect(stage.pulls.length).toBeGreaterThanOrEqual(10);
  expect(stage.pulls.length).toBeLessThanOrEqual(12);
  await stage.ends();
});

test('without a network it tries ever more seldom, and new work does not make it hurry', async () => {
  const stage = new Stage();
  stage.problem = offline;
  await stage.time.forward(4 * 60_000);
  const tries = stage.pulls.length;
  expect(tries).toBeGreaterThan(6);
  expect(tries).toBeLessThan(20);
  for (let n = 0; n < 100; n += 1) stage.keeper.notify();
  await stage.time.forward(1000);
  expect(stage.pulls.length).toBeLessThanOrEqual(tries + 1);
  await stage.ends();
});

test('a person who asks for it is obeyed at once', async () => {
  const stage = new Stage();
  stage.problem = offline;
  await stage.time.forward(4 * 60_000);
  const tries = stage.pulls.length;
  stage.problem = null;
  stage.keeper.insist();
  await stage.time.forward(10);
  expect(stage.pulls.length).toBe(tries + 1);
  await stage.ends();
});

test('taken away access ends it; the work here goes on', async () => {
  const stage = new Stage();
  await stage.time.forward(10);
  stage.problem = {
    kind: 'refused',
    status: 401,
    code: 'token-revoked',
    params: {},
    retryAfterMs: null,
  };
  stage.keeper.notify();
  await stage.time.forward(60 * 60_000);
  expect(stage.pulls).toHaveLength(2);
  await stage.ends();
});

test('an expired access and a newer server are looked at again now and then', async () => {
  for (const code of ['token-expired', 'client-too-old'] as const) {
    const stage = new Stage();
    stage.problem = { kind: 'refused', status: 401, code, params: {}, retryAfterMs: null };
    await stage.time.forward(60 * 60_000);
    expect(stage.pulls.length).toBeGreaterThanOrEqual(11);
    expect(stage.pulls.length).toBeLessThanOrEqual(14);
    await stage.ends();
  }
});
