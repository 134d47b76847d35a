import { afterEach, beforeEach, expect, it } from 'vitest';
import { CliDesk, type TicketJson } from './cli-desk.ts';

let desk: CliDesk;
beforeEach(() => {
  desk = new CliDesk();
});
afterEach(() => desk.close());

interface Report {
  readonly days: number;
  readonly templates: readonly { readonly id: string; readonly [figure: string]: unknown }[];
  readonly unused: readonly { readonly id: string; readonly lastUsed: string | null }[];
}

async function answers(template: string): Promise<string> {
  const words = ['new', '--subject', 'VPN', '--text', 'Не пускает'];
  const { number } = await desk.json<TicketJson>(words);
  await desk.json(['reply', number, '--template', template]);
  return number;
}

it('a reply by a template counts in its list and in the report', async () => {
  const number = await answers('how-much-detail');
  await answers('how-much-detail');
  await desk.json(['resolve', number, '--text', 'Сменили пароль.']);
  await desk.json(['return', number, '--reason', 'снова не пускает']);
  const { days, templates, unused } = await desk.json<Report>(['template', 'report']);
  expect(days).toBe(90);
  expect(templates).toEqual([
    {
      id: 'how-much-detail',
      title: expect.any(String),
      uses: 2,
      uneditedShare: 1,
      medianEditedChars: 0,
      returned: { k: 1, n: 2, low: expect.any(Number), high: expect.any(Number) },
      confirmed: { k: 0, n: 2, low: 0, high: expect.any(Number) },
      lastUsed: '2026-11-18T11:00:00.000Z',
      rewritten: null,
    },
  ]);
  expect(unused.map(({ id }) => id)).not.toContain('how-much-detail');
  expect(unused.find(({ id }) => id === 'roadmap')).toEqual({ id: 'roadmap', lastUsed: null });
});

it('people read a table, programs its plain twin; outcomes are called associations', async () => {
  await answers('how-much-detail');
  const table = await desk.run(['template', 'report', '--days', '7']);
  expect(table.code).toBe(0);
  expect(table.out).toMatch(/how-much-detail +1 +100 % +0 +0\/1 \(0–79 %\)/);
  expect(table.err).toContain('связь, а не следствие');
  const plain = await desk.run(['template', 'report', '--plain']);
  expect(plain.out.split('\n')[0]?.split('\t')).toHaveLength(7);
});

it('days are a whole number', async () => {
  expect((await desk.run(['template', 'report', '--days', 'x'])).code).toBe(2);
});
