import { afterEach, beforeEach, expect, test } from 'vitest';
import { Machine, ServerMachine } from '../support/machines.ts';

interface Item {
  readonly id: string;
  readonly kind: string;
  readonly code: string;
  readonly number: string;
  readonly text: string;
  readonly can: readonly string[];
  readonly theirs: { readonly assignee: string | null } | null;
  readonly settledHow: string | null;
}

interface Shown {
  readonly entries: readonly { readonly text: string; readonly visibility: string }[];
}

const tray = ['sync', 'discrepancies'] as const;
let server: ServerMachine;
let anna: Machine;
let boris: Machine;

/** Two engineers of one server who both know one ticket. */
beforeEach(async () => {
  [server, anna, boris] = [new ServerMachine(), new Machine(), new Machine()];
  await server.starts();
  for (const [machine, name] of [
    [anna, 'Анна'],
    [boris, 'Борис'],
  ] as const) {
    await machine.json(['login', server.url, '--code', await server.invites(name)]);
    await machine.json(['config', 'set', 'deliver.command', 'true']);
  }
  const contact = ['--contact', 'Ольга'];
  await anna.json(['new', '--subject', 'VPN не пускает', '--text', 'Ошибка 691', ...contact]);
  await meet(anna, boris);
});

afterEach(async () => {
  await server.stops();
  for (const machine of [server, anna, boris]) machine.close();
});

/** Each exchanges with the server, in this order. */
async function meet(...machines: readonly Machine[]): Promise<void> {
  for (const machine of machines) await machine.json(['sync']);
}

function items(machine: Machine): Promise<readonly Item[]> {
  return machine.json<readonly Item[]>(tray);
}

test('two took one ticket: the second reads who has it, and lets go', async () => {
  await anna.json(['take', 'SM-1']);
  await boris.json(['take', 'SM-1']);
  await meet(anna, boris);
  const [item] = await items(boris);
  expect(item).toMatchObject({ kind: 'refused', code: 'already-taken', number: 'SM-1' });
  expect(item?.theirs?.assignee).toBe('Анна');
  const id = item?.id.slice(-6) ?? '';
  const again = await boris.run([...tray, 'retry', id]);
  expect([again.code, again.err]).toEqual([3, expect.stringContaining('Анна')]);
  expect((await boris.run([...tray, 'show', id])).out).toContain('ответственный: Анна');
  expect(await boris.json([...tray, 'discard', id])).toMatchObject({ settledHow: 'discarded' });
  expect(await items(boris)).toEqual([]);
});

test('a reply that a colleague overtook waits; sent as it is, everybody sees that it left', async () => {
  await boris.json(['reply', 'SM-1', '--text', 'Перезапустите клиент.']);
  await anna.json(['reply', 'SM-1', '--text', 'Уже смотрю.']);
  await meet(anna, boris, anna);
  const seenBy = async (machine: Machine) => (await machine.run(['show', 'SM-1'])).out;
  expect(await seenBy(boris)).toContain('не отправлено клиенту: пока писали');
  expect(await seenBy(anna)).toContain('не отправлено клиенту: пока писали');
  const [item] = await items(boris);
  expect(item).toMatchObject({
    kind: 'withheld',
    can: ['send', 'edit', 'note', 'copy', 'discard'],
  });
  await boris.json([...tray, 'send', item?.id ?? '']);
  await meet(boris, anna);
  expect(await seenBy(boris)).not.toContain('пока писали');
  expect(await seenBy(anna)).not.toContain('пока писали');
  // What follows is no longer held back for its sake.
  await anna.json(['reply', 'SM-1', '--text', 'Помогло?']);
  await meet(anna);
  expect(await items(anna)).toEqual([]);
});

test('a reply that stays inside becomes a note, and the text stays where it can be read', async () => {
  await boris.json(['reply', 'SM-1', '--text', 'Перезапустите клиент.']);
  await anna.json(['reply', 'SM-1', '--text', 'Уже смотрю.']);
  await meet(anna, boris);
  const id = (await items(boris))[0]?.id ?? '';
  await boris.json([...tray, 'note', id]);
  const { entries } = await boris.json<Shown>(['show', 'SM-1']);
  const notes = entries.filter(({ visibility }) => visibility === 'internal');
  expect(notes.map(({ text }) => text)).toEqual(['Перезапустите клиент.']);
  expect((await boris.run([...tray, 'copy', id])).out).toBe('Перезапустите клиент.\n');
});

test('an id that is none, or two, is said', async () => {
  const ran = await anna.run([...tray, 'show', 'ffffff']);
  expect([ran.code, ran.err]).toEqual([1, expect.stringContaining('Расхождения «ffffff» нет')]);
});
