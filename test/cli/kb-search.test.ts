import { afterEach, beforeEach, expect, it } from 'vitest';
import { CliDesk } from './cli-desk.ts';

let desk: CliDesk;
beforeEach(() => {
  desk = new CliDesk();
});
afterEach(() => desk.close());

/** What was answered, a query and its number of hits each. */
async function answers(stdin: string | Uint8Array): Promise<[string, number][]> {
  const { code, out } = await desk.run(['kb', 'search', '--stdin', '--json'], { stdin });
  expect(code).toBe(0);
  const lines = out.split('\n').slice(0, -1);
  return lines.map((line) => {
    const { query, hits } = JSON.parse(line) as { query: string; hits: unknown[] };
    return [query, Math.min(hits.length, 1)];
  });
}

it('answers every line of standard input in order, empty ones too', async () => {
  const long = 'принтер '.repeat(20_000);
  expect(await answers(`\ufeffпринтер\r\n\r\n   \n${long}\nвпн`)).toEqual([
    ['принтер', 1],
    ['', 0],
    ['   ', 0],
    [long, 1],
    ['впн', 1],
  ]);
  expect(await answers('')).toEqual([]);
});

it('takes nothing but a line feed for the end of a query', async () => {
  expect(await answers('vpn\u2028office\nпочта\rдиск\n')).toEqual([
    ['vpn\u2028office', 1],
    ['почта\rдиск', 1],
  ]);
});

it('answers what is not UTF-8 like any words that nobody wrote', async () => {
  const [first, second] = await answers(Uint8Array.from([0xff, 0xfe, 0x0a, 0x76, 0x70, 0x6e]));
  expect(first?.[1]).toBe(0);
  expect(second).toEqual(['vpn', 1]);
});
