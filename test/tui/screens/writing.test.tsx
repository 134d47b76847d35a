import { expect, test } from 'vitest';
import { registerTicket } from '../../../src/app/ticket/register-ticket.ts';
import { saveComposer } from '../../../src/tui/model/composer-draft.ts';
import { checkWording } from '../../../src/tui/model/wording-model.ts';
import { must } from '../../../src/util/must.ts';
import type { TestDesk } from '../../support/desk.ts';
import { openDriver } from '../../support/driver.tsx';

function chat({ desk }: TestDesk): void {
  const done = registerTicket(desk, {
    subject: 'Не открывается отчёт',
    text: 'висит и всё',
    channel: 'chat',
  });
  expect(done.ok).toBe(true);
}

function letter(here: TestDesk): void {
  here.registers('Не открывается отчёт');
}

test('in a chat a line goes without a review and can be taken back for a few seconds', async () => {
  using desk = await openDriver({}, chat);
  desk.press('reply');
  desk.type('Добрый день! Открыл журнал отчётов, напишу до 15:30.');
  desk.press('finish');
  await desk.sees('u ');
  expect(desk.state.composer).toBeNull();
  expect(desk.state.overlay).toBeNull();
  const [promise] = desk.here.ticket(desk.state.held?.ticketId ?? '').promises;
  expect(promise).toMatchObject({ kind: 'next-update', text: 'до 15:30' });
  desk.press('undo');
  expect(desk.draft).toContain('напишу до 15:30');
});

test('what would hurt is reviewed in a chat, too', async () => {
  using desk = await openDriver({}, chat);
  desk.press('reply');
  desk.type('Добрый день! Вы сами виноваты.');
  desk.press('finish');
  await desk.sees('L19');
  expect(desk.context).toBe('review');
});

test('news on the ticket is shown before a line goes to a chat', async () => {
  using desk = await openDriver({}, chat);
  desk.press('reply');
  desk.type('Добрый день! Смотрю журнал.');
  desk.here.hears(desk.state.composer?.ticketId ?? '', 'уже открылось');
  desk.press('finish');
  await desk.sees('пока вы писали: ответ клиента');
});

test('a text for the customer turns into a note only after a question', async () => {
  using desk = await openDriver({}, letter);
  desk.press('reply');
  desk.type('Спросить Олега про шлюз.');
  desk.press('switch-reader');
  await desk.sees('Оставить этот текст внутри?');
  desk.keys('1');
  expect(desk.state.composer?.kind).toBe('reply');
  desk.press('switch-reader');
  await desk.sees('Оставить этот текст внутри?');
  desk.keys('2');
  expect(desk.state.composer?.kind).toBe('note');
  expect(desk.draft).toBe('Спросить Олега про шлюз.');
  const { drafts } = desk.here.desk;
  expect(drafts.all().map(({ kind }) => kind)).toEqual(['note']);
});

test('a note that waits on the ticket is kept when a reply turns into a note', async () => {
  using desk = await openDriver({}, letter);
  desk.press('note');
  desk.type('Уже звонили.');
  saveComposer(desk.ui);
  desk.press('leave-composer');
  desk.press('reply');
  desk.type('Ещё раз позвонить.');
  desk.press('switch-reader');
  desk.keys('2');
  expect(desk.draft).toBe('Уже звонили.\n\nЕщё раз позвонить.');
});

test('an empty text changes its reader at once', async () => {
  using desk = await openDriver({}, letter);
  desk.press('reply');
  desk.press('switch-reader');
  expect(desk.state.composer?.kind).toBe('note');
});

test('a reply that cannot go yet offers no key that would send it', async () => {
  using desk = await openDriver({}, letter);
  desk.press('reply');
  desk.type('Добрый день! Вы сами виноваты.');
  desk.press('finish');
  await desk.sees('! отправить всё равно');
  expect(desk.frame()).not.toContain('Enter отправить');
  desk.press('review-back');
  desk.keys('ctrl+u');
  desk.type('Добрый день! Проверил шлюз.');
  desk.press('finish');
  await desk.sees('Enter отправить клиенту');
});

test('the head of a text names the channel of its own ticket, not of the one looked at before', async () => {
  using desk = await openDriver({}, (here) => {
    letter(here);
    chat(here);
  });
  desk.press('queue-open');
  const opened = desk.state.ticket?.view.ticket;
  desk.keys('1');
  desk.press('queue-down');
  desk.press('reply');
  expect(desk.state.composer?.ticketId).not.toBe(opened?.id);
  await desk.sees(opened?.channel === 'chat' ? 'КЛИЕНТУ · почта' : 'КЛИЕНТУ · чат');
});

test('a very long text is looked at before it goes, not while it is written', async () => {
  using desk = await openDriver({}, letter);
  desk.press('reply');
  desk.sends(`\u001b[200~${'Вы сами виноваты. '.repeat(2_000)}\u001b[201~`);
  await checkWording(desk.ui);
  expect(desk.state.remarks?.findings ?? []).toEqual([]);
  desk.press('mend');
  await desk.sees('замечания будут перед отправкой');
  desk.press('finish');
  await desk.sees('L19');
});

test('a list in which nothing is found says so', async () => {
  using desk = await openDriver({}, letter);
  desk.press('template');
  desk.type('йцукенйцукен');
  await desk.sees('не нашлось');
});

test('what another window wrote into the same draft is not written over', async () => {
  using desk = await openDriver({}, letter);
  desk.press('reply');
  desk.type('Первое окно.');
  saveComposer(desk.ui);
  const { drafts } = desk.here.desk;
  const [mine] = drafts.all();
  const theirs = must(mine, 'a draft');
  desk.here.clock.forward(1_000);
  drafts.save({ ...theirs, text: 'Второе окно.', updatedAt: desk.here.clock.now() });
  desk.type(' Дальше.');
  saveComposer(desk.ui);
  desk.type(' И ещё.');
  saveComposer(desk.ui);
  expect(new Set(drafts.all().map(({ text }) => text))).toEqual(
    new Set(['Первое окно. Дальше. И ещё.', 'Второе окно.']),
  );
});
