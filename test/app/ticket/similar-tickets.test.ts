import { expect, test } from 'vitest';
import { ticketWords } from '../../../src/app/content/ticket-words.ts';
import { markArticle } from '../../../src/app/knowledge/mark-article.ts';
import { showTicket } from '../../../src/app/ticket/show-ticket.ts';
import { similarTickets } from '../../../src/app/ticket/similar-tickets.ts';
import { must } from '../../../src/util/must.ts';
import { openTestDesk, type TestDesk } from '../../support/desk.ts';

function similarTo(here: TestDesk, ticketId: string, articleIds: readonly string[] = []) {
  const words = ticketWords(must(showTicket(here.desk, ticketId), 'ticket'));
  return similarTickets(here.desk, { ticketId, words, articleIds, limit: 5 });
}

function solved(here: TestDesk, subject: string, solution: string, contactId?: string): string {
  const id = here.registers(subject, 'Не работает.', contactId ?? null);
  here.clock.forward(60_000);
  here.does(id, { type: 'take' });
  here.does(id, { type: 'resolve', solution });
  return id;
}

test('what another customer had solved stands beside with its solution', async () => {
  using here = await openTestDesk();
  const shop = here.customer('Демо-Склад');
  const person = here.contact('Пётр', { customerId: shop.id });
  const id = solved(
    here,
    'VPN: ошибка 809 на ноутбуке',
    'Разрешили UDP 4500.\nПроверил.',
    person.id,
  );
  solved(here, 'Принтер не печатает', 'Почистили очередь.');
  const mine = here.registers('vpn не поднимается, ошибка 809');
  expect(similarTo(here, mine)).toEqual([
    expect.objectContaining({ id, customer: 'Демо-Склад', solution: 'Разрешили UDP 4500.' }),
  ]);
});

test('an open ticket has solved nothing, and a ticket is not like itself', async () => {
  using here = await openTestDesk();
  here.registers('VPN: ошибка 809');
  const id = solved(here, 'VPN: ошибка 809', 'Разрешили UDP 4500.');
  expect(similarTo(here, id)).toEqual([]);
});

test('the same tags and an article that helped bring a ticket nearer', async () => {
  using here = await openTestDesk();
  const far = solved(here, 'VPN рвётся', 'Сменили провайдера.');
  const tagged = solved(here, 'VPN рвётся', 'Обновили клиента.');
  const helped = solved(here, 'VPN рвётся', 'По статье.');
  here.does(tagged, { type: 'tag', add: ['ipsec'], remove: [] });
  const article = { id: 'vpn-809-behind-nat', lang: 'ru' } as const;
  markArticle(here.desk, article, { kind: 'helped', ticketId: helped });
  const mine = here.registers('VPN рвётся');
  here.does(mine, { type: 'tag', add: ['ipsec'], remove: [] });
  const order = similarTo(here, mine, [article.id]).map(({ id }) => id);
  expect(order.indexOf(tagged)).toBeLessThan(order.indexOf(far));
  expect(order.indexOf(helped)).toBeLessThan(order.indexOf(far));
});

test('a ticket closed without a word about the solution shows its last answer, without the greeting', async () => {
  using here = await openTestDesk();
  const id = here.registers('VPN: ошибка 809');
  here.does(id, { type: 'take' });
  here.replies(id, 'Пётр, добрый день!\nРазрешили UDP 4500, проверьте.');
  here.does(id, { type: 'resolve', solution: '' });
  const [first] = similarTo(here, here.registers('VPN, ошибка 809'));
  expect(first?.solution).toBe('Разрешили UDP 4500, проверьте.');
});

test('words of any conversation make nothing similar', async () => {
  using here = await openTestDesk();
  solved(here, 'Не работает, помогите срочно', 'Перезагрузили.');
  expect(similarTo(here, here.registers('Помогите, опять не работает'))).toEqual([]);
});
