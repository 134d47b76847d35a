import { expect, test } from 'vitest';
import { OP_VERSION } from '../../../src/domain/op.ts';
import type { WireOp } from '../../../src/protocol/wire.ts';
import { registered } from '../../support/domain.ts';
import { note } from './commands.ts';
import { ServerDesk, said } from './server-desk.ts';

test('what was answered is answered again, word for word, and happens once', async () => {
  const desk = new ServerDesk();
  const anya = await desk.joins();
  const ticket = await anya.opens();
  const ops = [anya.op(note('Раз'), ticket), anya.op({ type: 'take' }, ticket)];
  ops.push(anya.op({ type: 'take' }, ticket), anya.op(note('Два'), ticket));

  const first = await anya.sends(...ops.slice(0, 3));
  expect(first.map(said)).toEqual(['applied', 'applied', 'already-yours']);
  const second = await anya.sends(...ops);
  expect(second.slice(0, 3)).toEqual(first);
  expect(second.map(said)).toEqual(['applied', 'applied', 'already-yours', 'applied']);
  expect(await anya.sends(...ops)).toEqual(second);
  expect((await desk.log()).map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
});

test('a hole is told with the number that is waited for', async () => {
  const desk = new ServerDesk();
  const anya = await desk.joins();
  const ticket = await anya.opens();
  const missing = anya.op(note('Раз'), ticket);
  const later = anya.op(note('Два'), ticket);

  expect(await anya.send([later])).toEqual({
    ok: false,
    problem: { status: 409, code: 'cseq-gap', params: { expected: 2 } },
  });
  const stranger = desk.device(anya.caller.person);
  const op = { ...stranger.op(note('Три'), ticket), cseq: 7 };
  expect(await stranger.send([op])).toMatchObject({ problem: { params: { expected: 1 } } });
  expect((await anya.sends(missing, later)).map(said)).toEqual(['applied', 'applied']);
});

test('a copied store is found by its first other operation, and starts over without doubling', async () => {
  const desk = new ServerDesk();
  const anya = await desk.joins();
  const ticket = await anya.opens();
  const copy = desk.device(anya.caller.person);
  const common = anya.op(note('До копии'), ticket);
  await anya.sends(common);
  await anya.sends(anya.op(note('Здесь'), ticket));

  const there = { ...copy.op(note('Там'), ticket), cseq: 3 };
  const forked = await anya.send([there]);
  expect(forked).toMatchObject({ ok: false, problem: { status: 409, code: 'fork' } });

  copy.becomesNew();
  const again = [
    { ...common, cseq: 1 },
    { ...there, cseq: 2 },
  ];
  expect((await copy.sends(...again)).map(said)).toEqual(['duplicate', 'applied']);
  expect((await copy.sends(...again)).map(said)).toEqual(['duplicate', 'applied']);
  const texts = (await desk.log()).map(({ opId }) => opId);
  expect(new Set(texts).size).toBe(texts.length);
});

test('the numbers of one device are not open to another', async () => {
  const desk = new ServerDesk();
  const anya = await desk.joins();
  const oleg = await desk.joins({ id: 'oleg', login: 'oleg' });
  await anya.opens();
  oleg.clientId = anya.clientId;
  const op = oleg.op(note('Чужое'), 'x');
  expect(await oleg.send([op])).toMatchObject({
    problem: { status: 403, code: 'not-your-client' },
  });
});

test('an operation that the server stumbles over takes nothing else with it', async () => {
  const desk = new ServerDesk();
  const anya = await desk.joins();
  const oleg = await desk.joins({ id: 'oleg', login: 'oleg' });
  const ticket = await anya.opens();
  // A state that no rule reckons with stands for a mistake of ours.
  await breakTicket(desk, 'broken');
  const [before, poison, after] = [
    anya.op(note('До'), ticket),
    anya.op({ type: 'take' }, 'broken'),
    anya.op(note('После'), ticket),
  ];

  const [mine, his] = await Promise.all([
    anya.send([before, poison, after]),
    oleg.send([oleg.op(note('Рядом'), ticket)]),
  ]);
  expect(mine.ok && mine.value.map(said)).toEqual(['applied']);
  expect(his.ok && his.value.map(said)).toEqual(['applied']);
  expect(await anya.send([poison, after])).toMatchObject({
    problem: { status: 500, code: 'internal' },
  });
  expect(desk.bugs).toHaveLength(2);

  const noop: WireOp = { ...poison, isNoop: true };
  expect((await anya.sends(noop, after)).map(said)).toEqual(['applied', 'applied']);
});

test('what cannot be read is refused by itself', async () => {
  const desk = new ServerDesk();
  const anya = await desk.joins();
  const ticket = await anya.opens();
  const odd = [
    { ...anya.op(note('x'), ticket), payload: null },
    { ...anya.op(note('x'), ticket), payload: { type: 'reply', text: 5 } },
    { ...anya.op(note('x'), ticket), payload: { type: 'constructor' } },
    { ...anya.op(note('x'), ticket), entityType: '__proto__' },
    { ...anya.op(note('x'), ticket), occurredAt: 'вчера' },
    anya.op(note('Прочитано'), ticket),
  ];
  // A client that lies sends what the types do not allow.
  const answer = await anya.send(odd as readonly WireOp[]);
  const unreadable = Array.from({ length: 5 }, () => 'op-unreadable');
  expect(answer.ok && answer.value.map(said)).toEqual([...unreadable, 'applied']);
  expect(desk.bugs).toEqual([]);
});

test('requests that nobody can put in order are not served at all', async () => {
  const desk = new ServerDesk();
  const anya = await desk.joins();
  const [one, two] = [anya.op(note('x'), 'a'), anya.op(note('y'), 'a')];
  const bad = { ok: false, problem: { status: 400, code: 'bad-request' } };
  expect(await anya.send([two, one])).toEqual(bad);
  expect(await anya.send([one, { ...two, opId: one.opId }])).toEqual(bad);
  expect(await anya.send([{ ...one, cseq: 0 }])).toEqual(bad);
  expect(await anya.send([{ ...one, opId: 'a/b' }])).toEqual(bad);
  expect(await anya.send([one], { clientId: '' })).toEqual(bad);
  const many = Array.from({ length: 501 }, (_, at) => ({ ...one, cseq: at + 1, opId: `o${at}` }));
  expect(await anya.send(many)).toMatchObject({ problem: { status: 413 } });
});

test('another past of the server is told before anything is written', async () => {
  const desk = new ServerDesk();
  const anya = await desk.joins();
  const op = anya.op(registered, 'a');
  expect(await anya.send([op], { epoch: 'another' })).toEqual({
    ok: false,
    problem: { status: 409, code: 'epoch-changed' },
  });
  const epoch = await desk.server.epoch();
  expect(await anya.send([op], { epoch })).toMatchObject({ ok: true });
});

test('the version before this one is understood, an older and a newer one are told', async () => {
  const next = OP_VERSION + 1;
  // In the version to come a note says who it is for; the present one leaves it out.
  const step = (op: WireOp): WireOp => ({
    ...op,
    payload: { type: 'note', text: `все: ${text(op)}` },
  });
  const desk = new ServerDesk({
    versions: { current: next, steps: new Map([[OP_VERSION, step]]) },
  });
  const anya = await desk.joins();
  const open = anya.op(registered, 'a', { v: next });
  const old = anya.op(note('Перезагрузить'), 'a');
  const ancient = anya.op(note('Забыто'), 'a', { v: OP_VERSION - 1 });

  const answer = await anya.send([open, old, ancient]);
  expect(answer.ok && answer.value.map(said)).toEqual(['applied', 'applied', 'op-too-old']);
  const [, row] = await desk.log();
  expect(row?.body).toMatchObject({
    events: [{ fact: { entry: { text: 'все: Перезагрузить' } } }],
  });

  const refused = async (schema: number) => anya.send([], { schema });
  expect(await refused(next + 1)).toMatchObject({
    problem: { status: 426, code: 'server-too-old' },
  });
  expect(await refused(next - 2)).toMatchObject({
    problem: { status: 426, code: 'client-too-old' },
  });
});

function text({ payload }: WireOp): string {
  return payload.type === 'note' ? payload.text : '';
}

async function breakTicket(desk: ServerDesk, id: string): Promise<void> {
  await desk.store.write({ clients: [], spaces: ['main'] }, async () => ({
    set: {
      ...{ rows: [], touches: [], aliases: [], results: [], clients: [], audit: [] },
      entities: [{ type: 'ticket', id, space: 'main', rev: 1, state: '{"id":"broken"}' }],
    },
    value: null,
  }));
}
