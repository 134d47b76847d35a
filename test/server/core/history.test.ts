import { expect, test } from 'vitest';
import { registered, somebody } from '../../support/domain.ts';
import { note, reply } from './commands.ts';
import { ServerDesk, said } from './server-desk.ts';

const then = Date.parse('2026-10-05T07:30:00Z');

test('a store that worked alone brings its past along: times, authors and numbers', async () => {
  const desk = new ServerDesk();
  const other = await desk.joins({ id: 'oleg', login: 'oleg' });
  await other.opens();
  const anya = await desk.joins();
  const past = { isHistory: true, occurredAt: then } as const;
  const ivan = somebody({ id: 'ivan', login: 'oleg', name: 'Иван', role: 'head' });
  const ops = [
    anya.op(registered, 'a', { ...past, number: 'SM-1' }),
    anya.op(registered, 'b', { ...past, number: 'SM-41' }),
    anya.op({ type: 'save-person', person: ivan }, 'ivan', {
      ...{ ...past, entityType: 'person', space: 'desk' },
    }),
    anya.op(reply('Давно отвечено'), 'a', { ...past, byId: 'ivan' }),
  ];
  expect((await anya.sends(...ops)).map(said)).toEqual(ops.map(() => 'applied'));

  expect((await desk.ticket('a')).number, 'taken here by another ticket').toBe('SM-2');
  expect((await desk.ticket('b')).number).toBe('SM-41');
  expect(await desk.store.names(['SM-anya-pc-1'])).toEqual([
    { alias: 'SM-anya-pc-1', ticketId: 'a' },
  ]);
  const last = (await desk.log()).at(-1);
  expect(last).toMatchObject({ byId: 'ivan', occurredAt: then });
  expect(last?.body.kind === 'ticket' && last.body.events[0]).toMatchObject({ at: then });
  expect(await desk.store.desk.person('ivan')).toMatchObject({
    ...{ login: 'oleg@anya-pc', role: 'engineer' },
  });
});

test('numbers go on behind those that history brought', async () => {
  const desk = new ServerDesk();
  const anya = await desk.joins();
  const past = { isHistory: true, occurredAt: then } as const;
  const wishes = [2, 1, 3].map((n) => anya.op(registered, `t${n}`, { ...past, number: `SM-${n}` }));
  await anya.sends(...wishes);
  await anya.sends(anya.op(registered, 'new', { number: 'SM-anya-pc-1' }));

  const numbers = await Promise.all(['t1', 't2', 't3', 'new'].map((id) => desk.ticket(id)));
  expect(numbers.map(({ number }) => number)).toEqual(['SM-1', 'SM-2', 'SM-3', 'SM-4']);
});

test('a new ticket stands behind everything that was brought along, however much that was', async () => {
  const desk = new ServerDesk();
  const anya = await desk.joins();
  const past = { isHistory: true, occurredAt: then } as const;
  const wishes = [900, 7].map((n) => anya.op(registered, `t${n}`, { ...past, number: `SM-${n}` }));
  const huge = anya.op(registered, 'huge', { ...past, number: 'SM-999999999999' });
  await anya.sends(...wishes, huge);
  expect((await desk.ticket('huge')).number).toBe('SM-1');
  expect((await desk.ticket(await anya.opens())).number).toBe('SM-901');
});

test('history is a beginning: behind the first operation of today nothing is history', async () => {
  const desk = new ServerDesk();
  const anya = await desk.joins();
  await desk.joins({ id: 'oleg', login: 'oleg' });
  const ticket = await anya.opens();
  const past = { isHistory: true, occurredAt: then } as const;
  const forged = anya.op(reply('Как будто давно'), ticket, { ...past, byId: 'oleg' });
  const late = anya.op(reply('Это я, только сейчас'), ticket, past);

  expect((await anya.sends(forged, late)).map(said)).toEqual(['forged-actor', 'applied']);
  const body = (await desk.log()).at(-1)?.body;
  expect(body?.kind === 'ticket' && body.events[0]?.at).toBe(desk.clock.now());
});

test('what was said of oneself at home does not change who one is here', async () => {
  const desk = new ServerDesk();
  const anya = await desk.joins({ role: 'hire', line: '1' });
  const at = { isHistory: true, entityType: 'person', space: 'desk' } as const;
  const person = { ...anya.caller.person, name: 'Аня Ли', role: 'head', line: '3' } as const;
  const op = anya.op({ type: 'save-person', person }, 'anya', at);
  expect((await anya.sends(op)).map(said)).toEqual(['applied']);
  expect(await desk.store.desk.person('anya')).toMatchObject({
    ...{ name: 'Аня Ли', role: 'hire', line: '1' },
  });
});

test('a week-old queue of an engineer without a network is decided as it was done', async () => {
  const desk = new ServerDesk();
  const anya = await desk.joins();
  const ticket = await anya.opens();
  const ops = [
    anya.op({ type: 'take' }, ticket),
    anya.op(note('В пятницу поменял картридж'), ticket),
    anya.op({ type: 'schedule', until: desk.clock.now() + 86_400_000, reason: 'привезут' }, ticket),
  ];
  desk.clock.forward(7 * 86_400_000);
  expect((await anya.sends(...ops)).map(said)).toEqual(['applied', 'applied', 'applied']);
});

test('history gives nobody rights that they do not have', async () => {
  const desk = new ServerDesk();
  const head = await desk.joins({ id: 'olga', login: 'olga', role: 'admin' });
  const anya = await desk.joins();
  const asOlga = { isHistory: true, byId: head.id, space: 'desk' } as const;
  const me = { ...anya.caller.person, role: 'admin' } as const;
  const her = { ...head.caller.person, name: 'Не Ольга', role: 'hire' } as const;
  const ops = [
    anya.op({ type: 'save-person', person: me }, 'anya', { ...asOlga, entityType: 'person' }),
    anya.op({ type: 'save-person', person: her }, 'olga', { ...asOlga, entityType: 'person' }),
    anya.op({ type: 'apply-desk', files: {}, note: '', baseVersion: 0 } as never, 'desk', {
      ...{ ...asOlga, entityType: 'desk' },
    }),
  ];
  await anya.sends(...ops);
  expect(await desk.store.desk.person('anya')).toMatchObject({ role: 'engineer' });
  expect(await desk.store.desk.person('olga')).toEqual(head.caller.person);
  expect(await desk.store.entities([{ type: 'desk', id: 'desk' }])).toEqual([]);
});

test('others speak in the history of their own store only, not in tickets of this server', async () => {
  const desk = new ServerDesk();
  const oleg = await desk.joins({ id: 'oleg', login: 'oleg' });
  const ticket = await oleg.opens();
  const anya = await desk.joins();
  const past = { isHistory: true, occurredAt: then, byId: 'oleg' } as const;
  const ops = [
    anya.op(note('Олег этого не писал'), ticket, past),
    anya.op(registered, 'own', { ...past, byId: 'anya' }),
    anya.op(note('А здесь писал'), 'own', past),
  ];
  const [forged, ...own] = await anya.sends(...ops);
  expect([forged, ...own].map((one) => one && said(one))).toEqual([
    ...['forged-actor', 'applied', 'applied'],
  ]);
  const later = anya.op(note('И потом'), 'own', past);
  expect((await anya.sends(later)).map(said)).toEqual(['applied']);
});

test('a device has one past: under another name it brings no second one', async () => {
  const desk = new ServerDesk();
  await desk.joins({ id: 'oleg', login: 'oleg' });
  const anya = await desk.joins();
  const past = { isHistory: true, occurredAt: then } as const;
  const before = anya.op(registered, 'a', past);
  await anya.sends(before, anya.op(note('Сегодня'), 'a'));
  anya.becomesNew();
  const ops = [
    anya.op(registered, 'a', { ...past, opId: before.opId }),
    anya.op(note('Как будто Олег'), 'a', { ...past, byId: 'oleg' }),
  ];
  expect((await anya.sends(...ops)).map(said)).toEqual(['duplicate', 'forged-actor']);
});

test('nothing is done before what the same device did last, under whatever name', async () => {
  const desk = new ServerDesk();
  const anya = await desk.joins();
  const start = desk.clock.now();
  const ticket = await anya.opens();
  desk.clock.forward(3_600_000);
  await anya.does(note('Через час'), ticket);
  const timeOfLast = async () => (await desk.log()).at(-1)?.occurredAt;
  desk.clock.forward(3_600_000);
  const early = { occurredAt: start - 5 * 86_400_000 };
  await anya.does(note('Как будто на той неделе'), ticket, early);
  expect(await timeOfLast()).toBe(start + 3_600_000);
  anya.becomesNew();
  await anya.does(note('И другой копией'), ticket, early);
  expect(await timeOfLast()).toBe(start + 3_600_000);
});

test('a clock that was ahead for a while moves nothing that was done after it', async () => {
  const desk = new ServerDesk();
  const anya = await desk.joins();
  const ticket = await anya.opens();
  const start = desk.clock.now();
  const ahead = anya.op(note('Часы спешат на сутки'), ticket, { occurredAt: start + 86_400_000 });
  const right = anya.op(note('Часы поправили'), ticket, { occurredAt: start + 60_000 });
  desk.clock.forward(3_600_000);
  await anya.sends(ahead, right);
  expect((await desk.log()).slice(-2).map(({ occurredAt }) => occurredAt - start)).toEqual([
    ...[3_600_000, 60_000],
  ]);
});
