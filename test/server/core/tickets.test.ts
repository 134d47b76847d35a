import { expect, test } from 'vitest';
import { must } from '../../../src/util/must.ts';
import { registered } from '../../support/domain.ts';
import { note, received, reply } from './commands.ts';
import { ServerDesk, said } from './server-desk.ts';

test('two engineers take one ticket: the first has it, the second is told who', async () => {
  const desk = new ServerDesk();
  const anya = await desk.joins();
  const oleg = await desk.joins({ id: 'oleg', login: 'oleg', name: 'Олег' });
  const ticket = await anya.opens();

  expect(await oleg.does({ type: 'take' }, ticket)).toBe('applied');
  const [refused] = await anya.sends(anya.op({ type: 'take' }, ticket));

  expect(refused).toMatchObject({ outcome: 'rejected', code: 'already-taken' });
  expect(refused).toMatchObject({
    current: { entityId: ticket, assigneeId: 'oleg', status: 'open', byId: 'oleg' },
  });
  expect((await desk.ticket(ticket)).assigneeId).toBe('oleg');
});

test('a ticket gets the next number, and the one of its device finds it for ever', async () => {
  const desk = new ServerDesk();
  const anya = await desk.joins();
  const first = await anya.opens({ number: 'SM-anya-1' });
  const second = await anya.opens({ number: 'SM-anya-2' });

  expect((await desk.ticket(first)).number).toBe('SM-1');
  expect((await desk.ticket(second)).number).toBe('SM-2');
  expect(await desk.store.names(['SM-anya-2', 'SM-2', 'SM-9'])).toEqual([
    { alias: 'SM-2', ticketId: second },
    { alias: 'SM-anya-2', ticketId: second },
  ]);
  const [row] = await desk.log();
  expect(row?.body).toMatchObject({ aliases: [{ alias: 'SM-anya-1', ticketId: first }] });
});

test('an answer upon which the customer wrote meanwhile stands there and does not leave', async () => {
  const desk = new ServerDesk();
  const anya = await desk.joins();
  const ticket = await anya.opens();
  await anya.does({ type: 'take' }, ticket);
  const seen = await lastWord(desk, ticket);
  await anya.does(received('Ещё и печать'), ticket);

  const [late] = await anya.sends(anya.op(reply('Готово'), ticket, { seen }));
  expect(late).toMatchObject({ outcome: 'applied', withheld: 'customer-wrote' });
  expect((await desk.log()).at(-1)?.body).toMatchObject({ withheld: 'customer-wrote' });
  expect(await desk.ticket(ticket), 'nobody was answered').toMatchObject({ firstAnsweredAt: null });

  const unread = { ...seen, lastPublicEntryId: `${must(late, 'result').opId}:0` };
  const [next] = await anya.sends(anya.op(reply('И ещё'), ticket, { seen: unread }));
  expect(next, 'said upon what did not leave').toMatchObject({ withheld: 'customer-wrote' });

  const release = { type: 'release-message', entryId: `${must(next, 'result').opId}:0` } as const;
  expect(await anya.does({ ...release, how: 'sent' }, ticket)).toBe('applied');
  expect((await desk.ticket(ticket)).firstAnsweredAt).not.toBeNull();
  const [after] = await anya.sends(
    anya.op(reply('Всё'), ticket, { seen: await lastWord(desk, ticket) }),
  );
  expect(after, 'her word left after all').not.toHaveProperty('withheld');
  await anya.does(received('Спасибо'), ticket);
  const read = await lastWord(desk, ticket);
  const [answer] = await anya.sends(anya.op(reply('Пожалуйста'), ticket, { seen: read }));
  expect(answer).not.toHaveProperty('withheld');
});

test('an answer beside that of a colleague waits, also for a server that was started again', async () => {
  const desk = new ServerDesk();
  const anya = await desk.joins();
  const oleg = await desk.joins({ id: 'oleg', login: 'oleg' });
  const ticket = await anya.opens();
  const seen = await lastWord(desk, ticket);
  await oleg.does({ type: 'take' }, ticket);
  await oleg.does(reply('Смотрю'), ticket, { seen });
  const again = new ServerDesk({ store: desk.store });
  const anyaThere = again.device(anya.caller.person);

  const [late] = await anyaThere.sends(anyaThere.op(reply('Тоже смотрю'), ticket, { seen }));
  expect(late).toMatchObject({ withheld: 'answered-meanwhile' });
  const [taken] = await anyaThere.sends(anyaThere.op({ type: 'take' }, ticket));
  expect(taken, 'what the customer has heard').toMatchObject({ current: { text: 'Смотрю' } });
});

test('an answer to a ticket that was closed meanwhile stands there, and leaves when its author says so', async () => {
  const desk = new ServerDesk();
  const anya = await desk.joins();
  const oleg = await desk.joins({ id: 'oleg', login: 'oleg' });
  const ticket = await anya.opens();
  const seen = await lastWord(desk, ticket);
  await oleg.does({ type: 'take' }, ticket);
  await oleg.does({ type: 'resolve', solution: 'Заменили' }, ticket);
  expect(await oleg.does({ type: 'confirm', by: 'Жанна', how: 'phone' }, ticket)).toBe('applied');

  const late = anya.op(reply('Перезвоню'), ticket, { seen });
  expect(await anya.sends(late)).toMatchObject([{ withheld: 'closed-meanwhile' }]);
  const closed = await desk.ticket(ticket);
  expect(closed, 'as it was, but for the words').toMatchObject({ status: 'closed' });
  const release = { type: 'release-message', entryId: `${late.opId}:0`, how: 'sent' } as const;
  expect(await anya.does(release, ticket)).toBe('applied');
  const knowing = { seen: { ...(await lastWord(desk, ticket)), isClosed: true } };
  expect(await anya.does(reply('Ещё'), ticket, knowing), 'seen as closed').toBe('ticket-closed');
});

test('words to customers count from their receipt, everything else from when it was done', async () => {
  const desk = new ServerDesk();
  const anya = await desk.joins();
  const ticket = await anya.opens();
  const opened = desk.clock.now();
  const written = anya.op(note('Смотрю журнал'), ticket);
  const answered = anya.op(reply('Уже смотрю'), ticket);
  desk.clock.forward(90 * 60_000);
  await anya.sends(written, answered);

  const [, noted, told] = await desk.log();
  expect(noted).toMatchObject({ occurredAt: opened, receivedAt: desk.clock.now() });
  expect(noted?.body).toMatchObject({ events: [{ at: opened }] });
  expect(told?.body.kind === 'ticket' && told.body.events[0]?.at).toBe(desk.clock.now());
});

test('a device whose clock is a day ahead does nothing tomorrow', async () => {
  const desk = new ServerDesk();
  const anya = await desk.joins();
  const ticket = await anya.opens();
  anya.skewMs = 24 * 60 * 60_000;
  await anya.does(note('Сегодня'), ticket);
  expect((await desk.log()).at(-1)).toMatchObject({ occurredAt: desk.clock.now() });

  const lying = anya.op(note('Завтра'), ticket, { occurredAt: desk.clock.now() + anya.skewMs * 3 });
  await anya.sends(lying);
  expect((await desk.log()).at(-1)).toMatchObject({ occurredAt: desk.clock.now() });
});

test('what was done before, but heard of later, does not turn time back', async () => {
  const desk = new ServerDesk();
  const anya = await desk.joins();
  const oleg = await desk.joins({ id: 'oleg', login: 'oleg' });
  const ticket = await anya.opens();
  desk.clock.forward(60_000);
  const offline = [
    anya.op(note('Жду ответа'), ticket),
    anya.op({ type: 'set-status', status: 'waiting-customer', reason: '' }, ticket),
  ];
  const written = desk.clock.now();
  desk.clock.forward(3_600_000);
  await oleg.does({ type: 'take' }, ticket);
  await anya.sends(...offline);

  const { statusLog } = await desk.ticket(ticket);
  const times = statusLog.map(({ at }) => at);
  expect(times).toEqual(times.toSorted());
  expect(statusLog.at(-1)).toEqual({ status: 'waiting-customer', at: desk.clock.now() });
  const [, , noted, moved] = await desk.log();
  expect(noted?.body).toMatchObject({ events: [{ at: written }] });
  expect(moved?.occurredAt).toBe(written);
});

test('a letter that two desks took in stands once', async () => {
  const desk = new ServerDesk();
  const anya = await desk.joins();
  const oleg = await desk.joins({ id: 'oleg', login: 'oleg' });
  const ticket = await anya.opens();
  const letter = received('Ау', '<1@shop.example>');
  expect(await anya.does(letter, ticket)).toBe('applied');
  expect(await oleg.does(letter, ticket)).toBe('applied');

  expect((await desk.log()).slice(1).map(({ body }) => body.kind)).toEqual(['ticket', 'nothing']);
});

test('a ticket that nobody opened is not there, and neither is one of another group', async () => {
  const desk = new ServerDesk();
  const anya = await desk.joins();
  const vera = await desk.joins({ id: 'vera', login: 'vera' }, ['vip']);
  const ticket = await vera.opens({ space: 'vip' });

  const [refused] = await anya.sends(anya.op(note('Что там?'), ticket, { space: 'vip' }));
  expect(refused).toEqual({
    ...{ cseq: 1, opId: refused?.opId, outcome: 'rejected' },
    ...{ code: 'no-such-ticket', next: [], params: {} },
  });
  expect(await anya.does(note('А тут?'), 'nobody')).toBe('no-such-ticket');
  const opening = anya.op(registered, desk.makeId(), { space: 'vip' });
  expect((await anya.sends(opening)).map(said)).toEqual(['space-not-yours']);
  expect([...(await anya.pulls()).keys()]).toEqual(['desk', 'main']);
});

test('many tickets of one operation are one row, and a link across groups is refused', async () => {
  const desk = new ServerDesk();
  const anya = await desk.joins({ role: 'lead' }, ['main', 'vip']);
  const [one, two] = [await anya.opens(), await anya.opens()];
  const far = await anya.opens({ space: 'vip' });
  const merge = { type: 'merge-into', targetId: two, reason: 'одно и то же' } as const;
  expect(await anya.does(merge, one)).toBe('applied');

  const row = (await desk.log()).at(-1);
  const touched = row?.body.kind === 'ticket' ? row.body.events.map((event) => event.ticketId) : [];
  expect(new Set(touched)).toEqual(new Set([one, two]));
  const link = { type: 'link', link: { ticketId: far, relation: 'related' } } as const;
  expect(await anya.does(link, two)).toBe('other-space');
});

async function lastWord(desk: ServerDesk, ticketId: string) {
  const { assigneeId } = await desk.ticket(ticketId);
  const bodies = (await desk.log()).map(({ body }) => body);
  const events = bodies.flatMap((body) => (body.kind === 'ticket' ? body.events : []));
  const entries = events.flatMap(({ fact }) => (fact.type === 'entry-added' ? [fact.entry] : []));
  const last = entries.findLast(({ visibility }) => visibility === 'public');
  return { lastPublicEntryId: last?.id ?? null, assigneeId, isClosed: false };
}

test('numbers have no gaps, whatever is refused and however often the server starts', async () => {
  const desk = new ServerDesk();
  const anya = await desk.joins();
  const first = await anya.opens();
  expect(await anya.does(registered, first), 'there is one already').toBe('ticket-exists');
  const second = await anya.opens();
  const again = new ServerDesk({ store: desk.store, ids: '6f' });
  const third = await again.device(anya.caller.person).opens();
  const tickets = await Promise.all([first, second, third].map((id) => desk.ticket(id)));
  expect(tickets.map(({ number }) => number)).toEqual(['SM-1', 'SM-2', 'SM-3']);
});
