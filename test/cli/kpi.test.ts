import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { textWidth } from '../../src/util/text-width.ts';
import { CliDesk, type TicketJson } from './cli-desk.ts';

let desk: CliDesk;
beforeEach(() => {
  desk = new CliDesk();
});
afterEach(() => desk.close());

interface KpiJson {
  readonly from: string;
  readonly to: string;
  readonly line: string | null;
  readonly customer: string | null;
  readonly figures: readonly {
    readonly code: string;
    readonly of: string | null;
    readonly numerator: number;
    readonly denominator: number;
    readonly definition?: { readonly meaning: string };
  }[];
}

const kpi = (...more: readonly string[]) => desk.run(['report', 'kpi', ...more]);
const kpiJson = (...more: readonly string[]) => desk.json<KpiJson>(['report', 'kpi', ...more]);
const registers = (subject: string, ...more: readonly string[]) =>
  desk.json<TicketJson>(['new', '--subject', subject, '--text', 'не работает', ...more]);

describe('report kpi', () => {
  it('counts a day whole, with numerator and denominator of every figure', async () => {
    const { number } = await registers('Почта', '--customer', 'Ромашка');
    await registers('VPN');
    await desk.json(['resolve', number, '--text', 'Пароль сброшен.']);
    const { from, to, figures } = await kpiJson('--from', '2026-11-18', '--to', '2026-11-18');
    // Days are those of the desk's clock, and the last one is counted in.
    expect([from, to]).toEqual(['2026-11-17T21:00:00.000Z', '2026-11-18T21:00:00.000Z']);
    const share = figures.find(({ code }) => code === 'resolved-share');
    expect(share).toMatchObject({ numerator: 1, denominator: 2, percent: null, interval: null });
    for (const { numerator, denominator } of figures) {
      expect([typeof numerator, typeof denominator]).toEqual(['number', 'number']);
    }
    const own = await kpiJson('--customer', 'ромашка', '--codes', 'requests');
    expect([own.customer, own.figures[0]?.numerator]).toEqual(['Ромашка', 1]);
  });

  it('takes days, months, moments and words, and by default today', async () => {
    const spans = async (...more: readonly string[]) => {
      const { from, to } = await kpiJson(...more, '--codes', 'backlog');
      return [from, to].map((text) => text.slice(0, 16));
    };
    expect(await spans('--from', 'вчера', '--to', 'вчера')).toEqual([
      ...['2026-11-16T21:00', '2026-11-17T21:00'],
    ]);
    expect(await spans('--from', '2026-10', '--to', '2026-10')).toEqual([
      ...['2026-09-30T21:00', '2026-10-31T21:00'],
    ]);
    expect(await spans('--from', '2026-12-01T08:00Z'.replace('12-01', '11-18'))).toEqual([
      ...['2026-11-18T08:00', '2026-11-18T11:00'],
    ]);
    expect(await spans()).toEqual(['2026-11-17T21:00', '2026-11-18T11:00']);
  });

  it.each([
    [['--from', '2026-11-18', '--to', '2026-11-17'], 'period-backwards'],
    [['--from', '2027-01-01', '--to', '2027-01-02'], 'period-future'],
    [['--from', '2016-01-01', '--to', '2026-11-01'], 'period-too-long'],
    [['--from', '2026-02-30'], 'period-unknown'],
    [['--from', 'когда-нибудь'], 'period-unknown'],
    [['--line', '9'], 'line-unknown'],
    [['--customer', 'Никто'], 'customer-unknown'],
    [['--codes', 'requests,luck'], 'figure-unknown'],
  ])('says in a sentence what is wrong with %j', async (more, code) => {
    const refused = await desk.refused(['report', 'kpi', ...more]);
    expect([refused.exit, refused.code, refused.out]).toEqual([1, code, '']);
    expect(refused.message).not.toMatch(/\{\w+\}/);
  });

  it('is read by people in their language, in any form, with what it means', async () => {
    await registers('=CMD("x")', '--customer', '<script>alert(1)</script>');
    const text = await kpi('--definitions');
    expect(text.out).toContain('Поступило обращений: 1');
    const month = await kpi('--from', '2026-11', '--to', '2026-11');
    expect(month.out).toMatch(/^ПОКАЗАТЕЛИ С 1 НОЯБРЯ 2026 ПО 30 НОЯБРЯ 2026\n/);
    expect(text.out).toMatch(/Считать пока не из чего: .*сроки соблюдены/s);
    expect(text.out).toContain('Числитель:');
    for (const line of text.out.split('\n')) expect(textWidth(line)).toBeLessThanOrEqual(80);
    expect((await kpi('--format', 'md', '--lang', 'en')).out).toContain('- Requests: 1');
    const named = await kpi('--format', 'html', '--customer', '<script>alert(1)</script>');
    expect(named.out).toMatch(/^<!doctype html>/i);
    expect(named.out).not.toContain('<script');
    const path = join(desk.folder, 'kpi.csv');
    await kpi('--format', 'csv', '--out', path);
    const table = readFileSync(path, 'utf8').split('\r\n');
    expect(table[0]).toMatch(/^code,of,kind,numerator,denominator,/);
    expect(table[1]).toMatch(/^requests,,count,1,1,/);
  });

  it('explains every figure to programs, too', async () => {
    const { figures } = await kpiJson('--definitions');
    for (const { definition } of figures) expect(definition?.meaning).toBeTruthy();
  });

  it('is not for trainees, and keeps from engineers what only leads read', async () => {
    const load = await desk.refused(['report', 'kpi', '--codes', 'load']);
    expect([load.exit, load.code]).toEqual([3, 'figure-not-yours']);
    const all = await kpiJson();
    expect(all.figures.some(({ code }) => code === 'load')).toBe(false);
    const pack = join(desk.folder, 'набор');
    mkdirSync(pack);
    writeFileSync(
      join(pack, 'people.yaml'),
      '- {login: stas, name: Стас, role: hire, line: "1"}\n',
    );
    await desk.json(['desk', 'apply', pack]);
    const hire = await desk.refused(['--as', 'stas', 'report', 'kpi']);
    expect([hire.exit, hire.code]).toEqual([3, 'reports-not-yours']);
  });
});
