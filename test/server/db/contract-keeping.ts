import { describe, expect, test } from 'vitest';
import type { EntityRecord } from '../../../src/server/db/server-store.ts';
import type { Stage } from './contract.ts';
import { savedCustomer, ticketRecord, writeDeeds } from './desk-work.ts';

/** What a store keeps beside the log, and how it finds it again. */
export function contractOfKeeping(at: () => Stage): void {
  describe('results and clients', () => {
    test('a result is found by its client and by its operation, for ever the same', async () => {
      const { store } = at();
      const result = { cseq: 1, opId: 'o1', outcome: 'applied', space: 'main', seq: 1 } as const;
      const again = { ...result, outcome: 'duplicate', cseq: 7 } as const;
      const results = [
        { clientId: 'c1', cseq: 1, opId: 'o1', result },
        { clientId: 'c2', cseq: 7, opId: 'o1', result: again },
      ];
      await writeDeeds(store, [{ opId: 'o1' }], { results });
      expect(await store.resultsByOp(['o1', 'o9'])).toEqual(results);
      expect(await store.resultsFrom('c1', 1, 9)).toEqual([results[0]]);
      expect(await store.resultsFrom('c1', 2, 9)).toEqual([]);
      await expect(writeDeeds(store, [{}], { results: [results[0] as never] })).rejects.toThrow();
    });

    test('a client moves on and stays with its device', async () => {
      const { store } = at();
      const client = { clientId: 'c1', deviceId: 'd1', lastOpId: 'o1', historyUntil: 3, lastAt: 5 };
      await writeDeeds(store, [{}], { clients: [{ ...client, lastCseq: 1 }] });
      await writeDeeds(store, [{}], { clients: [{ ...client, lastCseq: 2, lastOpId: 'o2' }] });
      expect(await store.clients(['c1', 'c9'])).toEqual([
        { ...client, lastCseq: 2, lastOpId: 'o2' },
      ]);
      expect(await store.clientsOf(['d1', 'd9'])).toEqual(await store.clients(['c1']));
    });

    test('what can be no id is found nowhere', async () => {
      const { store } = at();
      const odd = ['\u0000', "'; DROP TABLE log; --", '\ud800', ''];
      expect(await store.names(odd)).toEqual([]);
      expect(await store.clients(odd)).toEqual([]);
      expect(await store.resultsByOp(odd)).toEqual([]);
      expect(await store.heads(odd)).toEqual([]);
      expect(await store.entities(odd.map((id) => ({ type: 'ticket', id })))).toEqual([]);
      for (const id of odd) {
        expect(await store.history(id, 9)).toEqual([]);
        expect(await store.resultsFrom(id, 1, 9)).toEqual([]);
        expect(await store.chainAt(id, 1)).toBeNull();
        expect(await store.rowsAfter(id, 0, { rows: 9, bytes: 9 })).toEqual([]);
        expect(await store.changedSince(id, 0)).toEqual([]);
      }
    });
  });

  describe('entities', () => {
    test('the last state counts, and open tickets come first', async () => {
      const { store } = at();
      const entities = [
        ...[ticketRecord('t1', 'closed'), ticketRecord('t2'), ticketRecord('t3', 'resolved')],
        ...[ticketRecord('t4', 'waiting-customer'), { ...ticketRecord('t5'), state: null }],
        { ...ticketRecord('t2', 'new'), rev: 2 },
      ];
      await writeDeeds(store, [{}], { entities });
      const listed: EntityRecord[] = [];
      for await (const chunk of store.eachEntity('main', 'ticket')) listed.push(...chunk);
      expect(listed.map(({ id }) => id)).toEqual(['t2', 't4', 't1', 't3']);
      expect(listed[0]).toEqual({ ...ticketRecord('t2', 'new'), rev: 2 });
      expect(await store.entities([{ type: 'ticket', id: 't5' }])).toEqual([
        { ...ticketRecord('t5'), state: null },
      ]);
    });

    test('an open ticket is told by its own status, not by one of its past', async () => {
      const { store } = at();
      const statusLog = [{ status: 'open', at: 1 }];
      const state = JSON.stringify({
        id: 't1',
        statusLog,
        subject: '"status":"new"',
        status: 'closed',
      });
      await writeDeeds(store, [{}], {
        entities: [{ ...ticketRecord('t1'), state }, ticketRecord('t2')],
      });
      const listed: string[] = [];
      for await (const chunk of store.eachEntity('main', 'ticket'))
        listed.push(...chunk.map(({ id }) => id));
      expect(listed).toEqual(['t2', 't1']);
    });

    test('a cache hears of everything that changed behind a seq', async () => {
      const { store } = at();
      await writeDeeds(store, [{ entityId: 't1' }], { entities: [ticketRecord('t1')] });
      const reader = { type: 'reader', id: 'anna', space: 'main', rev: 1, state: '{}' } as const;
      await writeDeeds(store, [{ entityId: 't2' }], {
        entities: [ticketRecord('t2'), ticketRecord('t3'), reader],
        touches: [{ entityId: 't3', space: 'main', seq: 2 }],
      });
      const changed = (await store.changedSince('main', 1)).map(({ type, id }) => `${type} ${id}`);
      expect(changed.toSorted()).toEqual(['reader anna', 'ticket t2', 'ticket t3']);
      expect(await store.changedSince('main', 2)).toEqual([]);
    });

    test('the history of a ticket goes with it from space to space', async () => {
      const { store } = at();
      await store.desk.addSpace('north', 'North');
      const touch = (space: string, seq: number) => ({ entityId: 't1', space, seq });
      await writeDeeds(store, [{}], { touches: [touch('main', 1)] });
      await writeDeeds(store, [{ entityId: 't9' }]);
      const moved = await writeDeeds(store, [{}, { space: 'north' }], {
        touches: [touch('main', 3), touch('north', 1)],
      });
      await writeDeeds(store, [{ space: 'north' }], { touches: [touch('north', 2)] });
      const places = async (limit: number) =>
        (await store.history('t1', limit)).map(({ space, seq }) => `${space} ${seq}`);
      expect(await places(9)).toEqual(['main 1', 'main 3', 'north 1', 'north 2']);
      expect(await places(2)).toEqual(['north 1', 'north 2']);
      expect((await store.history('t1', 3))[0]).toEqual(moved[0]);
    });

    test('a look at one moment does not see what is written meanwhile', async () => {
      const { store, openBeside } = at();
      await writeDeeds(store, [{}], { entities: [ticketRecord('t1')] });
      const other = await openBeside();
      await store.atOneMoment(async (view) => {
        expect((await view.heads(['main']))[0]?.head).toBe(1);
        await writeDeeds(other, [{}], { entities: [ticketRecord('t2')] });
        expect((await view.heads(['main']))[0]?.head).toBe(1);
        expect(await view.entities([{ type: 'ticket', id: 't2' }])).toEqual([]);
      });
      expect((await store.heads(['main']))[0]?.head).toBe(2);
      await other.close();
    });
  });

  describe('upkeep', () => {
    test('numbers are given once, however many ask', async () => {
      const { store, openBeside } = at();
      if (store.dialect === 'sqlite') return expect(await store.reserveNumbers(2)).toBeNull();
      const other = await openBeside();
      expect(await store.reserveNumbers(2)).toBe(1);
      const asked = Array.from({ length: 20 }, (_, n) => (n % 2 ? store : other).reserveNumbers(3));
      const firsts = (await Promise.all(asked)).toSorted((a, b) => Number(a) - Number(b));
      expect(firsts).toEqual(Array.from({ length: 20 }, (_, n) => 3 + 3 * n));
      await other.close();
    });

    test('the count of tickets only grows, with what is written or by itself', async () => {
      const { store } = at();
      expect(await store.lastNumber()).toBe(0);
      await writeDeeds(store, [{}], { lastNumber: 1_000 });
      await writeDeeds(store, [{}], { lastNumber: 5 });
      await writeDeeds(store, [{}]);
      expect(await store.lastNumber()).toBe(1_000);
      await store.skipNumbers(10);
      expect(await store.lastNumber()).toBe(1_010);
    });

    test('settings are kept', async () => {
      const { store } = at();
      expect(await store.meta('epoch')).toBeNull();
      await store.setMeta('epoch', 'one');
      await store.setMeta('epoch', 'two');
      expect(await store.meta('epoch')).toBe('two');
    });

    test('a floor only rises', async () => {
      const { store } = at();
      await writeDeeds(store, [{}, {}, {}]);
      await store.raiseFloor('main', 2);
      await store.raiseFloor('main', 1);
      expect((await store.heads(['main']))[0]?.floor).toBe(2);
    });

    test('what is erased by law is gone; its place and the chain stay', async () => {
      const { store } = at();
      const { deed, record } = savedCustomer('k1', 'Ромашка');
      const kept = savedCustomer('k2', 'Василёк');
      const entities = [record, kept.record];
      const refused = (cseq: number, entityId: string) => {
        const current = { entityType: 'customer', entityId, rev: 1, text: entityId } as const;
        const told = { outcome: 'rejected', code: 'x', next: [], params: {} } as const;
        const opId = `o${cseq}`;
        return { clientId: 'c1', cseq, opId, result: { cseq, opId, ...told, current } };
      };
      const results = [refused(1, 'k1'), refused(2, 'k2')];
      const rows = await writeDeeds(store, [deed, kept.deed], { entities, results });
      await store.erase([{ space: 'desk', seq: 1 }]);
      const { current: _, ...blind } = refused(1, 'k1').result;
      expect((await store.resultsFrom('c1', 1, 9)).map(({ result }) => result)).toEqual([
        ...[blind, results[1]?.result],
      ]);
      const after = await store.rowsAfter('desk', 0, { rows: 9, bytes: 1e6 });
      expect(after).toEqual([{ ...rows[0], body: '{"kind":"erased"}' }, rows[1]]);
      expect(await store.entities([record, kept.record])).toEqual([
        { ...record, state: null },
        kept.record,
      ]);
      expect(await store.verify()).toEqual([]);
    });

    test.each([
      ['a changed text', `UPDATE log SET body = replace(body, 'Ромашка', 'Лютик') WHERE seq = 1`],
      ['a row that is gone', 'DELETE FROM log WHERE seq = 2'],
      ['another chain', `UPDATE log SET chain = 'x' WHERE seq = 1`],
      ['an end that is not the end', `UPDATE space SET head = 9 WHERE code = 'desk'`],
      ['a state that no row gave', `UPDATE entity SET state = replace(state, 'Ромашка', 'Лютик')`],
      ['a changed fact of the audit', `UPDATE audit SET who = 'boris' WHERE n = 1`],
      ['a fact that is gone', 'DELETE FROM audit WHERE n = 1'],
    ])('a look through everything finds %s', async (_what, statement) => {
      const { store, spoil } = at();
      const { deed, record } = savedCustomer('k1', 'Ромашка');
      const fact = { at: 1, who: 'anna', device: null, what: 'role', detail: { to: 'lead' } };
      await writeDeeds(store, [deed, deed, deed], { entities: [record], audit: [fact, fact] });
      expect(await store.verify()).toEqual([]);
      await spoil(statement);
      expect(await store.verify()).not.toEqual([]);
    });
  });
}
