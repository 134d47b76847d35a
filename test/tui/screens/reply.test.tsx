import { expect, test } from 'vitest';
import { saveComposer } from '../../../src/tui/model/composer-draft.ts';
import { must } from '../../../src/util/must.ts';
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
  for (let left = 9; left > 0 && desk.draft.includes('⟦'); left -= 1) {
    const { text, caret } = must(desk.state.composer, 'composer').history.present;
    if (text.startsWith('⟦', caret)) desk.type('первый шаг');
    else desk.press('next-stop');
  }
}

test('a reply from a template with a promise is reviewed, sent and taken back', async () => {
  using desk = await openDriver({}, oneTicket);
  await insertsPlan(desk);
  expect(desk.state.composer?.promise).not.toBeNull();

  desk.press('finish');
  await desk.sees('пока не отправить');
  expect(desk.frame()).toContain('Место не заполнено');
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
  await desk.sees('▌Отправить клиенту▐');
  desk.press('send');
  desk.press('promise');
  desk.keys('3');
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
  await desk.sees('пока вы писали: ответ клиента');
});

test('a long text is scrolled in the review and what goes with it stays in sight', async () => {
  using desk = await openDriver({ size: { columns: 80, rows: 24 } }, oneTicket);
  desk.press('reply');
  const lines = Array.from({ length: 200 }, (_, i) => `строка ${i + 1}`);
  desk.sends(`\u001b[200~${lines.join('\n')}\u001b[201~`);
  expect(desk.draft).toContain('строка 200');
  desk.press('finish');
  await desk.sees('пока вы писали');
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

/** A reply that the wording keeps back, under review. */
async function reviewsRudeness(desk: ScreenDriver): Promise<void> {
  desk.press('reply');
  desk.type('Добрый день, Пётр! Это не в моей компетенции.');
  desk.press('finish');
  await desk.sees('L07');
}

test('what the wording keeps back is sent with one extra key, and the reason stays', async () => {
  using desk = await openDriver({}, oneTicket);
  await reviewsRudeness(desk);
  desk.press('send');
  expect(desk.context).toBe('review');
  desk.press('send-over');
  expect(desk.state.composer).toBeNull();
  const ticketId = desk.here.desk.tickets.idByNumber('SM-1') ?? '';
  const events = desk.here.desk.tickets.events(ticketId).map(({ fact }) => fact);
  expect(events).toContainEqual({
    type: 'wording-overruled',
    rules: ['L07'],
    reason: 'ложное срабатывание',
  });
});

test('a reason of one’s own is asked and stays with the reply', async () => {
  using desk = await openDriver({}, oneTicket);
  await reviewsRudeness(desk);
  desk.press('send-over-reason');
  desk.type('цитата из договора');
  desk.press('submit');
  const ticketId = desk.here.desk.tickets.idByNumber('SM-1') ?? '';
  const events = desk.here.desk.tickets.events(ticketId).map(({ fact }) => fact);
  expect(events).toContainEqual(expect.objectContaining({ reason: 'цитата из договора' }));
});

test('times in the text are promises that need nothing pressed, unless one is taken off', async () => {
  using desk = await openDriver({}, oneTicket);
  desk.press('reply');
  desk.type('Добрый день, Пётр! Напишу до 17:30, перезвоню завтра в 11:00.');
  desk.press('finish');
  await desk.sees('2 [x] записать');
  expect(desk.frame().match(/\[x\] записать/g)).toHaveLength(2);
  desk.press('review-promise-2');
  await desk.sees('[ ] не обещание');
  desk.press('send');
  const ticket = desk.here.ticket(desk.here.desk.tickets.idByNumber('SM-1') ?? '');
  expect(ticket.promises.map(({ kind }) => kind)).toEqual(['next-update']);
});

test('two kept times are two promises', async () => {
  using desk = await openDriver({}, oneTicket);
  desk.press('reply');
  desk.type('Добрый день, Пётр! Напишу до 17:30, перезвоню завтра в 11:00.');
  desk.press('finish');
  await desk.sees('2 [x] записать');
  desk.press('send');
  const ticket = desk.here.ticket(desk.here.desk.tickets.idByNumber('SM-1') ?? '');
  expect(ticket.promises.map(({ kind }) => kind).sort()).toEqual(['call-back', 'next-update']);
});

test('a key typed before the review was seen answers nothing', async () => {
  using desk = await openDriver({}, oneTicket);
  desk.press('reply');
  desk.type('Добрый день, Пётр! Проверяю.');
  await desk.drawn();
  desk.sends('\u0018\r');
  await desk.sees('▌Отправить клиенту▐');
  expect(desk.state.composer).not.toBeNull();
});
