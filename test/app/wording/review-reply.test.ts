import { expect, test } from 'vitest';
import { openWording } from '../../../src/app/wording/open-wording.ts';
import {
  type ReviewOrder,
  reviewReply,
  reviewSpelling,
} from '../../../src/app/wording/review-reply.ts';
import { movableClock, openTestDesk } from '../../support/desk.ts';

/** 12:20 in Moscow. */
const noon20 = Date.parse('2026-03-03T09:20:00Z');

/** A reply to Рафаэль Ильдарович of a company, as its writer looks it over. */
async function reviewing(text: string, more: Partial<ReviewOrder> = {}) {
  const world = await openTestDesk({ clock: movableClock(noon20) });
  const customer = world.customer('Демо-Кирпич');
  const person = world.contact('Рафаэль Ильдарович Обжиг', { customerId: customer.id });
  const ticketId = world.registers('Не входит в почту', 'Пишет неверный пароль', person.id);
  const wording = await openWording(world.desk);
  const base = { ticketId, text, audience: 'customer', given: null, situation: null } as const;
  return { world, wording, order: { ...base, reader: 'ru' as const, ...more } };
}

test('minutes and the hour that they come to are one promise', async () => {
  const words = '10 минут (до 12:32)';
  const given = {
    id: 'given',
    kind: 'hold' as const,
    dueAt: Date.parse('2026-03-03T09:32:00Z'),
    text: words,
  };
  const text = `К обещанным 12:22 не успеваю. Нужно ещё ${words}. Завтра до 15:00 пришлю отчёт.`;
  const { world, wording, order } = await reviewing(text, { given });
  using _ = world;
  const { promises } = reviewReply(world.desk, wording, order);
  expect(promises.map(({ text: said }) => said)).toEqual([words, 'Завтра до 15:00']);
});

test('the name of who reads it is no slip of the pen', async () => {
  const text = 'Рафаэль Ильдарович, спасибо. Ильдарычу превет.';
  const { world, wording, order } = await reviewing(text);
  using _ = world;
  const words = (await reviewSpelling(world.desk, wording, order)).map(({ text: word }) => word);
  expect(words).not.toContain('Ильдарович');
  expect(words).toContain('превет');
});
