import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { textWidth } from '../../src/util/text-width.ts';
import { CliDesk } from './cli-desk.ts';

let desk: CliDesk;
beforeEach(() => {
  desk = new CliDesk();
});
afterEach(() => desk.close());

interface Row {
  readonly [key: string]: unknown;
}
interface ReportJson {
  readonly ref: string;
  readonly startsAt: string;
  readonly red: readonly Row[];
  readonly figures: readonly Row[];
}

const report = (...line: readonly string[]) => desk.run(['report', ...line]);
const place = (name: string) => join(desk.folder, name);
const registers = (subject: string, ...more: readonly string[]) =>
  desk.json<{ readonly number: string }>([
    ...['new', '--subject', subject, '--text', 'не работает', ...more],
  ]);

describe('report shift', () => {
  it('is Markdown of the shift that is on, and JSON when that is asked for', async () => {
    const { number } = await registers('Касса не печатает', '--priority', 'P1');
    const { out, code } = await report('shift');
    expect(code).toBe(0);
    expect(out).toMatch(/^# Отчёт за смену «.*», 18 ноября 2026, 08:00–20:00\n/);
    expect(out).toContain(`- ${number} P1 Касса не печатает`);
    const json = await desk.json<ReportJson>(['report', 'shift']);
    expect(json).toMatchObject({
      ...{ ref: '2026-11-18/08:00-20:00', startsAt: '2026-11-18T05:00:00.000Z' },
      red: [{ number, owner: null, ownerId: null }],
    });
    expect(json.figures.length).toBeGreaterThan(10);
    for (const { numerator, denominator } of json.figures) {
      expect([typeof numerator, typeof denominator]).toEqual(['number', 'number']);
    }
  });

  it('fits a chat, a letter, a page and a table', async () => {
    await registers('=CMD("x")', '--priority', 'P1');
    const text = await report('shift', '--format', 'text');
    for (const line of text.out.split('\n')) expect(textWidth(line)).toBeLessThanOrEqual(80);
    expect((await report('shift', '--format', 'short')).out.length).toBeLessThan(text.out.length);
    expect((await report('shift', '--format', 'html')).out).toMatch(/^<!doctype html>/i);
    expect((await report('shift', '--format', 'email')).out).toMatch(/^Subject: =\?UTF-8\?B\?/);
    const red = await report('shift', '--format', 'csv', '--table', 'red');
    expect(red.out.split('\r\n')[1]).toContain(`"'=CMD(""x"")"`);
    const all = await report('shift', '--format', 'csv');
    expect(all.out).toContain('# promises\r\nticket,priority');
  });

  it('is written whole into a file, in place of what was there', async () => {
    const path = place('отчёт.md');
    writeFileSync(path, 'старое');
    const { code, out, err } = await report('shift', '--out', path);
    expect([code, out]).toEqual([0, '']);
    expect(err).toContain(path);
    expect(readFileSync(path, 'utf8')).toMatch(/^# Отчёт за смену/);
    symlinkSync(path, place('ссылка.md'));
    await report('shift', '--format', 'short', '--out', place('ссылка.md'));
    expect(readFileSync(path, 'utf8')).toMatch(/^ОТЧЁТ/);
    await report('shift', '--format', 'csv', '--out', place('таблицы'));
    expect(readdirSync(place('таблицы'))).toContain('red.csv');
    await report('shift', '--format', 'json', '--out', place('r.json'));
    expect(JSON.parse(readFileSync(place('r.json'), 'utf8'))).toHaveProperty('red');
  });

  it('says in a sentence what cannot be done, and leaves no half file', async () => {
    const nowhere = await report('shift', '--out', place('нет/такой/папки.md'));
    expect([nowhere.code, existsSync(place('нет'))]).toEqual([1, false]);
    expect(nowhere.err).toContain('Папки');
    mkdirSync(place('папка'));
    const folder = await report('shift', '--out', place('папка'));
    expect([folder.code, folder.err]).toEqual([1, expect.stringContaining('не файл')]);
    expect(readdirSync(desk.folder).filter((name) => name.includes('partial'))).toEqual([]);
    writeFileSync(place('занято'), '');
    expect((await report('shift', '--format', 'csv', '--out', place('занято'))).code).toBe(1);
    expect((await report('shift', '--format', 'csv', '--table', 'нет')).code).toBe(1);
    expect((await report('shift', '--format', 'pdf')).code).toBe(2);
    expect((await report('shift', '--table', 'red')).code).toBe(2);
    expect((await report('shift', '--revision', 'x')).code).toBe(2);
    expect((await report('shift', '--revision', '3')).code).toBe(1);
    for (const ref of [
      '2026-99-99/08:00-20:00',
      '9999-12-31/08:00-20:00',
      '2026-11-18/08:00-20:00/7',
    ]) {
      expect([ref, (await report('shift', '--shift', ref)).code]).toEqual([ref, 1]);
    }
  });

  it('says which line it is of', async () => {
    const { out } = await report('shift', '--shift', '2026-11-18/08:00-20:00/2');
    expect(out).toContain('; Линия: 2; ');
    expect((await report('shift')).out).not.toContain('Линия: 2');
  });

  it('is nothing for a trainee', async () => {
    mkdirSync(place('набор'));
    const people = '- {login: stas, name: Стас, role: hire, line: "1"}\n';
    writeFileSync(join(place('набор'), 'people.yaml'), people);
    await desk.json(['desk', 'apply', place('набор')]);
    expect(await desk.refused(['--as', 'stas', 'report', 'shift'])).toMatchObject({
      ...{ exit: 3, code: 'reports-not-yours' },
    });
  });
});

describe('report customer', () => {
  it('tells a month in the words of the customer, without a word of ours', async () => {
    const { number } = await registers(
      'VPN не пускает',
      '--customer',
      'Ромашка',
      '--tag',
      'вредный',
    );
    await desk.run(['note', number, '--text', 'клиент сам виноват']);
    const { out, code } = await report('customer', 'ромашка', '--month', '2026-11');
    expect(code).toBe(0);
    expect(out).toContain('# Отчёт о поддержке за ноябрь 2026: Ромашка');
    expect(out).toContain('- Поступило: 1');
    expect(out).toContain(`- ${number} VPN не пускает`);
    expect(out).not.toMatch(/виноват|вредный|Анна/);
    const english = await desk.run([
      ...['--lang', 'en', 'report', 'customer', 'Ромашка', '--month', '2026-11'],
    ]);
    expect(english.out).toContain('# Support report, November 2026: Ромашка');
    expect((await report('customer', 'Ромашка')).out).toContain('октябрь 2026');
    expect((await report('customer', 'Никто')).code).toBe(1);
    expect((await report('customer', 'Ромашка', '--month', '2026-13')).code).toBe(2);
    expect(await report('customer', 'Ромашка', '--month', '2030-01')).toMatchObject({ code: 1 });
  });
});

it('a customer reads of an outage of many by their own ticket, and of no other customer', async () => {
  const own = await registers('Нет связи у Ромашки', '--customer', 'Ромашка');
  const other = await registers('Нет связи у Лютика', '--customer', 'Лютик');
  const mass = ['mass', 'create', own.number, other.number, '--subject', 'Упал канал'];
  await desk.json(mass);
  const { incidents } = await desk.json<{ incidents: { number: string }[] }>([
    ...['report', 'customer', 'Ромашка', '--month', '2026-11'],
  ]);
  expect(incidents.map(({ number }) => number)).toEqual([own.number]);
});

describe('report outage', () => {
  it('tells what was when, and refuses what is no outage', async () => {
    const { number } = await registers('Лежит почта', '--priority', 'P1');
    await desk.run(['take', number]);
    const { out } = await report('outage', number);
    expect(out).toContain(`# Карточка аварии ${number}`);
    expect(out).toMatch(/\| 14:00 \| взято в работу \| Анна \| Анна \|/);
    const json = await desk.json<Row>(['report', 'outage', number]);
    expect(json).toMatchObject({
      number,
      minutes: null,
      updates: { numerator: 0, denominator: 0 },
    });
    const plain = await registers('Принтер');
    expect(await desk.refused(['report', 'outage', plain.number])).toMatchObject({
      ...{ exit: 1, code: 'outage-none' },
    });
  });
});

describe('report journal', () => {
  it('prints what is in work with lines to write on, and takes them back with their own times', async () => {
    const { number } = await registers('Касса не печатает', '--priority', 'P1');
    const paper = (await report('journal', '--lines', '3')).out;
    expect(paper).toContain(`[ ] ${number} P1 Касса`);
    expect(paper.match(/^__:__ ;/gm)).toHaveLength(3);
    for (const line of paper.split('\n')) expect(textWidth(line)).toBeLessThanOrEqual(80);

    const filled = `${paper}\n# дальше от руки\n09:40; ${number}; ; позвонили; ждут; Анна\n2026-11-17 23:10; Нет света; Ромашка; сидим с фонарём;\n`;
    writeFileSync(place('журнал.txt'), filled);
    const enter = ['report', 'journal', 'enter', place('журнал.txt')];
    const shown = await desk.json<Row>(enter);
    expect(shown).toMatchObject({
      dryRun: true,
      entries: [
        {
          at: '2026-11-17T20:10:00.000Z',
          number: null,
          subject: 'Нет света',
          text: 'сидим с фонарём',
        },
        { at: '2026-11-18T06:40:00.000Z', number, text: 'позвонили; ждут', who: 'Анна' },
      ],
    });
    const done = await desk.json<Row>([...enter, '--reason', 'не было света']);
    expect(done).toMatchObject({ dryRun: false });
    const { out } = await desk.run(['show', number]);
    expect(out).toContain('не было света');
    expect((await desk.run(['queue'])).out).toContain('Нет света');
  });

  it('is entered whole or not at all, and tells every line that is wrong with its place', async () => {
    const lines = ['09:40; Новое; ; есть;', '99:10; SM-404; ; ;Кто-то', 'просто строка'];
    writeFileSync(place('ж.txt'), lines.join('\n'));
    const { code, err } = await report('journal', 'enter', place('ж.txt'), '--reason', 'сбой');
    expect(code).toBe(1);
    for (const at of [':2:1 ', ':2:8 ', ':2:17 ', ':2:19 ', ':3:1 ']) expect(err).toContain(at);
    expect((await desk.run(['queue'])).out).not.toContain('Новое');
  });
});

describe('report agenda', () => {
  it('carries open questions over, and tells what was done and what goes on', async () => {
    const at = (now: string, ...line: readonly string[]) => desk.run(['--now', now, ...line]);
    await at('2026-11-12T10:00:00Z', 'shift', 'log', 'купить гарнитуры', '--kind', 'attention');
    await at('2026-11-17T10:00:00Z', 'shift', 'log', 'нет дежурного', '--kind', 'staffing');
    await at('2026-11-17T11:00:00Z', 'shift', 'log', 'спасибо всем', '--kind', 'thanks');
    const { out } = await report('agenda');
    expect(out).toContain('# Повестка недели, 16 ноября 2026 — 22 ноября 2026');
    const [, questions = '', fresh = ''] = out.split(/^## /m);
    expect(questions).toContain('купить гарнитуры');
    expect(fresh).toContain('нет дежурного');
    expect(out).not.toContain('спасибо всем');
    const last = await report('agenda', '--week', '2026-11-12', '--format', 'text');
    expect(last.out).not.toContain('нет дежурного');
    expect((await report('agenda', '--week', 'вторник')).code).toBe(2);
  });
});
