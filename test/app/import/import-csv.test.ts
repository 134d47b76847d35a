import { describe, expect, test } from 'vitest';
import { importCsv } from '../../../src/app/import/import-csv.ts';
import { undoImport } from '../../../src/app/import/undo-import.ts';
import type { Ticket } from '../../../src/domain/ticket.ts';
import { must } from '../../../src/util/must.ts';
import { UserError } from '../../../src/util/user-error.ts';
import { openTestDesk, type TestDesk } from '../../support/desk.ts';
import { LetterBox } from './letter-box.ts';

const header =
  'external_id;number;subject;text;status;priority;customer;contact;email;created_at;updated_at;tags';

function row(
  id: string,
  words: Partial<Record<'subject' | 'status' | 'tags', string>> = {},
): string {
  const { subject = `Тема ${id}`, status = 'в работе', tags = 'vpn' } = words;
  return `${id};;${subject};Текст ${id};${status};P2;Ромашка;Иван;ivan@client.test;10.11.2026 12:00;11.11.2026 12:00;${tags}`;
}

function table(...rows: readonly string[]): string {
  return `${[header, ...rows].join('\n')}\n`;
}

function external({ desk }: TestDesk, id: string): Ticket {
  return must(desk.tickets.byId(must(desk.tickets.idByExternalId(id), id)), id);
}

test('a table becomes tickets; its customer and contact are created once', async () => {
  using story = await openTestDesk();
  using box = new LetterBox();
  const path = box.put('t.csv', table(row('A'), row('B')));
  const report = await importCsv(story.desk, path);
  expect(report).toMatchObject({
    rows: 2,
    created: [{ source: `${path}:2`, number: 'SM-1' }, { source: `${path}:3` }],
    header: { charset: 'utf-8', delimiter: ';', ignored: [] },
  });
  const ticket = external(story, 'A');
  expect(ticket).toMatchObject({
    subject: 'Тема A',
    status: 'open',
    priority: 'P2',
    tags: ['vpn'],
    createdAt: Date.parse('2026-11-10T09:00:00Z'),
    updatedAt: Date.parse('2026-11-11T09:00:00Z'),
  });
  expect(story.desk.people.customers().map((c) => c.name)).toEqual(['Ромашка']);
  expect(story.desk.people.contacts()).toHaveLength(1);
  const [entry] = story.desk.tickets.entries(ticket.id);
  expect(entry).toMatchObject({ text: 'Текст A', author: { type: 'contact', name: 'Иван' } });
});

test('words of an imported text find its ticket', async () => {
  using story = await openTestDesk();
  using box = new LetterBox();
  await importCsv(story.desk, box.put('t.csv', table(row('A', { subject: 'Сломался плоттер' }))));
  const match = story.desk.store.sql.all(
    'SELECT rowid FROM ticket_fts WHERE ticket_fts MATCH ?',
    story.desk.store.indexText('плоттеры'),
  );
  expect(match).toHaveLength(1);
});

test('every row that was left out is named with its line and reason', async () => {
  using story = await openTestDesk();
  using box = new LetterBox();
  const path = box.put(
    't.csv',
    table(
      row('A'),
      row('A'),
      row('B', { subject: '' }),
      row('C', { status: 'у шефа' }),
      'мало;полей',
    ),
  );
  for (const dryRun of [true, false]) {
    const report = await importCsv(story.desk, path, { dryRun });
    expect(report.created.map((c) => c.number)).toEqual([dryRun ? null : 'SM-1']);
    expect(report.skipped).toEqual([
      { source: `${path}:3`, reason: 'repeated', params: { externalId: 'A' } },
      { source: `${path}:4`, reason: 'subject-missing' },
      { source: `${path}:5`, reason: 'status-unknown', params: { value: 'у шефа' } },
      { source: `${path}:6`, reason: 'field-count', params: { expected: 12, found: 2 } },
    ]);
  }
});

describe('reading a table again', () => {
  test('changes nothing when the table has not changed', async () => {
    using story = await openTestDesk();
    using box = new LetterBox();
    const path = box.put('t.csv', table(row('A'), row('B')));
    await importCsv(story.desk, path);
    const again = await importCsv(story.desk, path);
    expect(again.skipped.map((s) => s.reason)).toEqual(['unchanged', 'unchanged']);
    expect(again.created).toEqual([]);
  });

  test('carries over what changed there', async () => {
    using story = await openTestDesk();
    using box = new LetterBox();
    await importCsv(story.desk, box.put('t.csv', table(row('A'), row('B'))));
    const next = table(
      row('A', { subject: 'Иначе', tags: 'vpn,vip' }),
      row('B', { status: 'closed' }),
    );
    const again = await importCsv(story.desk, box.put('t.csv', next));
    expect(again.updated).toHaveLength(2);
    expect(external(story, 'A')).toMatchObject({ subject: 'Иначе', tags: ['vpn', 'vip'] });
    expect(external(story, 'B').status).toBe('closed');
  });

  test('does not undo what was done here', async () => {
    using story = await openTestDesk();
    using box = new LetterBox();
    const path = box.put('t.csv', table(row('A')));
    await importCsv(story.desk, path);
    const { id } = external(story, 'A');
    story.does(id, {
      type: 'set-fields',
      fields: { priority: 'P1', subject: 'Наша тема', reason: 'стоит касса' },
    });
    story.does(id, { type: 'resolve', solution: 'Готово' });
    const again = await importCsv(story.desk, path);
    expect(again.skipped.map((s) => s.reason)).toEqual(['unchanged']);
    expect(story.ticket(id)).toMatchObject({ subject: 'Наша тема', status: 'resolved' });
  });
});

test('a number that another ticket has is not taken away from it', async () => {
  using story = await openTestDesk();
  using box = new LetterBox();
  story.registers('Своё');
  const path = box.put('t.csv', 'external_id,number,subject\nA,SM-1,Чужое\nB,SM-7,Новое\n');
  const report = await importCsv(story.desk, path);
  expect(report.created).toMatchObject([{ number: 'SM-7' }]);
  expect(report.skipped).toMatchObject([{ reason: 'number-taken' }]);
  expect(story.ticket(story.registers('Ещё')).number).toBe('SM-8');
});

test('a row that the store refuses fails alone; its batch is taken', async () => {
  using story = await openTestDesk();
  using box = new LetterBox();
  story.desk.store.sql.exec(
    `CREATE TRIGGER poison BEFORE INSERT ON entry WHEN new.text = 'Текст B'
     BEGIN SELECT raise(ABORT, 'poison'); END`,
  );
  const path = box.put('t.csv', table(row('A'), row('B'), row('C')));
  const report = await importCsv(story.desk, path);
  expect(report.created.map((c) => c.source)).toEqual([`${path}:2`, `${path}:4`]);
  expect(report.failed).toEqual([
    { source: `${path}:3`, reason: 'not-taken', params: { message: 'poison' } },
  ]);
  expect(story.desk.people.contacts()).toHaveLength(1);
});

test('a dry run over several batches writes nothing', async () => {
  using story = await openTestDesk();
  using box = new LetterBox();
  const rows = Array.from({ length: 1100 }, (_, i) => row(`R${i}`));
  const path = box.put('t.csv', table(...rows, row('R0')));
  const report = await importCsv(story.desk, path, { dryRun: true });
  expect(report.created).toHaveLength(1100);
  expect(report.skipped.map((s) => s.reason)).toEqual(['repeated']);
  expect(story.desk.store.sql.get('SELECT count(*) AS n FROM ticket')).toEqual({ n: 0 });
  expect(story.desk.people.customers()).toEqual([]);
});

describe('a mapping file', () => {
  test('renames columns', async () => {
    using story = await openTestDesk();
    using box = new LetterBox();
    const mapping = box.put('map.yaml', 'subject: Что случилось\nexternal_id: Ключ\n');
    const path = box.put('t.csv', 'Ключ;Что случилось\nA;Нет сети\n');
    await importCsv(story.desk, path, { mapping });
    expect(external(story, 'A').subject).toBe('Нет сети');
  });

  test('with mistakes names each place', async () => {
    using story = await openTestDesk();
    using box = new LetterBox();
    const mapping = box.put(
      'map.yaml',
      'subject: Тема\nсабжект: Тема2\nТемка: subject\nemail: 5\n',
    );
    const path = box.put('t.csv', table(row('A')));
    const error = await importCsv(story.desk, path, { mapping }).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(UserError);
    const { code, params } = error as UserError;
    expect(code).toBe('mapping-wrong');
    expect(params['details']).toContain(`${mapping}:4:`);
  });

  test('that names no column of ours is refused', async () => {
    using story = await openTestDesk();
    using box = new LetterBox();
    const mapping = box.put('map.yaml', 'subject: Тема\nсабжект: Тема2\nТемка: subject\n');
    const read = importCsv(story.desk, box.put('t.csv', table()), { mapping });
    await expect(read).rejects.toMatchObject({
      params: { details: expect.stringMatching(/:2:1 .*neither.*:3:1 .*twice/s) },
    });
  });
});

describe('undoing an import', () => {
  test('removes the tickets that nobody touched and names those that stay', async () => {
    using story = await openTestDesk();
    using box = new LetterBox();
    const path = box.put('t.csv', table(row('A'), row('B'), row('C'), row('D')));
    const own = story.registers('Своё');
    const { importId } = await importCsv(story.desk, path);
    story.does(external(story, 'B').id, { type: 'note', text: 'Смотрю' });
    const { id: ticketId } = external(story, 'C');
    const at = story.clock.now();
    const draft = { id: 'd', kind: 'reply', ticketId, text: 'Нач', extra: {} } as const;
    story.desk.drafts.save({ ...draft, createdAt: at, updatedAt: at });
    const undone = undoImport(story.desk, importId);
    expect(undone).toEqual({
      importId,
      source: path,
      removed: 2,
      kept: [
        { number: external(story, 'B').number, reason: 'changed' },
        { number: external(story, 'C').number, reason: 'draft' },
      ],
    });
    expect(story.desk.tickets.idByExternalId('A')).toBeNull();
    expect(story.ticket(own).subject).toBe('Своё');
    expect((await importCsv(story.desk, path)).created).toHaveLength(2);
  });

  test('of an unknown id says so', async () => {
    using story = await openTestDesk();
    expect(() => undoImport(story.desk, 'no')).toThrow(UserError);
  });
});
