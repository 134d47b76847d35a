import { expect, it } from 'vitest';
import { registerTicket } from '../../../src/app/ticket/register-ticket.ts';
import { undoLast } from '../../../src/app/ticket/undo-last.ts';
import { wakeScheduled } from '../../../src/app/work/wake-scheduled.ts';
import { hour, openTestDesk } from '../../support/desk.ts';

it('brings back what is due, once, and leaves the own last command to undo', async () => {
  using anya = await openTestDesk();
  const { desk, clock } = anya;
  const [soon, late] = [anya.registers('Диск'), anya.registers('Канал')];
  const until = clock.now() + hour;
  anya.does(soon, { type: 'schedule', until, reason: 'ждём поставку' });
  anya.does(late, { type: 'schedule', until: until + hour, reason: '' });
  expect(wakeScheduled(desk)).toEqual([]);
  clock.forward(hour);
  expect(wakeScheduled(desk).map(({ id }) => id)).toEqual([soon]);
  expect(wakeScheduled(desk)).toEqual([]);
  expect(anya.ticket(soon)).toMatchObject({ status: 'open', scheduledUntil: null });
  expect(undoLast(desk)).toMatchObject({ ok: true, value: { type: 'schedule', ticketId: late } });
  expect(undoLast(desk)).toMatchObject({ ok: false, problem: { code: 'undo-not-last' } });
});

it('a registration that was solved at once gives back what was said and the solution', async () => {
  using anya = await openTestDesk();
  const ending = { type: 'solved', solution: 'Сменили бумагу' } as const;
  const done = registerTicket(anya.desk, { subject: '', text: 'Не печатает', ending });
  expect(done).toMatchObject({ ok: true, value: { ticket: { status: 'resolved' } } });
  expect(undoLast(anya.desk)).toMatchObject({ value: { text: 'Не печатает\n\nСменили бумагу' } });
});
