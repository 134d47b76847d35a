import { afterEach, beforeEach, expect, it } from 'vitest';
import { CliDesk, type TicketJson } from './cli-desk.ts';

let desk: CliDesk;
beforeEach(() => {
  desk = new CliDesk();
});
afterEach(() => desk.close());

interface PromiseJson {
  readonly number: string;
  readonly kind: string;
  readonly dueAt: string;
  readonly state: string;
  readonly overdue: boolean;
}

it('what was promised is listed, the nearest first, and comes due', async () => {
  await desk.run(['new', '--subject', 'Принтер']);
  await desk.run(['new', '--subject', 'VPN']);
  await desk.run(['promise', '1', '2ч', '--kind', 'deadline']);
  await desk.run(['promise', '2', '15м', '--kind', 'hold']);
  const list = (...more: string[]) => desk.json<PromiseJson[]>(['promise', 'list', ...more]);
  expect(await list()).toMatchObject([
    { number: 'SM-2', kind: 'hold', dueAt: '2026-11-18T11:15:00.000Z', state: 'open' },
    { number: 'SM-1', kind: 'deadline', overdue: false },
  ]);
  expect(await list('1')).toHaveLength(1);
  expect(await list('--overdue')).toEqual([]);
  expect(await list('--overdue', '--now', '2026-11-18T12:00:00Z')).toMatchObject([
    { number: 'SM-2', overdue: true },
  ]);
  const queue = await desk.json<TicketJson[]>(['queue', 'promises']);
  expect(queue.map(({ number, promiseAt }) => [number, promiseAt])).toEqual([
    ['SM-2', '2026-11-18T11:15:00.000Z'],
    ['SM-1', '2026-11-18T13:00:00.000Z'],
  ]);
});

it('tells the share that was kept', async () => {
  expect(await desk.json<unknown>(['promise', 'stats'])).toEqual({
    ...{ made: 0, kept: 0, broken: 0, moved: 0, open: 0, share: null },
  });
  await desk.run(['new', '--subject', 'Принтер']);
  await desk.run(['promise', '1', '2ч', '--kind', 'call-back']);
  await desk.run(['call', '1', '--text', 'Позвонила']);
  await desk.run(['promise', '1', '15м']);
  const late = ['promise', 'stats', '--now', '2026-11-18T12:00:00Z'];
  expect(await desk.json<unknown>(late)).toMatchObject({ made: 2, kept: 1, broken: 1, share: 0.5 });
  expect((await desk.run(late)).out).toContain('50 %');
  expect((await desk.run(['promise', 'stats', '--from', '18.11'])).code).toBe(2);
});

it('a ticket shows when the customer must hear again', async () => {
  await desk.run(['new', '--subject', 'Авария', '--tag', 'outage']);
  expect(await desk.json(['show', '1'])).toMatchObject({
    nextUpdateDueAt: '2026-11-18T11:30:00.000Z',
  });
  expect((await desk.run(['show', '1'])).out).toContain('написать клиенту не позже 14:30');
});
