import { expect, test } from 'vitest';
import { saveComposer } from '../../../src/tui/model/composer-draft.ts';
import type { TestDesk } from '../../support/desk.ts';
import { openDriver, type ScreenDriver } from '../../support/driver.tsx';

function oneTicket(here: TestDesk): void {
  const shop = here.customer('Демо-Склад');
  const person = here.contact('Пётр Лодочкин', { customerId: shop.id, email: 'p@example.com' });
  here.registers('VPN не подключается', 'Ошибка 809.', person.id);
}

/** Puts in a template that has places to fill and gives a time. */
async function insertsPlan(desk: ScreenDriver): Promise<void> {
  desk.press('template');
  desk.type('план что делаю');
  desk.press('choose');
  await desk.sees('⟦');
}

function fillsPlaces(desk: ScreenDriver): void {
  for (let left = 5; left > 0 && desk.draft.includes('⟦'); left -= 1) {
    desk.press('next-stop');
    desk.type('первый шаг');
  }
}

test('a reply from a template with a promise is reviewed, sent and taken back', async () => {
  using desk = await openDriver({}, oneTicket);
  await insertsPlan(desk);
  expect(desk.state.composer?.promise).not.toBeNull();

  desk.press('finish');
  await desk.sees('Отправить нельзя');
  expect(desk.frame()).toMatch(/не заполнено место/);
  desk.press('send');
  expect(desk.context).toBe('review');
  desk.press('review-back');

  fillsPlaces(desk);
  const text = desk.draft;
  const promise = desk.state.composer?.promise;
  desk.press('finish');
  await desk.sees('◷ обещание');
  desk.press('send');
  await desk.sees('не отправлено');
  expect(desk.state.composer).toBeNull();

  desk.press('undo');
  await desk.sees('текст снова в черновике');
  expect(desk.draft).toBe(text);
  expect(desk.state.composer?.promise).toEqual(promise);
});

test('the draft keeps text, caret and promise when the composer is left', async () => {
  using desk = await openDriver({}, oneTicket);
  await insertsPlan(desk);
  desk.type('смотрю журнал');
  desk.keys('left');
  const before = desk.state.composer;
  desk.press('leave-composer');
  expect(desk.state.composer).toBeNull();
  desk.press('reply');
  expect(desk.state.composer?.promise).toEqual(before?.promise);
  expect(desk.state.composer?.history.present).toEqual(before?.history.present);
});

test('«take → template → promise → resolve» costs at most 14 keys beside the text', async () => {
  using desk = await openDriver({}, oneTicket);
  desk.press('take');
  desk.press('template');
  desk.keys('1');
  fillsPlaces(desk);
  desk.press('finish');
  desk.press('send');
  desk.press('promise');
  desk.type('15м');
  desk.press('submit');
  desk.press('resolve');
  await desk.sees('решено');
  const ticket = desk.here.ticket(desk.here.desk.tickets.idByNumber('SM-1') ?? '');
  expect(ticket).toMatchObject({ status: 'resolved', assigneeId: desk.here.desk.me.id });
  expect(ticket.promises.length).toBeGreaterThanOrEqual(1);
  expect(desk.pressed).toBeLessThanOrEqual(14);
});

test('what the customer wrote meanwhile is said in the review', async () => {
  using desk = await openDriver({}, oneTicket);
  desk.press('queue-open');
  desk.press('reply');
  desk.type('Проверяю.');
  const [ticketId = ''] = [desk.state.ticket?.view.ticket.id];
  desk.here.hears(ticketId, 'Само заработало!');
  desk.hearsOfChanges();
  desk.press('finish');
  await desk.sees('появилось новое');
});

test('a long text is scrolled in the review and what goes with it stays in sight', async () => {
  using desk = await openDriver({ size: { columns: 80, rows: 24 } }, oneTicket);
  desk.press('reply');
  const lines = Array.from({ length: 200 }, (_, i) => `строка ${i + 1}`);
  desk.sends(`\u001b[200~${lines.join('\n')}\u001b[201~`);
  expect(desk.draft).toContain('строка 200');
  desk.press('finish');
  await desk.sees('строка 1');
  expect(desk.frame()).toContain('доставка не настроена');
  expect(desk.frame()).toContain('/200');
  for (let page = 0; page < 25; page += 1) desk.press('review-page-down');
  await desk.sees('строка 200');
  expect(desk.frame()).toContain('доставка не настроена');
});

test('resize in the middle of a sentence keeps the text and the caret in sight', async () => {
  using desk = await openDriver({ size: { columns: 120, rows: 40 } }, oneTicket);
  desk.press('reply');
  desk.type('Здравствуйте, Пётр! Проверяю журнал шлюза и напишу вам сразу, как увижу причину');
  const { draft } = desk;
  desk.resize({ columns: 60, rows: 16 });
  await desk.sees('причину▒');
  desk.resize({ columns: 50, rows: 10 });
  await desk.sees('50');
  desk.keys('x');
  desk.resize({ columns: 80, rows: 24 });
  await desk.sees('причину▒');
  expect(desk.draft).toBe(draft);
});

test('a failed save is said beside the text and nothing is lost', async () => {
  using desk = await openDriver({}, oneTicket);
  desk.press('reply');
  desk.type('важная фраза');
  desk.here.desk.store.close();
  saveComposer(desk.ui);
  await desk.sees('черновик не сохранён');
  desk.press('leave-composer');
  expect(desk.draft).toBe('важная фраза');
  desk.press('quit-now');
  await desk.sees('выйти без текста');
  expect(desk.draft).toBe('важная фраза');
});
