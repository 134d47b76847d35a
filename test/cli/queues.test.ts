import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CliDesk, type TicketJson } from './cli-desk.ts';

let desk: CliDesk;
beforeEach(async () => {
  desk = new CliDesk();
  await desk.run(['new', '--subject', 'VPN рвётся', '--text', 'ошибка 809', '--tag', 'vpn']);
  await desk.run(['new', '--subject', 'Принтер', '--priority', 'P1', '--customer', 'Ромашка']);
  await desk.run(['new', '--subject', 'Диск', '--customer', 'Ромашка', '--line', '3']);
});
afterEach(() => desk.close());

interface QueueJson {
  readonly name: string;
  readonly title: string;
  readonly filter: string;
  readonly savedFor: string;
  readonly count: number;
}

const numbers = async (...line: string[]) =>
  (await desk.json<TicketJson[]>(['queue', ...line])).map((row) => row.number);
const queues = () => desk.json<QueueJson[]>(['queue', 'list']);

describe('the filter line', () => {
  it('filters, sorts and groups over every ticket', async () => {
    expect(await numbers('--filter', 'line:2 status:new sort:-number')).toEqual(['SM-2', 'SM-1']);
    expect(await numbers('--filter', 'клиент:ромашка порядок:приоритет')).toEqual(['SM-2', 'SM-3']);
    const rows = await desk.json<TicketJson[]>(['queue', '--filter', 'group:customer sort:number']);
    expect(rows.map(({ number, group }) => [number, group])).toEqual([
      ['SM-2', 'Ромашка'],
      ['SM-3', 'Ромашка'],
      ['SM-1', null],
    ]);
    const plain = await desk.json<TicketJson[]>(['queue']);
    expect(plain.map(({ group }) => group)).toEqual([null, null, null]);
  });

  it('shows the chosen columns, the groups and what the rows are sorted by', async () => {
    const line = 'columns:number,tags,subject group:customer sort:number';
    const { out } = await desk.run(['queue', '--filter', line, '--no-color'], { columns: 60 });
    expect(out.split('\n').map((row) => row.trimEnd())).toEqual([
      '№ ↑   метки  тема',
      'Ромашка',
      'SM-2         Принтер',
      'SM-3         Диск',
      'без клиента',
      'SM-1  vpn    VPN рвётся',
      '',
    ]);
  });

  it('marks the place of what it does not understand', async () => {
    const { code, out, err } = await desk.run(['queue', '--filter', 'vpn status:opne due<30']);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err.trimEnd().split('\n')).toEqual([
      'Фильтр, знак 12: значения «opne» нет; может быть, «open»?',
      'Фильтр, знак 21: «30» — не время; например, due<1h.',
      '  vpn status:opne due<30',
      '             ^^^^     ^^',
    ]);
  });

  it('takes a slip in the name of a field for a mistake, any other word before a colon for text', async () => {
    const slip = await desk.run(['queue', '--filter', 'statsu:new']);
    expect(slip.code).toBe(1);
    expect(slip.err).toContain('Фильтр, знак 1: поля «statsu» нет; может быть, «status»?');
    const { code, err } = await desk.run(['queue', '--filter', 'errorlevel:7']);
    expect(code).toBe(0);
    expect(err).toContain('Фильтр, знак 1: поля «errorlevel» нет.');
  });

  it('answers a line with an unknown name, and says so', async () => {
    const unknown = await desk.run(['queue', '--filter', 'customer:Ромажка', '--lang', 'en']);
    expect(unknown.code).toBe(0);
    expect(unknown.err).toContain('perhaps “ромашка”?');
  });
});

describe('saved queues', () => {
  it('are saved, listed, opened, renamed, moved and taken away', async () => {
    const saved = await desk.json<QueueJson>([
      ...['queue', 'save', 'vpn', '--filter', 'tag:vpn sort:-created', '--title', 'VPN сейчас'],
    ]);
    const line = 'tag:vpn sort:-created';
    const shown = { name: 'vpn', title: 'VPN сейчас', filter: line, savedFor: 'me', count: 1 };
    expect(saved).toEqual(shown);
    expect((await queues()).at(-1)).toEqual(shown);
    expect(await numbers('vpn')).toEqual(['SM-1']);
    expect(await numbers('VPN сейчас')).toEqual(['SM-1']);
    expect(await numbers('vpn', '--filter', 'принтер')).toEqual([]);
    expect(await numbers('--filter', '-queue:vpn sort:number')).toEqual(['SM-2', 'SM-3']);
    await desk.run(['queue', 'rename', 'vpn', 'Сеть']);
    expect((await queues()).at(-1)).toMatchObject({ name: 'сеть', title: 'Сеть' });
    await desk.run(['queue', 'move', 'сеть', '1']);
    expect((await queues())[0]).toMatchObject({ name: 'сеть' });
    await desk.run(['queue', 'delete', 'сеть']);
    expect((await queues()).map(({ savedFor }) => savedFor)).not.toContain('me');
  });

  it('of one person are nobody else’s; a lead saves for everybody', async () => {
    await desk.run(['queue', 'save', 'мои-vpn', '--filter', 'vpn']);
    const oleg = await desk.json<QueueJson[]>(['queue', 'list', '--as', 'Олег']);
    expect(oleg.map(({ name }) => name)).not.toContain('мои-vpn');
    const forAll = ['queue', 'save', 'горит', '--filter', 'priority:P1', '--desk'];
    expect(await desk.refused(forAll)).toMatchObject({ exit: 3, code: 'queue-needs-lead' });
  });

  it('saved again under their name get the new line', async () => {
    await desk.run(['queue', 'save', 'x', '--filter', 'vpn']);
    await desk.run(['queue', 'save', 'x', '--filter', 'принтер']);
    const mine = (await queues()).filter(({ savedFor }) => savedFor === 'me');
    expect(mine).toMatchObject([{ name: 'x', filter: 'принтер', count: 1 }]);
  });

  it.each([
    [['queue', 'save', 'mine', '--filter', 'vpn'], 3, 'queue-name-taken'],
    [['queue', 'save', 'list', '--filter', 'vpn'], 3, 'queue-name-taken'],
    [['queue', 'save', '"', '--filter', 'vpn'], 3, 'queue-name-unfit'],
    [['queue', 'save', 'x', '--filter', 'status:бред'], 1, 'filter-wrong'],
    [['queue', 'save', 'x'], 2, 'usage'],
    [['queue', 'delete', 'mine'], 1, 'queue-of-pack'],
    [['queue', 'delete', 'нет-такой'], 1, 'queue-unknown'],
    [['queue', 'нет-такой'], 1, 'queue-unknown'],
  ] as const)('%j is refused', async (line, exit, code) => {
    expect(await desk.refused([...line])).toMatchObject({ exit, code });
    expect(await queues()).toHaveLength(10);
  });

  it('the queues of the pack are lines that can be built on', async () => {
    const [mine] = await queues();
    expect(mine).toMatchObject({ filter: 'is:open assignee:me', savedFor: 'pack' });
  });
});
