import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseTicketRows, type RowResult } from '../../../src/intake/csv/parse-tickets.ts';
import { bytes, collect, inPieces } from '../bytes.ts';

const head =
  'external_id;number;subject;text;status;priority;customer;contact;email;created_at;updated_at;tags';

interface Given {
  readonly charset?: string;
  readonly size?: number;
  readonly mapping?: Record<string, string>;
}

async function read(csv: string, given: Given = {}): Promise<RowResult[]> {
  const raw = bytes(csv, given.charset ?? 'utf-8');
  const options = { timeZone: 'Europe/Moscow', mapping: given.mapping ?? {} };
  return collect(parseTicketRows(inPieces(raw, given.size), options));
}

async function rows(csv: string, given: Given = {}) {
  const results = await read(csv, given);
  return results.flatMap((result) => (result.kind === 'row' && result.ok ? [result.row] : []));
}

async function problems(csv: string, given: Given = {}) {
  const results = await read(csv, given);
  return results.flatMap((result) => (result.kind === 'row' && !result.ok ? [result] : []));
}

test('a full row is read', async () => {
  const row =
    'E1;SM-5;Нет связи;"строка 1\r\nстрока ""2""; ещё";Ждём клиента;Высокий;ООО «Р»;Иван;i@x.test;21.11.2026 10:05;2026-11-21T10:05:00Z;сеть, vpn|#срочно';
  expect(await rows(`${head}\r\n${row}\r\n`)).toEqual([
    {
      externalId: 'E1',
      number: 'SM-5',
      subject: 'Нет связи',
      text: 'строка 1\nстрока "2"; ещё',
      status: 'waiting-customer',
      priority: 'P2',
      customer: 'ООО «Р»',
      contact: 'Иван',
      email: 'i@x.test',
      createdAt: Date.UTC(2026, 10, 21, 7, 5),
      updatedAt: Date.UTC(2026, 10, 21, 10, 5),
      tags: ['сеть', 'vpn', 'срочно'],
    },
  ]);
});

test('every encoding and delimiter that offices use is guessed', async () => {
  for (const charset of ['utf-8', 'windows-1251', 'cp866', 'utf-16le']) {
    for (const delimiter of [';', ',', '\t']) {
      const csv = `\uFEFFid;Тема;Лишнее\n7;Не печатает принтер;x\n`.replaceAll(';', delimiter);
      const isMarked = charset.startsWith('utf');
      const results = await read(isMarked ? csv : csv.slice(1), { charset });
      expect(results[0], charset).toMatchObject({ kind: 'header', delimiter, ignored: ['Лишнее'] });
      expect(results[1], charset).toMatchObject({
        ok: true,
        row: { externalId: '7', subject: 'Не печатает принтер' },
      });
    }
  }
});

test('windows-1251 is recognised although the first 64 KB are plain ASCII', async () => {
  const csv = `subject;text\n${'old ticket;nothing\n'.repeat(8000)}Не работает почта;совсем\n`;
  expect((await rows(csv, { charset: 'windows-1251', size: 16_384 })).at(-1)?.subject).toBe(
    'Не работает почта',
  );
});

test('any text survives quoting, whatever the size of the pieces', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'ж', '"', ';', '\n', ' ', ',', '😀') });
  const table = fc.array(cell, { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(table, fc.integer({ min: 1, max: 40 }), async (cells, size) => {
      const lines = cells.map((text, index) => `s${index};"${text.replaceAll('"', '""')}"`);
      const read = await rows(`subject;text\n${lines.join('\n')}`, { size });
      expect(read.map((row) => row.text)).toEqual(cells.map((text) => text.trim()));
    }),
    { numRuns: 300 },
  );
});

test('a skipped row says why and on which line of the file it stands', async () => {
  const csv = [
    'external_id;subject;text;created_at;status;priority',
    'E1;ok;"две',
    'строки";;;',
    '',
    'E2;;x;;;',
    'E3;мало;x',
    'E4;дата;x;31.02.2026 10:00;;',
    'E5;статус;x;;непонятно;',
    'E6;приоритет;x;;;P9',
    'E7;ok;x;;;',
  ].join('\n');
  const found = await problems(csv);
  expect(found.map(({ line, externalId, reason }) => [line, externalId, reason.code])).toEqual([
    [5, 'E2', 'subject-missing'],
    [6, 'E3', 'field-count'],
    [7, 'E4', 'date-unknown'],
    [8, 'E5', 'status-unknown'],
    [9, 'E6', 'priority-unknown'],
  ]);
  expect(found[1]?.reason.params).toEqual({ expected: 6, found: 3 });
  expect(found[2]?.reason.params).toEqual({ column: 'created_at', value: '31.02.2026 10:00' });
  expect((await rows(csv)).map((row) => row.externalId)).toEqual(['E1', 'E7']);
});

test('a forgotten quote costs one row, not the rest of the file', async () => {
  const csv = 'subject;text\nодин;"не закрыто\nдва;x\nтри;"a"\n';
  expect((await problems(csv)).map(({ line, reason }) => [line, reason.code])).toEqual([
    [2, 'quote-not-closed'],
  ]);
  expect((await rows(csv)).map((row) => row.subject)).toEqual(['два', 'три']);
});

test('a mapping renames columns, written either way', async () => {
  const csv = 'Caption;Body\nтема;текст\n';
  for (const mapping of [
    { Caption: 'subject', Body: 'text' },
    { subject: 'Caption', text: 'Body' },
  ]) {
    expect(await rows(csv, { mapping })).toMatchObject([{ subject: 'тема', text: 'текст' }]);
  }
});

test('a file without a subject column is one problem', async () => {
  expect((await problems('a;b\n1;2\n')).map(({ reason }) => reason.code)).toEqual([
    'header-without-subject',
  ]);
  expect((await problems('')).map(({ reason }) => reason.code)).toEqual(['header-without-subject']);
});

test("Excel's separator line is no header", async () => {
  expect(await rows('sep=,\nsubject,text\na,b\n')).toMatchObject([{ subject: 'a', text: 'b' }]);
});

test('statuses and priorities are read by code and by name', async () => {
  const names =
    'новое открыто ждём_клиента ждём_поставщика отложено решено закрыто waiting-third-party';
  const words = 'критический высокий средний низкий p1 4 Р2 low';
  const lines = names
    .split(' ')
    .map((name, i) => `x;${name.replace('_', ' ')};${words.split(' ')[i]}`);
  const read = await rows(`subject;status;priority\n${lines.join('\n')}`);
  expect(read.map((row) => row.status)).toEqual([
    'new',
    'open',
    'waiting-customer',
    'waiting-third-party',
    'scheduled',
    'resolved',
    'closed',
    'waiting-third-party',
  ]);
  expect(read.map((row) => row.priority)).toEqual(['P1', 'P2', 'P3', 'P4', 'P1', 'P4', 'P2', 'P4']);
});

test('random bytes never make the reading throw', async () => {
  const piece = fc.oneof(
    fc.uint8Array({ maxLength: 40 }),
    fc.constantFrom('"', ';', '\n', '"";', 'subject;text\n').map((text) => bytes(text)),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
      const raw = Buffer.concat([bytes('subject;text\n'), ...pieces]);
      const options = { timeZone: 'Europe/Moscow' };
      const whole = await collect(parseTicketRows(inPieces(raw), options));
      expect(await collect(parseTicketRows(inPieces(raw, 7), options))).toEqual(whole);
    }),
    { numRuns: 200 },
  );
});
