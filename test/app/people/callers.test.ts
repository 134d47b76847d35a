import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findCaller, registerCall } from '../../../src/app/people/open-caller.ts';
import { searchCallers } from '../../../src/app/people/search-callers.ts';
import { openTestDesk, type TestDesk } from '../../support/desk.ts';

let anya: TestDesk;
beforeEach(async () => {
  anya = await openTestDesk();
  const kalinka = anya.customer('Калинка', { city: 'Самара' });
  const phone = '+7 000 100-10-01';
  const email = 'zhanna@kalinka.example';
  anya.contact('Жанна Аркадьевна Дёмина', { customerId: kalinka.id, phone, email });
  anya.contact('Пётр Ким', { phone: '8 (000) 222-33-44' });
});
afterEach(() => anya.close());

describe('the call pad finds who calls', () => {
  it.each([
    ['дем', 'Жанна Аркадьевна Дёмина'],
    ['Дём', 'Жанна Аркадьевна Дёмина'],
    [';fyyf', 'Жанна Аркадьевна Дёмина'],
    ['rfkbyr', 'Калинка'],
    ['калинк', 'Калинка'],
    ['100-10-01', 'Жанна Аркадьевна Дёмина'],
    ['8 000 1001001', 'Жанна Аркадьевна Дёмина'],
    ['2233', 'Пётр Ким'],
  ])('by %s', (typed, name) => {
    expect(searchCallers(anya.desk, typed)[0]?.label).toBe(name);
  });

  it('nobody by nothing', () => {
    expect(searchCallers(anya.desk, ' ')).toEqual([]);
    expect(searchCallers(anya.desk, 'яяяяя')).toEqual([]);
  });

  it.each([
    [{ phone: '8 (000) 100 10 01', email: null }, 'Жанна Аркадьевна Дёмина'],
    [{ phone: null, email: 'ZHANNA@kalinka.example' }, 'Жанна Аркадьевна Дёмина'],
    [{ phone: '+7 000 999-99-99', email: null }, null],
  ])('exactly by %j', (by, name) => {
    const found = findCaller(anya.desk, { ...by, name: null, customer: null });
    expect(found?.name ?? null).toBe(name);
  });
});

describe('a call of somebody nobody knows', () => {
  it('adds them once, registers and takes', () => {
    const caller = { phone: '+7 000 777-77-77', email: null, name: 'Инна', customer: 'Новая' };
    const request = { subject: 'Нет связи', text: 'Нет связи' };
    const first = registerCall(anya.desk, caller, request);
    const second = registerCall(anya.desk, caller, request);
    if (!first.ok || !second.ok) throw new Error('refused');
    expect(first.value).toMatchObject({
      assigneeId: anya.desk.me.id,
      status: 'open',
      channel: 'call',
    });
    expect(second.value.contactId).toBe(first.value.contactId);
    expect(anya.desk.people.contacts()).toHaveLength(3);
    expect(anya.desk.people.customer(first.value.customerId ?? '')?.name).toBe('Новая');
  });
});
