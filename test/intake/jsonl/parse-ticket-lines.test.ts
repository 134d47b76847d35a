import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseTicketLines } from '../../../src/intake/jsonl/parse-ticket-lines.ts';
import { bytes, collect, inPieces } from '../bytes.ts';

const ticket = {
  id: '0193',
  number: 'SM-1042',
  subject: 'Нет связи',
  status: 'open',
  priority: 'P2',
  line: '2',
  kind: 'incident',
  assignee: null,
  customer: 'ООО «Ромашка»',
  contact: 'Иван',
  channel: 'mail',
  createdAt: '2026-11-21T10:05:00Z',
  updatedAt: null,
  dueAt: null,
  tags: ['vpn'],
  entries: [
    {
      id: 'e1',
      at: '2026-11-21T10:06:00.000Z',
      kind: 'message',
      visibility: 'public',
      author: 'Пётр',
      text: 'Проверьте кабель',
      messageId: '<SM-1042.1@example.test>',
    },
  ],
};

async function read(text: string, size?: number) {
  return collect(parseTicketLines(inPieces(bytes(text), size)));
}

test('a ticket of show --json is read with its number and message ids', async () => {
  const [result] = await read(`\uFEFF${JSON.stringify({ ...ticket, secret: 1 })}\n`);
  const at = Date.UTC(2026, 10, 21, 10, 5);
  expect(result).toEqual({
    ok: true,
    line: 1,
    ticket: {
      ...ticket,
      email: null,
      contactEmail: null,
      createdAt: at,
      entries: [{ ...ticket.entries[0], from: null, at: at + 60_000 }],
    },
  });
});

test('only the subject is needed, a note is internal unless said otherwise', async () => {
  const [result] = await read(
    '{"subject":"x","entries":[{"text":"a"},{"kind":"note","text":"b"}]}',
  );
  expect(result).toMatchObject({
    ok: true,
    ticket: {
      number: null,
      priority: null,
      tags: [],
      entries: [{ visibility: 'public', messageId: null, at: null }, { visibility: 'internal' }],
    },
  });
});

test('a bad line names its place and the others are read', async () => {
  const lines = [
    'не json',
    '',
    '{"subject":" "}',
    '{"subject":"x","entries":[{"kind":"tweet"}]}',
    '{"subject":"x","createdAt":"вчера"}',
    '[]',
    '{"subject":"ok"}',
  ];
  const results = await read(lines.join('\n'));
  const found = results.map((result) =>
    result.ok ? [result.line, 'ok'] : [result.line, result.reason.code, result.reason.path],
  );
  expect(found).toEqual([
    [1, 'not-json', ''],
    [3, 'wrong-field', 'subject'],
    [4, 'wrong-field', 'entries.0.kind'],
    [5, 'wrong-field', 'createdAt'],
    [6, 'wrong-field', ''],
    [7, 'ok'],
  ]);
});

test('the size of the pieces does not matter and nothing throws', async () => {
  const line = fc.oneof(fc.json(), fc.string(), fc.constant(JSON.stringify(ticket)));
  await fc.assert(
    fc.asyncProperty(fc.array(line), fc.integer({ min: 1, max: 99 }), async (lines, size) => {
      const text = lines.join('\n');
      expect(await read(text, size)).toEqual(await read(text));
    }),
    { numRuns: 100 },
  );
});
