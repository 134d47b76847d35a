import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CliDesk, now, type TicketJson } from './cli-desk.ts';

let desk: CliDesk;
beforeEach(() => {
  desk = new CliDesk();
});
afterEach(() => desk.close());

const rowKeys = [
  'id',
  'number',
  'subject',
  'status',
  'priority',
  'line',
  'assignee',
  'customer',
  'contact',
  'channel',
  'createdAt',
  'updatedAt',
  'dueAt',
  'tags',
];

interface Shown extends TicketJson {
  readonly entries: readonly Record<string, unknown>[];
}

describe('on an empty data folder', () => {
  it.each([
    ['queue'],
    ['kb', 'search', 'vpn'],
    ['template', 'list'],
    ['doctor'],
    ['verify'],
    ['config', 'list'],
    ['config', 'path'],
    ['draft', 'list'],
    ['delivery', 'list'],
    [],
  ])('smena %s works and gives JSON', async (...line) => {
    expect(await desk.json<unknown>(line)).toBeDefined();
  });

  it('an unknown name becomes an engineer of the second line', async () => {
    await desk.run(['new', '--subject', 'Тема']);
    const [row] = await desk.json<TicketJson[]>(['queue', 'unassigned']);
    expect(row).toMatchObject({ line: '2', assignee: null });
  });
});

describe('queue', () => {
  it('gives rows with the keys of the contract, times in UTC, absent = null', async () => {
    await desk.run([
      'new',
      '--subject',
      'Не открывается почта',
      '--tag',
      'mail',
      '--tag',
      'срочно',
    ]);
    const [row] = await desk.json<TicketJson[]>(['queue']);
    expect(Object.keys(row ?? {})).toEqual(expect.arrayContaining(rowKeys));
    expect(row).toMatchObject({
      number: 'SM-1',
      subject: 'Не открывается почта',
      status: 'new',
      priority: 'P3',
      customer: null,
      createdAt: '2026-11-18T11:00:00.000Z',
      dueAt: '2026-11-19T11:00:00.000Z',
      tags: ['mail', 'срочно'],
    });
  });

  it('gives 50 rows unless told otherwise', async () => {
    for (let i = 0; i < 52; i += 1) await desk.run(['new', '--subject', `Тема ${i}`]);
    expect(await desk.json<unknown[]>(['queue'])).toHaveLength(50);
    expect(await desk.json<unknown[]>(['queue', '--limit', '3'])).toHaveLength(3);
    expect(await desk.json<unknown[]>(['queue', '--limit', '100'])).toHaveLength(52);
  });

  it('leaves closed tickets out unless an empty filter asks for everything', async () => {
    await desk.run(['new', '--subject', 'Закрытое']);
    await desk.run(['resolve', '1']);
    await desk.run(['confirm', '1']);
    expect(await desk.json(['queue'])).toEqual([]);
    expect(await desk.json(['queue', '--filter', ''])).toMatchObject([{ status: 'closed' }]);
  });

  it.each([
    'all-open',
    'mine',
    'unassigned',
    'due-soon',
    'promises',
    'waiting-customer',
    'to-confirm',
  ])('knows %s', async (name) => {
    expect(await desk.json(['queue', name])).toEqual([]);
  });

  it('finds by words, by field and by number in either layout', async () => {
    await desk.run(['new', '--subject', 'VPN рвётся', '--text', 'ошибка 809']);
    await desk.run(['new', '--subject', 'Принтер', '--priority', 'P1']);
    const found = async (filter: string) =>
      (await desk.json<TicketJson[]>(['queue', '--filter', filter])).map((row) => row.number);
    expect(await found('809')).toEqual(['SM-1']);
    expect(await found('priority:P1')).toEqual(['SM-2']);
    expect(await found('ЫЬ-1')).toEqual(['SM-1']);
    expect(await found('ghbynth')).toEqual(['SM-2']);
  });

  it('knows fields by the words of the screen, companies by their domain, words to avoid', async () => {
    await desk.run(['new', '--subject', 'VPN', '--tag', 'сеть', '--contact', 'i.petrov@elka.ru']);
    await desk.run(['new', '--subject', 'Принтер', '--text', 'лоток 1']);
    const found = async (filter: string) =>
      (await desk.json<TicketJson[]>(['queue', '--filter', filter])).map((row) => row.number);
    expect(await found('метка:сеть')).toEqual(['SM-1']);
    expect(await found('elka.ru')).toEqual(['SM-1']);
    expect(await found('i.petrov')).toEqual(['SM-1']);
    expect(await found('-принтер')).toEqual(['SM-1']);
    expect(await found('vpn -сеть')).toEqual([]);
    expect(await found('-status:new')).toEqual([]);
  });

  it('puts the ticket of a typed number before tickets that only name the number', async () => {
    await desk.run(['new', '--subject', 'Первое']);
    await desk.run(['new', '--subject', 'Второе', '--text', 'ошибка 12514']);
    await desk.run(['note', '2', '--text', 'позже', '--now', '2026-11-19T11:00:00Z']);
    const rows = await desk.json<TicketJson[]>(['queue', '--filter', '1']);
    expect(rows.map((row) => row.number)).toEqual(['SM-1', 'SM-2']);
  });

  it.each(['status:bogus', 'due:скоро', 'кто:'])(
    'never takes %s, which it cannot read, for everything',
    async (filter) => {
      await desk.run(['new', '--subject', 'VPN']);
      expect(await desk.refused(['queue', '--filter', filter])).toMatchObject({
        exit: 1,
        out: '',
        code: 'filter-wrong',
      });
    },
  );
});

describe('the life of a ticket', () => {
  it('keeps every time that a reply gives in its own words', async () => {
    await desk.run(['new', '--subject', 'VPN', '--text', 'рвётся']);
    const text = 'Напишу через час, перезвоню завтра в 11:00.';
    const replied = await desk.json(['reply', '1', '--text', text]);
    expect(replied).toMatchObject({ promiseAt: '2026-11-18T12:00:00.000Z' });
    const kept = await desk.json<{ promises: { kind: string }[] }>(['show', '1']);
    expect(kept.promises.map(({ kind }) => kind)).toEqual(['next-update', 'call-back']);
  });

  it('refuses to send a secret, and writes nothing', async () => {
    await desk.run(['new', '--subject', 'VPN', '--text', 'рвётся']);
    const said = await desk.run(['reply', '1', '--text', 'Ваш пароль: Qwerty12345!']);
    expect(said.code).toBe(3);
    expect(said.err).toContain('отправить нельзя');
    const kept = await desk.json<{ entries: unknown[] }>(['show', '1']);
    expect(kept.entries).toHaveLength(1);
  });

  it('goes from new to closed, each step with its state', async () => {
    const made = await desk.json<{ id: string; number: string }>(
      ['new', '--subject', 'VPN', '--text', '-', '--contact', 'ivan@firm.example'],
      { stdin: 'первая\nвторая\n' },
    );
    expect(made).toEqual({ id: expect.any(String), number: 'SM-1' });
    expect(await desk.json(['take', 'SM-1'])).toMatchObject({ status: 'open', assignee: 'Анна' });
    const replied = await desk.json(['reply', '1', '--text', 'Смотрю', '--promise', '30м']);
    expect(replied).toMatchObject({
      promiseAt: '2026-11-18T11:30:00.000Z',
      delivery: { state: 'unconfigured', reason: 'delivery-not-configured' },
    });
    expect(await desk.json(['note', '1', '--text', 'журнал чист'])).toMatchObject({
      number: 'SM-1',
    });
    expect(await desk.json(['call', '1', '--text', 'созвон', '--minutes', '5'])).toMatchObject({
      promiseAt: null,
    });
    expect(await desk.json(['status', '1', 'waiting-customer'])).toMatchObject({
      status: 'waiting-customer',
      dueAt: null,
    });
    expect(await desk.json(['schedule', '1', 'завтра', '10'])).toMatchObject({
      status: 'scheduled',
      scheduledUntil: '2026-11-19T07:00:00.000Z',
    });
    expect(await desk.json(['resolve', '1', '--text', 'перезапустил'])).toMatchObject({
      status: 'resolved',
    });
    expect(await desk.json(['return', '1'])).toMatchObject({ status: 'open', returns: 1 });
    await desk.json(['resolve', '1']);
    const closed = await desk.json(['confirm', '1', '--by', 'Иван', '--how', 'письмом']);
    expect(closed).toMatchObject({ status: 'closed', assignee: 'Анна' });
    expect(Object.keys(closed)).toEqual(expect.arrayContaining([...rowKeys, 'rev']));
  });

  it('shows entries with their authors, kinds and visibility', async () => {
    await desk.run(['new', '--subject', 'VPN', '--text', 'не пускает', '--contact', 'Иван']);
    await desk.run(['reply', '1', '--text', 'Смотрю']);
    await desk.run(['note', '1', '--text', 'радиус']);
    const shown = await desk.json<Shown>(['show', 'SM-1']);
    expect(shown.entries).toMatchObject([
      { kind: 'message', visibility: 'public', author: 'Иван', text: 'не пускает' },
      { kind: 'message', visibility: 'public', author: 'Анна', text: 'Смотрю' },
      {
        kind: 'note',
        visibility: 'internal',
        author: 'Анна',
        text: 'радиус',
        at: expect.stringMatching(/Z$/),
      },
    ]);
    expect(shown.entries[1]).toMatchObject({ messageId: expect.stringMatching(/^<SM-1\./) });
  });

  it('changes fields, tags, links and who is responsible', async () => {
    await desk.run(['new', '--subject', 'один']);
    await desk.run(['new', '--subject', 'два', '--tag', 'b']);
    expect(await desk.json(['tag', '2', '+a', '-b', 'c'])).toMatchObject({ tags: ['a', 'c'] });
    expect(await desk.json(['priority', '2', 'p1'])).toMatchObject({ priority: 'P1' });
    expect(await desk.json(['set', '2', '--subject', 'три', '--line', '3'])).toMatchObject({
      subject: 'три',
      line: '3',
    });
    expect(await desk.json(['assign', '2', 'Анна'])).toMatchObject({ assignee: 'Анна' });
    expect(await desk.json(['assign', '2', 'none'])).toMatchObject({ assignee: null });
    await desk.json(['link', '2', '1', '--relation', 'duplicates']);
    expect(await desk.json(['show', '2'])).toMatchObject({
      links: [{ number: 'SM-1', relation: 'duplicates' }],
    });
    expect(await desk.json(['promise', '2', '15:30', '--kind', 'call-back'])).toMatchObject({
      promiseAt: '2026-11-18T12:30:00.000Z',
    });
  });

  it('undo takes the last command back and keeps its text as a draft', async () => {
    await desk.run(['new', '--subject', 'один']);
    await desk.run(['reply', '1', '--text', 'поспешил']);
    expect(await desk.json(['undo', '1'])).toMatchObject({
      status: 'new',
      undone: { type: 'reply', text: 'поспешил' },
    });
    const [draft] = await desk.json<{ id: string; text: string }[]>(['draft', 'list']);
    expect(draft).toMatchObject({ kind: 'reply', number: 'SM-1', text: 'поспешил' });
    expect((await desk.run(['draft', 'drop', draft?.id ?? ''])).out).toBe('поспешил\n');
    expect(await desk.json(['undo'])).toMatchObject({
      number: 'SM-1',
      undone: { type: 'register' },
    });
    expect(await desk.json(['queue', '--filter', ''])).toEqual([]);
  });
});

describe('around a ticket', () => {
  it('dry run of a reply changes nothing', async () => {
    await desk.run(['new', '--subject', 'VPN']);
    const told = await desk.json([
      'reply',
      '1',
      '--text',
      'Смотрю',
      '--promise',
      '1ч',
      '--dry-run',
    ]);
    expect(told).toMatchObject({ dryRun: true, text: 'Смотрю', promise: { kind: 'next-update' } });
    expect((await desk.json<Shown>(['show', '1'])).entries).toEqual([]);
  });

  it('a letter sent by hand is marked so', async () => {
    await desk.run(['new', '--subject', 'VPN', '--contact', 'ivan@firm.example']);
    await desk.run(['reply', '1', '--text', 'Готово']);
    expect(await desk.json(['delivery', 'list'])).toMatchObject([{ number: 'SM-1' }]);
    expect(await desk.json(['delivery', 'sent', '1'])).toMatchObject({
      delivery: { state: 'manual' },
    });
    expect(await desk.json(['delivery', 'list'])).toEqual([]);
  });

  it('a call finds its caller and registers', async () => {
    const line = ['open', '--phone', '+7 921 123-45-67', '--name', 'Пётр', '--customer', 'Завод'];
    expect(await desk.json(['open', '--phone', '8 921 1234567'])).toMatchObject({
      contactId: null,
    });
    expect(await desk.json([...line, '--subject', 'Принтер'])).toMatchObject({
      status: 'open',
      assignee: 'Анна',
      contact: 'Пётр',
      customer: 'Завод',
      channel: 'call',
    });
    expect(await desk.json(['open', '--phone', '8 (921) 123 45 67'])).toMatchObject({
      contact: 'Пётр',
      tickets: [{ subject: 'Принтер' }],
    });
  });

  it('show --json comes back through import jsonl with its number', async () => {
    await desk.run(['new', '--subject', 'VPN', '--text', 'не пускает']);
    await desk.run(['reply', '1', '--text', 'Смотрю']);
    const { out } = await desk.run(['show', '1', '--json']);
    const file = `${desk.folder}/one.jsonl`;
    writeFileSync(file, out);
    const other = new CliDesk();
    expect(await other.json(['import', 'jsonl', file])).toMatchObject({
      created: [{ number: 'SM-1' }],
      failed: [],
    });
    const shown = await other.json<Shown>(['show', 'SM-1']);
    expect(shown.entries.map(({ text }) => text)).toEqual(['не пускает', 'Смотрю']);
    other.close();
  });

  it('the fixed clock makes every call say the same', async () => {
    await desk.run(['new', '--subject', 'VPN']);
    const first = await desk.run(['queue']);
    expect((await desk.run(['queue'])).out).toBe(first.out);
    expect(await desk.json(['show', '1'])).toMatchObject({
      createdAt: new Date(now).toISOString(),
    });
  });
});
