import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { savePersonFromConsole } from '../../../src/server/core/console/save-person.ts';
import { renewEpoch } from '../../../src/server/db/epoch.ts';
import { BusyError, type ServerStore } from '../../../src/server/db/server-store.ts';
import { openSqliteStore } from '../../../src/server/db/sqlite/open-sqlite-store.ts';
import { registered } from '../../support/domain.ts';
import { note, reply } from './commands.ts';
import { console_, type Device, ServerDesk, said } from './server-desk.ts';

const folder = mkdtempSync(join(tmpdir(), 'smena-core-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function storeAt(name: string): ServerStore {
  return openSqliteStore({ path: join(folder, name), now: () => 0, pollMs: null });
}

test('pushes that come together share a transaction, and each gets its own answer', async () => {
  const desk = new ServerDesk();
  const anya = await desk.joins();
  const ticket = await anya.opens();
  const devices = Array.from({ length: 20 }, () => desk.device(anya.caller.person));
  const writes = countWrites(desk.store);
  const answers = await Promise.all(
    devices.map((device, at) => device.sends(device.op(note(`${at}`), ticket))),
  );

  expect(writes()).toBe(1);
  expect(answers.map(([result]) => result && said(result))).toEqual(devices.map(() => 'applied'));
  const seqs = answers.map(([result]) => result?.outcome === 'applied' && result.seq);
  expect(seqs).toEqual(devices.map((_, at) => at + 2));
});

test('more pushes than can be answered soon are asked to come again, and lose nothing by it', async () => {
  const desk = new ServerDesk();
  const anya = await desk.joins();
  const ticket = await anya.opens();
  const devices = Array.from({ length: 14 }, () => desk.device(anya.caller.person));
  const requests = devices.map((device, at) => ({
    device,
    ops: Array.from({ length: 500 }, (_, n) => device.op(note(`${at}.${n}`), ticket)),
  }));
  const answers = await Promise.all(requests.map(({ device, ops }) => device.send(ops)));

  const late = requests.filter((_, at) => !answers[at]?.ok);
  const codes = answers.flatMap((answer) => (answer.ok ? [] : [answer.problem.code]));
  expect(codes).toEqual(late.map(() => 'busy'));
  expect(late.length).toBeGreaterThan(0);
  expect(late.length).toBeLessThan(devices.length / 2);
  for (const { device, ops } of late) {
    const again = await device.sends(...ops);
    expect(again.every((result) => said(result) === 'applied')).toBe(true);
  }
});

test('the same request twice at the same time happens once', async () => {
  const desk = new ServerDesk();
  const anya = await desk.joins();
  const ticket = await anya.opens();
  const ops = [anya.op(note('Раз'), ticket), anya.op(note('Два'), ticket)];
  const [first, second] = await Promise.all([anya.sends(...ops), anya.sends(...ops)]);
  expect(second).toEqual(first);
  expect(await desk.log()).toHaveLength(3);
});

test('a transaction that fails takes only the guilty operation with it', async () => {
  const desk = new ServerDesk();
  const anya = await desk.joins();
  const oleg = await desk.joins({ id: 'oleg', login: 'oleg' });
  const ticket = await anya.opens();
  failOn(desk.store, 'Застрянет');
  const [mine, his] = await Promise.all([
    anya.send([
      anya.op(note('До'), ticket),
      anya.op(note('Застрянет'), ticket),
      anya.op(note('После'), ticket),
    ]),
    oleg.send([oleg.op(note('Рядом'), ticket), oleg.op(registered, 'new')]),
  ]);
  expect(mine.ok && mine.value.map(said)).toEqual(['applied']);
  expect(his.ok && his.value.map(said)).toEqual(['applied', 'applied']);
  expect(desk.bugs).toHaveLength(1);
  expect(await desk.store.verify()).toEqual([]);
});

test('a busy store is nobody’s fault: everybody is asked to come again', async () => {
  const desk = new ServerDesk();
  const anya = await desk.joins();
  const op = anya.op(registered, 'a');
  const write = desk.store.write.bind(desk.store);
  desk.store.write = () => Promise.reject(new BusyError('busy'));
  expect(await anya.send([op])).toMatchObject({ problem: { status: 503, code: 'busy' } });
  desk.store.write = write;
  expect((await anya.sends(op)).map(said)).toEqual(['applied']);
  expect((await desk.ticket('a')).number).toBe('SM-1');
});

test.each(['SQLITE_FULL', 'SQLITE_BUSY', 'SQLITE_IOERR_WRITE', 'ENOSPC'])(
  '%s is the machine’s failure, never that of the operations',
  async (code) => {
    const desk = new ServerDesk();
    const anya = await desk.joins();
    const ops = [anya.op(registered, 'a'), anya.op(note('Не теряйся'), 'a')];
    const write = desk.store.write.bind(desk.store);
    desk.store.write = () => Promise.reject(Object.assign(new Error('disk'), { code }));
    expect(await anya.send(ops)).toMatchObject({ problem: { status: 503, code: 'busy' } });
    desk.store.write = write;
    expect((await anya.sends(...ops)).map(said)).toEqual(['applied', 'applied']);
  },
);

test('what another process writes counts from the next decision on', async () => {
  const here = new ServerDesk({ store: storeAt('two.db') });
  const anya = await here.joins();
  const ticket = await anya.opens();
  await anya.does({ type: 'take' }, ticket);
  const there = new ServerDesk({ store: storeAt('two.db'), ids: '7e' });
  const oleg = await there.joins({ id: 'oleg', login: 'oleg' });
  await savePersonFromConsole(there.parts, console_, { ...anya.caller.person, line: '3' });
  expect(
    await oleg.does({ type: 'set-status', status: 'waiting-customer', reason: '' }, ticket),
  ).toBe('applied');
  const opened = await Promise.all([anya.opens(), oleg.opens(), anya.opens(), oleg.opens()]);

  expect(await anya.does(reply('Здравствуйте'), ticket)).toBe('line-does-not-talk');
  expect((await here.ticket(ticket)).status).toBe('waiting-customer');
  const numbers = await Promise.all(opened.map((id) => here.ticket(id)));
  expect(new Set(numbers.map(({ number }) => number)).size).toBe(4);
  await here.store.close();
  await there.store.close();
});

test('a server that was put back gets again what it lost, and nothing twice', async () => {
  const before = new ServerDesk({ store: storeAt('lost.db') });
  const anya = await before.joins();
  const sent = [anya.op(registered, 'a', { number: 'SM-anya-1' }), anya.op(note('Вчера'), 'a')];
  await anya.sends(...sent);
  await before.store.close();
  copyFileSync(join(folder, 'lost.db'), join(folder, 'back.db'));
  const today = new ServerDesk({ store: storeAt('lost.db'), ids: '7e' });
  const later = [anya.op({ type: 'take' }, 'a'), anya.op(note('Сегодня'), 'a')];
  const epoch = await today.server.epoch();
  await sendsFrom(today, anya, later);
  await today.store.close();

  const after = new ServerDesk({ store: storeAt('back.db'), ids: '8e' });
  await renewEpoch(after.store, after.makeId);
  const client = after.device(anya.caller.person);
  expect(await client.send([], { epoch })).toMatchObject({ problem: { code: 'epoch-changed' } });
  const again = [...sent, ...later].map((op, at) => ({ ...op, cseq: at + 1 }));
  const results = await client.sends(...again);
  expect(results.map(said)).toEqual(['duplicate', 'duplicate', 'applied', 'applied']);
  expect((await after.log()).map(({ opId }) => opId)).toEqual(again.map(({ opId }) => opId));
  expect((await after.ticket('a')).assigneeId).toBe('anya');
  expect(await after.store.verify()).toEqual([]);
  await after.store.close();
});

test('a ticket that comes again after a restore has the number its customer was told', async () => {
  const desk = new ServerDesk();
  const [anya, oleg] = [await desk.joins(), await desk.joins({ id: 'oleg', login: 'oleg' })];
  await renewEpoch(desk.store, desk.makeId);
  await oleg.sends(oleg.op(registered, 'new', { number: 'SM-oleg-pc-1' }));
  const names = ['SM-anya-pc-1', 'SM-9'];
  await anya.sends(
    anya.op(registered, 'old', { number: 'SM-2', names }),
    anya.op(registered, 'other', { number: 'SM-2' }),
  );

  expect((await desk.ticket('old')).number).toBe('SM-2');
  expect((await desk.ticket('other')).number, 'given twice').toBe('SM-1002');
  expect((await desk.ticket('new')).number, 'room for what was lost').toBe('SM-1001');
  expect(await desk.store.names(['SM-anya-pc-1', 'SM-anya-pc-9', 'SM-anya-pc-2'])).toEqual([
    { alias: 'SM-anya-pc-1', ticketId: 'old' },
    { alias: 'SM-anya-pc-2', ticketId: 'other' },
    { alias: 'SM-anya-pc-9', ticketId: 'old' },
  ]);
});

async function sendsFrom(desk: ServerDesk, device: Device, ops: Parameters<Device['send']>[0]) {
  const { caller, clientId } = device;
  const request = { clientId, epoch: null, schema: 1, sentAt: desk.clock.now(), ops };
  const answer = await desk.server.push(caller, request);
  expect(answer.ok && answer.value.results.map(said)).toEqual(ops.map(() => 'applied'));
}

function countWrites(store: ServerStore): () => number {
  const write = store.write.bind(store);
  let writes = 0;
  store.write = (locks, work) => {
    writes += 1;
    return write(locks, work);
  };
  return () => writes;
}

/** A store that cannot write one text: a full disk, a value too long. */
function failOn(store: ServerStore, text: string): void {
  const write = store.write.bind(store);
  store.write = (locks, work) =>
    write(locks, async (read) => {
      const done = await work(read);
      if (done.set.rows.some(({ body }) => body.includes(text)))
        throw new Error('cannot be written');
      return done;
    });
}
