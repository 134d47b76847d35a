import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CliDesk } from './cli-desk.ts';

let desk: CliDesk;
beforeEach(async () => {
  desk = new CliDesk();
  await desk.run(['new', '--subject', 'Касса', '--text', 'Не открывается', '--priority', 'P2']);
});
afterEach(() => desk.close());

const at = (time: string) => ['--now', time];
const later = at('2026-11-18T12:00:00Z');
const nextDay = at('2026-11-19T12:00:00Z');

async function json(...line: string[]) {
  const { out } = await desk.run([...line, '--json']);
  return JSON.parse(out);
}

describe('smena sla explain', () => {
  it('tells programs the policy, the clocks, the pauses and what is next', async () => {
    await desk.run([...later, 'status', 'SM-1', 'waiting-customer']);
    await desk.run([...at('2026-11-18T14:00:00Z'), 'status', 'SM-1', 'open']);
    const explained = await json(...at('2026-11-18T15:00:00Z'), 'sla', 'explain', 'SM-1');
    expect(explained).toMatchObject({
      ticket: 'SM-1',
      at: '2026-11-18T15:00:00.000Z',
      policy: { code: 'default', name: 'Обычный', why: ['подходит любому обращению'] },
      calendar: 'always',
      pauses: [
        {
          from: '2026-11-18T12:00:00.000Z',
          to: '2026-11-18T14:00:00.000Z',
          status: 'waiting-customer',
          minutes: 120,
        },
      ],
      next: { target: 'resolve', dueAt: '2026-11-18T21:00:00.000Z' },
      breaches: [],
    });
    expect(explained.clocks).toContainEqual(
      expect.objectContaining({
        target: 'resolve',
        startedAt: '2026-11-18T11:00:00.000Z',
        targetMinutes: 480,
        usedMinutes: 120,
        leftMinutes: 360,
        state: 'ok',
      }),
    );
  });

  it('shows people a table that fits into 80 columns, in both languages', async () => {
    for (const language of ['ru', 'en']) {
      const { out, code } = await desk.run([
        ...later,
        '--lang',
        language,
        'sla',
        'explain',
        'SM-1',
      ]);
      expect(code).toBe(0);
      expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    }
    const { out } = await desk.run([...later, 'sla', 'explain', 'SM-1']);
    expect(out).toContain('Ближайший срок: решение, 18.11 22:00');
    expect(out).toMatch(/первый ответ +24ч +1ч +23ч +19\.11 14:00 +идёт/);
  });

  it('tells how it was at another moment', async () => {
    await desk.run([...later, 'status', 'SM-1', 'waiting-customer']);
    const line = ['sla', 'explain', 'SM-1', '--at', '2026-11-18T14:30:00+03:00'];
    const before = await json(...nextDay, ...line);
    expect(before).toMatchObject({ at: '2026-11-18T11:30:00.000Z', pauses: [], breaches: [] });
    const now = await json(...nextDay, 'sla', 'explain', 'SM-1');
    expect(now).toMatchObject({ next: null, nothingDue: 'paused' });
  });

  it('says what is wrong with a moment', async () => {
    const early = await desk.run(['sla', 'explain', 'SM-1', '--at', '2020-01-01T00:00:00Z']);
    expect([early.code, early.err]).toEqual([1, expect.stringContaining('SM-1 ещё не было')]);
    const none = await desk.run(['sla', 'explain', 'SM-1', '--at', 'вчера']);
    expect([none.code, none.err]).toEqual([1, expect.stringContaining('не момент времени')]);
    const missing = await desk.run(['sla', 'explain', 'SM-99']);
    expect(missing.code).toBe(1);
  });

  it('says why a ticket without a deadline has none', async () => {
    await desk.run([...later, 'resolve', 'SM-1', '--text', 'готово']);
    const { out } = await desk.run([...later, 'sla', 'explain', 'SM-1']);
    expect(out).toContain('Срока нет: обращение уже не в работе.');
  });
});

describe('smena sla sweep', () => {
  it('keeps what passed and says so once', async () => {
    const first = await json(...nextDay, 'sla', 'sweep');
    expect(first).toEqual({
      kept: 2,
      breaches: [
        {
          ticket: 'SM-1',
          target: 'resolve',
          policy: 'default',
          dueAt: '2026-11-18T19:00:00.000Z',
        },
        {
          ticket: 'SM-1',
          target: 'first-answer',
          policy: 'default',
          dueAt: '2026-11-19T11:00:00.000Z',
        },
      ],
    });
    const again = await desk.run([...nextDay, 'sla', 'sweep']);
    expect([again.out, again.err]).toEqual(['', 'Записано пропущенных сроков: 0.\n']);
    const { breaches } = await json(...nextDay, 'show', 'SM-1');
    expect(breaches).toHaveLength(2);
  });
});

describe('time left', () => {
  it('stands in the queue and in the ticket', async () => {
    const [row] = await json(...later, 'queue');
    const left = {
      dueTarget: 'resolve',
      dueState: 'ok',
      timeLeftMinutes: 420,
      dueAt: '2026-11-18T19:00:00.000Z',
    };
    expect(row).toMatchObject(left);
    expect(await json(...later, 'show', 'SM-1')).toMatchObject(left);
    const { out } = await desk.run([...nextDay, 'queue']);
    expect(out).toContain('−17ч ▲');
  });

  it('is marked where it stands still', async () => {
    await desk.run([...later, 'status', 'SM-1', 'waiting-customer']);
    const [row] = await json(...nextDay, 'queue');
    expect(row).toMatchObject({ dueAt: null, dueState: 'paused', timeLeftMinutes: 420 });
    expect((await desk.run([...nextDay, 'queue'])).out).toContain('7ч ‖');
  });
});
