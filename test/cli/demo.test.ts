import { afterEach, beforeEach, expect, it } from 'vitest';
import { bankPack } from '../support/pack-folder.ts';
import { CliDesk } from './cli-desk.ts';

let desk: CliDesk;
beforeEach(() => {
  desk = new CliDesk();
});
afterEach(() => desk.close());

it('comes and goes with one command, and says nothing of the usual rules', async () => {
  const filled = await desk.run(['demo', '--tickets', '65', '--json']);
  expect(JSON.parse(filled.out)).toMatchObject({ tickets: 65, wasThere: false });
  expect(filled.err).toBe('');
  const removed = await desk.json<{ removed: { tickets: number } }>(['demo', '--remove']);
  expect(removed.removed.tickets).toBe(65);
});

it('says so where the rules of the desk forbid some of it', async () => {
  await desk.json(['desk', 'apply', bankPack]);
  const filled = await desk.run(['demo', '--tickets', '65']);
  expect([filled.code, filled.err]).toEqual([0, expect.stringContaining('правила этой группы')]);
});
