import { describe, expect, test } from 'vitest';
import type { CodeRecord, DeviceRecord } from '../../../src/server/db/desk-store.ts';
import type { Stage } from './contract.ts';
import { writeDeeds } from './desk-work.ts';

const code: CodeRecord = {
  ...{
    hash: 'ABCDE:1',
    personId: 'anna',
    createdAt: 0,
    expiresAt: 100,
    triesLeft: 5,
    usedAt: null,
  },
};
const device: DeviceRecord = {
  ...{ id: 'd1', personId: 'anna', name: 'laptop', prefix: 'aaaabbbb', hash: 'h' },
  ...{ createdAt: 1, lastUsedAt: null, expiresAt: null, revokedAt: null },
};
const fact = { at: 5, who: 'console', device: null, what: 'invite', detail: { name: 'Анна' } };

/** People, devices, codes, spaces, audit. */
export function contractOfDesk(at: () => Stage): void {
  describe('codes', () => {
    test('one of twenty who type the same code gets in', async () => {
      const { store, openBeside } = at();
      const other = await openBeside();
      await store.desk.addCode(code);
      const tries = Array.from({ length: 20 }, (_, n) =>
        (n % 2 ? store : other).desk.redeemCode('ABCDE:1', 50),
      );
      const got = (await Promise.all(tries)).filter((redeemed) => redeemed !== null);
      expect(got).toEqual([{ ...code, usedAt: 50 }]);
      await other.close();
    });

    test('an unknown, expired or spoilt code gets nobody in', async () => {
      const { desk } = at().store;
      await desk.addCode(code);
      await desk.addCode({ ...code, hash: 'ABCDF:2' });
      expect(await desk.redeemCode('ABCDE:2', 50)).toBeNull();
      expect(await desk.redeemCode('ABCDE:1', 100)).toBeNull();
      for (let wrong = 0; wrong < 5; wrong += 1) await desk.spoilCode('ABCDE', 50);
      expect(await desk.redeemCode('ABCDE:1', 50)).toBeNull();
      expect(await desk.redeemCode('ABCDF:2', 50)).not.toBeNull();
    });
  });

  describe('devices', () => {
    test('are found by the beginning of their token and revoked once', async () => {
      const { desk } = at().store;
      await desk.addDevice(device);
      await desk.addDevice({ ...device, id: 'd2', personId: 'boris', prefix: 'ccccdddd' });
      await desk.touchDevice('d1', 9);
      expect(await desk.device('aaaabbbb')).toEqual({ ...device, lastUsedAt: 9 });
      expect(await desk.device('none')).toBeNull();
      await desk.revokeDevices(['d1'], 10);
      await desk.revokeDevices(['d1', 'd2'], 20);
      const revoked = (await desk.devices()).map(({ id, revokedAt }) => [id, revokedAt]);
      expect(revoked).toEqual([
        ['d1', 10],
        ['d2', 20],
      ]);
      expect((await desk.devices('boris')).map(({ id }) => id)).toEqual(['d2']);
      await expect(desk.addDevice({ ...device, id: 'd3' })).rejects.toThrow();
    });
  });

  describe('spaces', () => {
    test('everybody is in the desk, and in what they were let into', async () => {
      const { desk } = at().store;
      await desk.addSpace('north', 'North');
      await desk.addSpace('north', 'Север');
      expect(await desk.spaces()).toContainEqual({ code: 'north', title: 'Север' });
      await desk.admit('anna', 'north');
      await desk.admit('anna', 'north');
      await desk.admit('anna', 'main');
      expect(await desk.spacesOf('anna')).toEqual(['desk', 'main', 'north']);
      await desk.expel('anna', 'north');
      expect(await desk.spacesOf('anna')).toEqual(['desk', 'main']);
      expect(await desk.spacesOf('nobody')).toEqual(['desk']);
    });

    test('people are read from their records', async () => {
      const { store } = at();
      const anna = { id: 'anna', login: 'anna', name: 'Анна', role: 'lead', line: '2' };
      const state = JSON.stringify({ ...anna, gender: null, isDemo: false });
      const record = { type: 'person', id: 'anna', space: 'desk', rev: 1, state } as const;
      await writeDeeds(store, [{ space: 'desk' }], { entities: [record] });
      expect(await store.desk.person('anna')).toMatchObject(anna);
      expect(await store.desk.person('boris')).toBeNull();
      expect(await store.desk.persons()).toHaveLength(1);
    });
  });

  describe('the audit', () => {
    test('is one chain, whoever appends to it', async () => {
      const { store, openBeside } = at();
      const other = await openBeside();
      await Promise.all([
        ...[store, other, store, other].map(({ desk }) => desk.audit([fact, fact])),
        writeDeeds(store, [{}], { audit: [fact] }),
        writeDeeds(other, [{}], { audit: [fact] }),
      ]);
      const all = await store.desk.auditSince(0, 99);
      expect(all.map(({ n }) => n)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
      expect(all[3]).toMatchObject(fact);
      expect(all.every(({ prev }, n) => prev === (all[n - 1]?.hash ?? ''))).toBe(true);
      expect(await store.desk.auditSince(8, 1)).toEqual([all[8]]);
      expect(await store.verify()).toEqual([]);
      await other.close();
    });
  });
}
