import { expect, test } from 'vitest';
import { day, hour, minute, type TestDesk } from '../../support/desk.ts';
import { openDriver, type ScreenDriver } from '../../support/driver.tsx';

function oneTicket(here: TestDesk): void {
  const id = here.registers('Касса не открывается');
  here.does(id, { type: 'take' });
}

async function passes(desk: ScreenDriver, ms: number): Promise<void> {
  desk.here.clock.forward(ms);
  desk.hearsOfChanges();
  await desk.drawn();
}

function row(desk: ScreenDriver): string {
  return (
    desk
      .frame()
      .split('\n')
      .find((line) => line.includes('SM-1 ')) ?? ''
  );
}

test('the queue shows what is left, what runs out, what is late and what stands still', async () => {
  using desk = await openDriver({}, oneTicket);
  await desk.sees('Касса');
  expect(row(desk)).toMatch(/ 24ч {3}/);
  await passes(desk, 23 * hour);
  expect(row(desk)).toMatch(/ 60м ! | 1ч ! /);
  await passes(desk, 50 * minute);
  expect(row(desk)).toMatch(/ 10м!! /);
  await passes(desk, 20 * minute);
  expect(row(desk)).toMatch(/ −10м ▲ /);
  const [ticket] = desk.state.queue.rows;
  desk.here.replies(ticket?.id ?? '', 'Какая касса?');
  desk.here.does(ticket?.id ?? '', {
    type: 'set-status',
    status: 'waiting-customer',
    reason: '',
  });
  await passes(desk, 5 * day);
  expect(row(desk)).toMatch(/ 47ч ‖ /);
});

test('a key tells why, in the queue and in the ticket', async () => {
  using desk = await openDriver({}, oneTicket);
  await desk.sees('Касса');
  desk.sends('D');
  await desk.sees('Политика: Обычный (default)');
  expect(desk.frame()).toContain('SM-1: сроки');
  desk.sends('q');
  await desk.drawn();
  desk.press('queue-open');
  await desk.sees('клиент ждёт');
  desk.sends('В');
  await desk.sees('Ближайший срок: первый ответ');
});

test('it is told of a ticket without a deadline, too', async () => {
  using desk = await openDriver({}, (here) => {
    const id = here.registers('Касса');
    here.does(id, { type: 'set-status', status: 'waiting-customer', reason: '' });
  });
  await desk.sees('Касса');
  desk.sends('D');
  await desk.sees('Срока нет: в этом статусе время не идёт.');
});

test('the card says how much is left and that it stands still', async () => {
  using desk = await openDriver({}, oneTicket);
  desk.press('queue-open');
  await desk.sees('осталось 24ч');
  await passes(desk, 25 * hour);
  await desk.sees('просрочено 1ч ▲');
});
