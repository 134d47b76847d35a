import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DeskConfig } from '../../src/domain/desk-config.ts';
import { DeadlineStore } from '../../src/store/ticket/deadline-store.ts';
import { hour, openTestDesk, type TestDesk } from '../support/desk.ts';
import { deskWith } from '../support/sla-desk.ts';

let here: TestDesk;
beforeEach(async () => {
  here = await openTestDesk();
});
afterEach(() => here.close());

const COLUMNS = 'is_open, next_due_at, next_action_at, next_miss_at';

function columns(): unknown[] {
  return here.desk.store.sql.all(`SELECT ${COLUMNS} FROM ticket ORDER BY seq`);
}

function refresh(desk: DeskConfig, many?: number): number {
  return new DeadlineStore(here.desk.store.sql, many).refresh(desk);
}

const strict = deskWith([{ firstAnswer: { default: hour }, resolve: { default: 2 * hour } }]);

it.each([
  ['a few at a time', 1_000],
  ['many at once', 1],
])('counts tickets again: %s', (_, many) => {
  const { config } = here.desk;
  here.registers('Касса');
  here.does(here.registers('Принтер'), { type: 'take' });
  here.does(here.registers('Почта'), { type: 'resolve', solution: 'готово' });
  const before = columns();
  const indexes = here.desk.store.sql.all(`SELECT sql FROM sqlite_master ORDER BY name`);
  expect(refresh(strict, many)).toBe(2);
  expect(columns()).not.toEqual(before);
  expect(here.desk.store.sql.all(`SELECT sql FROM sqlite_master ORDER BY name`)).toEqual(indexes);
  expect(refresh(config, many)).toBe(2);
  expect(columns()).toEqual(before);
  expect(refresh(config, many)).toBe(0);
});

it('knows the customers where a policy asks for them', () => {
  const daisy = here.customer('Ромашка', { level: 'VIP' });
  const contact = here.contact('Жанна', { customerId: daisy.id });
  here.registers('Касса', 'Не работает', contact.id);
  here.registers('Принтер');
  const vip = deskWith([
    { when: { levels: ['VIP'] }, firstAnswer: { default: hour } },
    { code: 'rest' },
  ]);
  expect(refresh(vip)).toBe(1);
});

it('a status that is no work any more leaves the counts, and comes back; no deadline moves', () => {
  const id = here.registers('Касса');
  here.does(id, { type: 'set-status', status: 'waiting-customer', reason: '' });
  const statuses = here.desk.config.statuses.map((rule) =>
    rule.code === 'waiting-customer' ? { ...rule, isOpen: false } : rule,
  );
  expect(refresh({ ...here.desk.config, statuses })).toBe(0);
  expect(columns()).toEqual([expect.objectContaining({ is_open: 0 })]);
  expect(refresh(here.desk.config)).toBe(0);
  expect(columns()).toEqual([expect.objectContaining({ is_open: 1 })]);
});
