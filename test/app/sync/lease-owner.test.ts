import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { hostname } from 'node:os';
import { expect, test } from 'vitest';
import { freeDeadLease, ownerName } from '../../../src/app/sync/lease-owner.ts';
import { SyncLease } from '../../../src/store/sync/sync-lease.ts';
import { openTestDesk } from '../../support/desk.ts';

test('the lease of a process that was killed is free at once, that of a living one is not', async () => {
  using here = await openTestDesk();
  const { sql } = here.desk.store;
  const lease = new SyncLease(sql);
  const now = here.clock.now();
  const living = spawn('sleep', ['60']);
  const owner = `${hostname()}/${living.pid}/x`;
  expect(lease.take(owner, now, now + 10_000)).toBe(true);
  const me = ownerName(here.desk.makeId);
  freeDeadLease(sql);
  expect(lease.take(me, now, now + 10_000)).toBe(false);
  living.kill('SIGKILL');
  await once(living, 'exit');
  freeDeadLease(sql);
  expect(lease.take(me, now, now + 10_000)).toBe(true);
});

test('nothing is known of processes on another machine: their lease runs out by itself', async () => {
  using here = await openTestDesk();
  const { sql } = here.desk.store;
  const lease = new SyncLease(sql);
  const now = here.clock.now();
  lease.take('elsewhere/1/x', now, now + 10_000);
  freeDeadLease(sql);
  expect(lease.take(ownerName(here.desk.makeId), now, now + 10_000)).toBe(false);
  expect(lease.take(ownerName(here.desk.makeId), now + 10_001, now + 20_000)).toBe(true);
});
