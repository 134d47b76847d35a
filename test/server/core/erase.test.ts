import { expect, test } from 'vitest';
import { eraseTicket } from '../../../src/server/core/console/erase-ticket.ts';
import { wholeHistory } from '../../../src/server/core/console/whole-history.ts';
import { note, reply } from './commands.ts';
import { console_, ServerDesk } from './server-desk.ts';

const SECRET = 'паспорт 4510 123456';

test('a ticket that the law wants gone is told by nothing any more, and leaves every device', async () => {
  const desk = new ServerDesk();
  const anya = await desk.joins();
  const oleg = await desk.joins({ id: 'oleg', login: 'oleg' });
  const ticket = await anya.opens();
  await anya.does({ type: 'take' }, ticket);
  await anya.does(reply(SECRET), ticket);
  expect(JSON.stringify(await oleg.sends(oleg.op({ type: 'take' }, ticket)))).toContain(SECRET);
  const other = await anya.opens();
  await anya.does(note('Это остаётся'), other);

  const erased = await eraseTicket(desk.parts, console_, ticket);
  expect(erased.rows).toBe(3);
  const log = await desk.log();
  expect(JSON.stringify(log)).not.toContain(SECRET);
  expect(JSON.stringify(log)).toContain('Это остаётся');
  expect(log.at(-1)?.body).toEqual({ kind: 'left' });
  const results = await desk.store.resultsFrom(oleg.clientId, 1, 9);
  expect(results).toMatchObject([{ result: { outcome: 'rejected' } }]);
  expect(JSON.stringify(results)).not.toContain(SECRET);
  expect(await desk.store.verify()).toEqual([]);
  expect(await anya.does(note('Ещё'), ticket)).toBe('no-such-ticket');
  expect((await desk.store.desk.auditSince(0, 100)).at(-1)).toMatchObject({
    ...{ what: 'ticket-erased', detail: { ticketId: ticket, number: 'SM-1' } },
  });
});

test('whatever shared a row with it loses nothing', async () => {
  const desk = new ServerDesk();
  const anya = await desk.joins();
  const [kept, gone] = [await anya.opens(), await anya.opens()];
  await anya.does(note('До'), kept);
  await anya.does(note(SECRET), gone);
  expect(await anya.does({ type: 'merge-into', targetId: kept, reason: '' }, gone)).toBe('applied');
  await anya.does(note('После'), kept);
  const before = await desk.ticket(kept);
  const historyOf = async () => wholeHistory(await desk.store.history(kept, 100), kept).events;
  const events = await historyOf();

  await eraseTicket(desk.parts, console_, gone);
  expect((await historyOf()).map(({ id }) => id)).toEqual(events.map(({ id }) => id));
  expect(await desk.ticket(kept)).toEqual({ ...before, space: 'main', moves: 1 });
  expect(JSON.stringify(await desk.log())).not.toContain(SECRET);
  expect(await desk.store.verify()).toEqual([]);
  expect(await anya.does(note('И дальше'), kept)).toBe('applied');
  expect(await desk.store.verify()).toEqual([]);
  expect((await eraseTicket(desk.parts, console_, gone)).rows, 'nothing is left to erase').toBe(0);
});
