import { expect, it } from 'vitest';
import { Scheduler } from './scheduler.ts';

it('runs what waits in the order of its time, without waiting for it', async () => {
  const scheduler = new Scheduler(1000);
  const seen: string[] = [];
  const tell = (what: string) => seen.push(`${what} ${scheduler.now}`);
  scheduler.after(50, () => tell('later'));
  void scheduler.wait(10).then(() => {
    tell('waited');
    scheduler.after(5, () => tell('then'));
  });
  scheduler.after(10, () => tell('same time, asked for second'));
  await scheduler.pass(30);
  expect(seen).toEqual(['waited 1010', 'same time, asked for second 1010', 'then 1015']);
  expect(scheduler.now).toBe(1030);
});

it('ends a wait at once when it is called off', async () => {
  const scheduler = new Scheduler(0);
  const end = new AbortController();
  let isOver = false;
  void scheduler.wait(1000, end.signal).then(() => {
    isOver = true;
  });
  end.abort();
  await scheduler.settle();
  expect(isOver).toBe(true);
  expect(await scheduler.step()).toBe(false);
});

it('lets no time pass while the machine itself works', async () => {
  const scheduler = new Scheduler(0);
  const seen: string[] = [];
  const reading = import('node:zlib').then(() => seen.push('read'));
  scheduler.after(1, () => void scheduler.hold(reading));
  scheduler.after(2, () => seen.push('next'));
  await scheduler.pass(10);
  expect(seen).toEqual(['read', 'next']);
});
