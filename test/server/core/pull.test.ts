import { expect, test } from 'vitest';
import { bodyHash, EMPTY_CHAIN, nextChain } from '../../../src/protocol/chain.ts';
import type { LogRow, SnapshotInfo } from '../../../src/protocol/wire.ts';
import { moveTicket } from '../../../src/server/core/console/move-ticket.ts';
import { admit, expel, makeSpace } from '../../../src/server/core/console/spaces.ts';
import { must } from '../../../src/util/must.ts';
import { note } from './commands.ts';
import { console_, ServerDesk, said, startOf } from './server-desk.ts';

test('pages of any size give the same log, whole and in order', async () => {
  const desk = new ServerDesk();
  const anya = await desk.joins();
  const ticket = await anya.opens();
  await anya.sends(...Array.from({ length: 20 }, (_, at) => anya.op(note(`${at}`), ticket)));

  const whole = await anya.pulls();
  expect(await anya.pulls(1)).toEqual(whole);
  expect(await anya.pulls(7)).toEqual(whole);
  expect(whole.get('main')).toEqual(await desk.log());
  expect(chainOf(must(whole.get('main'), 'rows'))).toBe(await desk.store.chainAt('main', 21));
});

test('texts of megabytes come page by page, and each page brings something', async () => {
  const desk = new ServerDesk();
  const anya = await desk.joins();
  const ticket = await anya.opens();
  for (let at = 0; at < 4; at += 1) await anya.does(note(`${at}`.repeat(900_000)), ticket);

  const answer = await desk.server.pull(anya.caller, [startOf('desk'), startOf('main')], 1000);
  const page = answer.ok ? answer.value.pages.find(({ space }) => space === 'main') : undefined;
  expect(page?.rows.length).toBeLessThan(5);
  expect(page?.head).toBe(5);
  expect((await anya.pulls()).get('main')).toHaveLength(5);
});

test('a cursor of another past, or from the future, is told so', async () => {
  const desk = new ServerDesk();
  const anya = await desk.joins();
  await anya.opens();
  const pull = async (seq: number, chain: string) => {
    const answer = await desk.server.pull(anya.caller, [{ space: 'main', seq, chain }], 10);
    return answer.ok ? 'served' : answer.problem;
  };
  const chain = must(await desk.store.chainAt('main', 1), 'chain');
  const diverged = { status: 409, code: 'diverged', params: { space: 'main' } };
  expect(await pull(1, chain)).toBe('served');
  expect(await pull(1, 'another')).toEqual(diverged);
  expect(await pull(0, chain)).toEqual(diverged);
  expect(await pull(2, chain)).toEqual(diverged);
  expect(await pull(-1, EMPTY_CHAIN)).toMatchObject({ status: 410 });
});

test('behind the floor only a snapshot helps', async () => {
  const desk = new ServerDesk();
  const anya = await desk.joins();
  const ticket = await anya.opens();
  await anya.does(note('x'), ticket);
  await desk.store.raiseFloor('main', 2);
  expect(await desk.server.pull(anya.caller, [startOf('main')], 10)).toEqual({
    ok: false,
    problem: { status: 410, code: 'cursor-too-old', params: { space: 'main' } },
  });
  const newcomer = await desk.server.pull(anya.caller, [], 10);
  expect(newcomer.ok && newcomer.value.pages.map(({ space }) => space)).toEqual(['desk']);
});

test('who is let in sees everything of the group, who is put out nothing more', async () => {
  const desk = new ServerDesk();
  const vera = await desk.joins({ id: 'vera', login: 'vera' }, ['vip']);
  const anya = await desk.joins();
  const ticket = await vera.opens({ space: 'vip' });
  const before = await desk.server.scope(anya.caller);

  await admit(desk.parts, console_, { personId: 'anya', space: 'vip' });
  expect((await desk.server.scope(anya.caller)).version).not.toBe(before.version);
  expect((await anya.pulls()).get('vip')).toHaveLength(1);
  expect(await anya.does(note('Вижу'), ticket, { space: 'vip' })).toBe('applied');

  await expel(desk.parts, console_, { personId: 'anya', space: 'vip' });
  expect([...(await anya.pulls()).keys()]).toEqual(['desk', 'main']);
  const cursor = { space: 'vip', seq: 2, chain: 'x' };
  const asked = await desk.server.pull(anya.caller, [cursor], 10);
  expect(asked.ok && asked.value.pages.map(({ space }) => space)).toEqual(['desk', 'main']);
  const [refused] = await anya.sends(anya.op(note('А сейчас?'), ticket, { space: 'vip' }));
  expect(refused).not.toHaveProperty('current');
  expect(refused && said(refused)).toBe('no-such-ticket');
});

test('an answer that is asked for again tells no more of what its asker may not see now', async () => {
  const desk = new ServerDesk();
  const vera = await desk.joins({ id: 'vera', login: 'vera' }, ['vip']);
  const anya = await desk.joins({}, ['main', 'vip']);
  const ticket = await vera.opens({ space: 'vip' });
  await vera.does({ type: 'take' }, ticket);
  const take = anya.op({ type: 'take' }, ticket);
  const [first] = await anya.sends(take);
  expect(first).toMatchObject({ outcome: 'rejected', current: { assigneeId: 'vera' } });
  expect(await anya.sends(take)).toEqual([first]);
  await expel(desk.parts, console_, { personId: 'anya', space: 'vip' });
  const [again] = await anya.sends(take);
  expect(again).toMatchObject({ outcome: 'rejected' });
  expect(again).not.toHaveProperty('current');
});

test('a ticket that goes to another group comes there whole, and work on it follows', async () => {
  const desk = new ServerDesk();
  const anya = await desk.joins({}, ['main', 'vip']);
  const oleg = await desk.joins({ id: 'oleg', login: 'oleg' });
  const ticket = await anya.opens({ number: 'SM-anya-1' });
  await anya.does(note('До переезда'), ticket);
  const offline = anya.op(note('Пока переезжало'), ticket);
  const move = (to: string) => moveTicket(desk.parts, console_, { ticketId: ticket, to });

  expect(await move('vip')).toBe('moved');
  expect(await move('vip')).toBe('already-there');
  expect(await move('desk')).toBe('no-such-space');
  expect((await anya.sends(offline)).map(said)).toEqual(['applied']);
  expect(await oleg.does(note('И я'), ticket)).toBe('no-such-ticket');

  expect((await desk.log()).at(-1)?.body).toEqual({ kind: 'left' });
  const [arrived, followed] = await desk.log('vip');
  expect(arrived?.body).toMatchObject({
    ...{ kind: 'arrived', aliases: [{ alias: 'SM-anya-1', ticketId: ticket }] },
    events: [{ fact: { type: 'registered', ticket: { space: 'vip' } } }, {}, {}],
  });
  expect(followed?.body).toMatchObject({ events: [{ fact: { type: 'entry-added' } }] });
  expect(await desk.ticket(ticket)).toMatchObject({ space: 'vip', number: 'SM-1' });

  expect(await move('main')).toBe('moved');
  expect((await desk.log()).at(-1)?.body).toMatchObject({ events: [{}, {}, {}, {}] });
  expect(await desk.store.verify()).toEqual([]);
});

test('a snapshot is made when there is none, and anew when the log has left it behind', async () => {
  const made: SnapshotInfo[] = [];
  const desk: ServerDesk = new ServerDesk({
    snapshots: {
      latest: async () => made.at(-1) ?? null,
      make: async (space) => {
        const [head] = await desk.store.heads([space]);
        const { head: seq, chain } = must(head, 'head');
        const epoch = await desk.server.epoch();
        const sizes = { bytes: 1, rawBytes: 1 };
        made.push({ space, id: `s${made.length}`, seq, chain, form: 1, epoch, ...sizes });
        return must(made.at(-1), 'info');
      },
      file: async (id) => ({ path: `/${id}`, space: 'main' }),
    },
  });
  const anya = await desk.joins();
  const ticket = await anya.opens();
  const ask = async () => {
    const answer = await desk.server.snapshot(anya.caller, 'main');
    return answer.ok ? answer.value.id : answer.problem.code;
  };
  const works = (ops: number) =>
    anya.sends(...Array.from({ length: ops }, () => anya.op(note('x'), ticket)));

  expect(await Promise.all([ask(), ask()])).toEqual(['s0', 's0']);
  await works(9);
  expect(await ask()).toBe('s1');
  await works(2);
  expect(await ask(), 'two of twelve are worth pulling').toBe('s1');
  await makeSpace(desk.parts, console_, { code: 'vip', title: 'VIP' });
  expect(await desk.server.snapshot(anya.caller, 'vip')).toMatchObject({
    problem: { status: 404 },
  });
  expect(await desk.server.snapshotFile(anya.caller, 's1')).toMatchObject({ ok: true });
  const stranger = await desk.joins({ id: 'v', login: 'v' }, []);
  expect(await desk.server.snapshotFile(stranger.caller, 's1')).toMatchObject({ ok: false });
});

test('whoever asks which numbers are taken learns nothing else', async () => {
  const desk = new ServerDesk();
  const anya = await desk.joins();
  await anya.opens();
  expect(await desk.server.numbers(anya.caller, ['SM-1', 'SM-2'])).toEqual({
    ok: true,
    value: { taken: ['SM-1'] },
  });
});

function chainOf(rows: readonly LogRow[]): string {
  return rows.reduce((chain, row) => {
    expect(row.hash).toBe(bodyHash(row.body));
    return nextChain(chain, row);
  }, EMPTY_CHAIN);
}
