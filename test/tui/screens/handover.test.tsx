import { expect, test } from 'vitest';
import { registerTicket } from '../../../src/app/ticket/register-ticket.ts';
import { listDrafts } from '../../../src/app/ticket/save-draft.ts';
import { openTicket } from '../../../src/tui/model/ticket-model.ts';
import { must } from '../../../src/util/must.ts';
import { hour, type TestDesk } from '../../support/desk.ts';
import { openDriver, type ScreenDriver } from '../../support/driver.tsx';

const form = { seen: 'Вход не проходит', done: 'Проверил учётную запись', need: 'Журнал шлюза' };

function idOf(desk: ScreenDriver): string {
  return desk.here.desk.tickets.idByNumber('SM-1') ?? '';
}

/** One ticket of mine with a note of what was tried. */
function oneOfMine(here: TestDesk): void {
  const id = here.registers('VPN не пускает', 'После смены пароля не пускает.');
  here.does(id, { type: 'take' });
  here.does(id, { type: 'note', text: 'RADIUS: Access-Reject, причина 16.' });
}

/** A ticket that the second line handed to mine. */
function handedToMe(here: TestDesk): void {
  const petya = here.person('petya', { name: 'Петя', line: '2' });
  const text = 'После смены пароля не пускает.';
  const done = registerTicket(here.desk, { subject: 'VPN не пускает', text, line: '2' });
  const id = must(done.ok ? done.value.ticket.id : null, 'a registered ticket');
  here.does(id, { type: 'take' }, petya.id);
  here.does(id, { type: 'escalate', to: 'line', line: '3', reason: '', form }, petya.id);
}

test('E asks whom, then the form: begun from the notes, at what only a person can say', async () => {
  using desk = await openDriver({ size: { columns: 100, rows: 40 } }, oneOfMine);
  openTicket(desk.ui, idOf(desk));
  desk.press('escalate');
  await desk.sees('Третья линия');
  desk.keys('1');
  await desk.sees('RADIUS: Access-Reject, причина 16.');
  await desk.sees('После смены пароля не пускает.');
  desk.type('Посмотрите журнал шлюза');
  desk.keys('ctrl+x');
  const { line, handover, assigneeId } = desk.here.ticket(idOf(desk));
  expect({ line, state: handover?.state, assigneeId }).toEqual({
    line: '3',
    state: 'waiting',
    assigneeId: null,
  });
  expect(handover?.form.need).toBe('Посмотрите журнал шлюза');
  await desk.sees('ещё не приняли');
});

test('an empty form is not handed over, and what was typed stays for the next time', async () => {
  using desk = await openDriver({ size: { columns: 100, rows: 40 } }, oneOfMine);
  openTicket(desk.ui, idOf(desk));
  desk.press('escalate');
  desk.keys('1 ctrl+x');
  await desk.sees('Что нужно от вас');
  expect(desk.here.ticket(idOf(desk)).handover).toBeUndefined();
  desk.type('Журнал');
  desk.keys('escape');
  expect(listDrafts(desk.here.desk)).toHaveLength(1);
  desk.press('escalate');
  desk.keys('1');
  await desk.sees('Журнал');
  desk.keys('ctrl+x');
  expect(desk.here.ticket(idOf(desk)).handover?.form.need).toBe('Журнал');
  expect(listDrafts(desk.here.desk)).toHaveLength(0);
});

test('who receives it reads the form first; w accepts it', async () => {
  using desk = await openDriver({ seat: { line: '3' } }, handedToMe);
  openTicket(desk.ui, idOf(desk));
  desk.here.clock.forward(hour);
  desk.hearsOfChanges();
  for (const words of ['Петя', 'Что видно: Вход не проходит', 'Что нужно от вас: Журнал шлюза']) {
    await desk.sees(words);
  }
  desk.press('take');
  const { handover, assigneeId } = desk.here.ticket(idOf(desk));
  expect(handover?.state).toBe('accepted');
  expect(assigneeId).toBe(desk.here.desk.me.id);
});

test('B sends it back with what is missing, to the line and the person it came from', async () => {
  using desk = await openDriver({ seat: { line: '3' } }, handedToMe);
  openTicket(desk.ui, idOf(desk));
  desk.press('return-handover');
  desk.keys('ctrl+x');
  expect(desk.here.ticket(idOf(desk)).handover?.state).toBe('waiting');
  desk.type('Нет точного времени сбоя');
  desk.keys('ctrl+x');
  const { handover, line, handoverReturns } = desk.here.ticket(idOf(desk));
  expect({ state: handover?.state, line, handoverReturns }).toEqual({
    state: 'returned',
    line: '2',
    handoverReturns: 1,
  });
  await desk.sees('Нет точного времени сбоя');
});

test('a line that does not write asks through another one, and the answer comes back', async () => {
  using desk = await openDriver({ seat: { line: '3' } }, handedToMe);
  const id = idOf(desk);
  openTicket(desk.ui, id);
  desk.press('take');
  desk.press('ask-customer');
  desk.type('Какое время показывал компьютер?');
  desk.keys('tab');
  desk.type('Сверить с журналом');
  desk.keys('tab');
  desk.type('+2ч');
  desk.keys('ctrl+x');
  await desk.sees('Какое время показывал компьютер?');
  const vera = desk.here.person('vera', { line: '2' });
  const [question] = desk.here.ticket(id).clarifications ?? [];
  expect(question).toMatchObject({ throughLine: '2', why: 'Сверить с журналом' });
  const answer = { clarificationId: question?.id ?? '', answer: 'На семь минут вперёд.' };
  desk.here.does(id, { type: 'answer-question', ...answer }, vera.id);
  desk.hearsOfChanges();
  await desk.sees('На семь минут вперёд.');
});

test('nothing was handed over: B says so', async () => {
  using desk = await openDriver({}, oneOfMine);
  openTicket(desk.ui, idOf(desk));
  desk.press('return-handover');
  await desk.sees('Здесь нет передачи');
});

test('g d asks for the own diagnosis that is missing, and solves then', async () => {
  using desk = await openDriver({ seat: { line: '3' } }, handedToMe);
  const id = idOf(desk);
  openTicket(desk.ui, id);
  desk.press('take');
  desk.press('resolve');
  await desk.sees('Своя диагностика: SM-1');
  desk.type('Часы шлюза отстают на семь минут');
  desk.keys('ctrl+x');
  expect(desk.here.ticket(id).status).toBe('resolved');
});

test('r on a line that does not write says so before the first word', async () => {
  using desk = await openDriver({ seat: { line: '3' } }, handedToMe);
  openTicket(desk.ui, idOf(desk));
  desk.press('take');
  desk.press('reply');
  await desk.sees('клиенту не пишет');
  desk.type('Всё же напишу');
  desk.keys('escape');
  expect(listDrafts(desk.here.desk).map(({ text }) => text)).toEqual(['Всё же напишу']);
});

test('a refusal that is longer than a row is read to its end', async () => {
  using desk = await openDriver(
    { seat: { line: '3' }, size: { columns: 80, rows: 24 } },
    handedToMe,
  );
  openTicket(desk.ui, idOf(desk));
  desk.press('reply');
  await desk.sees('Линия «Третья линия» клиенту не пишет');
  await desk.sees('оставить заметку');
  await desk.sees('? справка');
});
