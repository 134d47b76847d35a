import type { OpResult } from '../../../src/protocol/wire.ts';
import type { SyncServer } from '../../../src/server/core/sync-server.ts';
import type { ServerStore, WriteSet } from '../../../src/server/db/server-store.ts';
import type { Kit } from '../kit.ts';
import type { Mutant } from './mutant.ts';
import { over } from './over-store.ts';

function overServer(
  change: (server: SyncServer, store: ServerStore) => Partial<SyncServer>,
): Mutant['plant'] {
  return (kit) => ({
    ...kit,
    server: (server, store) => over(kit.server(server, store), change(server, store)),
  });
}

function overServerStore(change: (store: ServerStore) => Partial<ServerStore>): Mutant['plant'] {
  return (kit) => ({ ...kit, serverStore: (store) => over(store, change(store)) });
}

/** What is written is first changed. */
function writing(change: (set: WriteSet) => WriteSet): Mutant['plant'] {
  return overServerStore((store) => ({
    write: (locks, work) =>
      store.write(locks, async (read) => {
        const { set, value } = await work(read);
        return { set: change(set), value };
      }),
  }));
}

const empty: WriteSet = {
  ...{ rows: [], entities: [], touches: [], aliases: [], results: [], clients: [], audit: [] },
};

/** Pages tell the chain before them, for bugs of clients that would have to know it. */
export function showChainBefore(kit: Kit): Kit {
  return overServer((server, store) => ({
    async pull(caller, cursors, limit) {
      const blind = await Promise.all(
        cursors.map(async (cursor) => {
          const chain = await store.chainAt(cursor.space, cursor.seq);
          return { ...cursor, chain: chain ?? cursor.chain };
        }),
      );
      const served = await server.pull(caller, blind, limit);
      if (!served.ok) return served;
      const pages = await Promise.all(
        served.value.pages.map(async (page) => ({
          ...page,
          before: await store.chainAt(page.space, page.from),
        })),
      );
      return { ok: true, value: { ...served.value, pages } };
    },
  }))(kit);
}

/** Bugs of the server. */
export const serverMutants: readonly Mutant[] = [
  {
    name: 'no-dedupe',
    about: 'an operation that came under another number is applied again',
    plant: overServerStore((store) => ({
      write: (locks, work) =>
        store.write(locks, (read) => work(over(read, { resultsByOp: async () => [] }))),
    })),
  },
  {
    name: 'result-after-rows',
    about: 'the log is written in one transaction and the results in the next',
    plant: overServerStore((store) => ({
      async write(locks, work) {
        let rest: WriteSet = empty;
        const value = await store.write(locks, async (read) => {
          const done = await work(read);
          rest = { ...empty, results: done.set.results, clients: done.set.clients };
          return { ...done, set: { ...done.set, results: [], clients: [] } };
        });
        await store.write(locks, async () => ({ set: rest, value }));
        return value;
      },
    })),
  },
  {
    name: 'refusal-does-not-count',
    about: 'a refused operation does not use up its number',
    plant: writing((set) => {
      const refused = new Set(
        set.results.filter(({ result }) => result.outcome === 'rejected').map((r) => r.clientId),
      );
      return { ...set, clients: set.clients.filter(({ clientId }) => !refused.has(clientId)) };
    }),
  },
  {
    name: 'number-runs-ahead',
    about: 'the expected number counts one too many',
    plant: writing((set) => ({
      ...set,
      clients: set.clients.map((client) => ({ ...client, lastCseq: client.lastCseq + 1 })),
    })),
  },
  {
    name: 'acknowledged-before-commit',
    about: 'the answer does not wait for the disk',
    plant: overServer((server) => ({
      async push(caller, request) {
        try {
          return await server.push(caller, request);
        } catch {
          const results = request.ops.map(({ cseq, opId }): OpResult => {
            return { cseq, opId, outcome: 'applied', space: 'main', seq: 1 };
          });
          return { ok: true, value: { epoch: request.epoch ?? '', time: request.sentAt, results } };
        }
      },
    })),
  },
  {
    name: 'fork-is-answered',
    about: 'a copied store gets the results of the other one',
    plant: overServer((server) => ({
      async push(caller, request) {
        const served = await server.push(caller, request);
        if (served.ok || served.problem.code !== 'fork') return served;
        const results = request.ops.map(({ cseq, opId }): OpResult => {
          return { cseq, opId, outcome: 'duplicate', space: 'main', seq: 1 };
        });
        const epoch = await server.epoch();
        return { ok: true, value: { epoch, time: request.sentAt, results } };
      },
    })),
  },
  {
    name: 'row-without-state',
    about: 'the log grows and the state of what it is about does not',
    plant: writing((set) => ({
      ...set,
      entities: set.rows.length > 1 ? set.entities.slice(1) : set.entities,
    })),
  },
  {
    name: 'head-goes-back',
    about: 'a space counts its rows from a chain that is not its own',
    plant: writing((set) => ({
      ...set,
      rows: set.rows.map((row, n) => (n > 0 && n % 3 === 0 ? { ...row, chain: '0' } : row)),
    })),
  },
];
