import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ServerStore } from '../../../src/server/db/server-store.ts';
import { STARTING_MS } from '../../support/postgres.ts';
import { contractOfDesk } from './contract-desk.ts';
import { contractOfKeeping } from './contract-keeping.ts';
import { emptySet, rowsFor, ticketRecord, writeDeeds } from './desk-work.ts';

/** A store under test, and the ways round it that a test needs. */
export interface Stage {
  readonly store: ServerStore;
  /** Another process on the same data. */
  readonly openBeside: () => Promise<ServerStore>;
  /** Changes the data behind the back of the store. */
  readonly spoil: (statement: string) => Promise<void>;
  readonly end: () => Promise<void>;
}

/** What every store of a server keeps to, whatever lies under it. */
export function contract(name: string, open: () => Promise<Stage>): void {
  describe(name, () => {
    let stage: Stage;
    beforeEach(async () => {
      stage = await open();
    }, STARTING_MS);
    afterEach(async () => await stage.end());
    contractOfLog(() => stage);
    contractOfKeeping(() => stage);
    contractOfDesk(() => stage);
  });
}

function contractOfLog(at: () => Stage): void {
  describe('the log of a space', () => {
    test('begins empty in the spaces that are always there', async () => {
      const heads = await at().store.heads(['main', 'desk', 'nowhere']);
      expect(heads).toEqual([
        { code: 'desk', title: 'desk', head: 0, chain: '', floor: 0 },
        { code: 'main', title: 'main', head: 0, chain: '', floor: 0 },
      ]);
      expect(await at().store.chainAt('main', 0)).toBe('');
      expect(await at().store.chainAt('main', 1)).toBeNull();
    });

    test('gives back every row as it was written, in pages of any size', async () => {
      const { store } = at();
      const body = { kind: 'queue', command: { type: 'x', text: 'ё\u0000\ud800 "\\' } } as never;
      const rows = await writeDeeds(store, [{ body }, {}, {}, {}, {}]);
      expect(await store.rowsAfter('main', 0, { rows: 99, bytes: 1e6 })).toEqual(rows);
      expect(await store.rowsAfter('main', 3, { rows: 1, bytes: 1e6 })).toEqual([rows[3]]);
      expect(await store.rowsAfter('main', 5, { rows: 99, bytes: 1e6 })).toEqual([]);
      expect(await store.chainAt('main', 4)).toBe(rows[3]?.chain);
    });

    test('ends a page at its bytes, yet never gives an empty one', async () => {
      const { store } = at();
      const rows = await writeDeeds(store, [{}, {}, {}]);
      const size = rows[0]?.body.length ?? 0;
      const page = (bytes: number) => store.rowsAfter('main', 0, { rows: 9, bytes });
      expect(await page(1)).toHaveLength(1);
      expect(await page(size * 2)).toHaveLength(2);
      expect(await page(size * 3 - 1)).toHaveLength(2);
    });

    test('stays dense and in one chain when twenty writers come at once', async () => {
      const { store } = at();
      await Promise.all(Array.from({ length: 20 }, () => writeDeeds(store, [{}, {}])));
      const rows = await store.rowsAfter('main', 0, { rows: 99, bytes: 1e6 });
      expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 40 }, (_, n) => n + 1));
      expect(await store.verify()).toEqual([]);
    });

    test('stays dense when another process writes as well', async () => {
      const { store, openBeside } = at();
      const other = await openBeside();
      const writes = Array.from({ length: 10 }, () => [store, other]).flat();
      await Promise.all(writes.map((writer) => writeDeeds(writer, [{}])));
      expect((await other.heads(['main']))[0]?.head).toBe(20);
      expect(await store.verify()).toEqual([]);
      await other.close();
    });

    test('refuses rows that do not follow', async () => {
      const { store } = at();
      const late = store.write({ clients: [], spaces: ['main'] }, async (read) => {
        const rows = await rowsFor(read, [{}, {}]);
        return { set: { ...emptySet, rows: rows.slice(1) }, value: null };
      });
      await expect(late).rejects.toThrow();
      expect((await store.heads(['main']))[0]?.head).toBe(0);
    });
  });

  describe('a write', () => {
    test('that fails leaves nothing, and the next one goes on', async () => {
      const { store } = at();
      const broken = store.write({ clients: ['c1'], spaces: ['main'] }, async (read) => {
        await rowsFor(read, [{}]);
        throw new Error('a rule broke');
      });
      await expect(broken).rejects.toThrow('a rule broke');
      expect(await writeDeeds(store, [{}])).toHaveLength(1);
    });

    test('is taken back as a whole when its last part does not fit', async () => {
      const { store } = at();
      await writeDeeds(store, [{}], { aliases: [{ alias: 'SM-1', ticketId: 't1' }] });
      const second = writeDeeds(store, [{ entityId: 't2' }], {
        entities: [ticketRecord('t2')],
        aliases: [{ alias: 'SM-1', ticketId: 't2' }],
      });
      await expect(second).rejects.toThrow();
      expect((await store.heads(['main']))[0]?.head).toBe(1);
      expect(await store.entities([{ type: 'ticket', id: 't2' }])).toEqual([]);
      expect(await store.names(['SM-1', 'SM-2'])).toEqual([{ alias: 'SM-1', ticketId: 't1' }]);
    });

    test('may give a ticket the name it already has', async () => {
      const { store } = at();
      const aliases = [{ alias: 'SM-1', ticketId: 't1' }];
      await writeDeeds(store, [{}], { aliases });
      await writeDeeds(store, [{}], { aliases });
      expect(await store.names(['SM-1'])).toEqual(aliases);
    });

    test('sees what the one before has written', async () => {
      const { store } = at();
      const seen = await Promise.all(
        [1, 2, 3, 4, 5].map(() =>
          store.write({ clients: [], spaces: ['main'] }, async (read) => {
            const [head] = await read.heads(['main']);
            return { set: { ...emptySet, rows: await rowsFor(read, [{}]) }, value: head?.head };
          }),
        ),
      );
      expect(seen.toSorted()).toEqual([0, 1, 2, 3, 4]);
    });

    test('tells listeners in this process and in others', async () => {
      const { store, openBeside } = at();
      const other = await openBeside();
      const told = [store, other].map(
        (listening) =>
          new Promise<number | undefined>((resolve) => {
            listening.onHeads((heads) => resolve(heads.get('main')));
          }),
      );
      await writeDeeds(store, [{}, {}]);
      expect(await told[0]).toBe(2);
      expect(await told[1]).toBe(2);
      await other.close();
    });

    test('takes its locks in one order, so that two never wait for each other', async () => {
      const { store } = at();
      const orders = [
        ['main', 'desk'],
        ['desk', 'main'],
      ];
      const writes = Array.from({ length: 10 }, (_, n) => {
        const spaces = orders[n % 2] ?? [];
        return store.write({ clients: ['b', 'a'], spaces }, async (read) => {
          const rows = await rowsFor(
            read,
            spaces.map((space) => ({ space })),
          );
          return { set: { ...emptySet, rows }, value: null };
        });
      });
      await Promise.all(writes);
      expect((await store.heads(['desk', 'main'])).map(({ head }) => head)).toEqual([10, 10]);
    });
  });
}
