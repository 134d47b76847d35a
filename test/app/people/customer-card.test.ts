import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  assetOf,
  changeCustomer,
  changedCommands,
  changedVariables,
  saveAsset,
} from '../../../src/app/people/change-records.ts';
import { customerCard } from '../../../src/app/people/customer-card.ts';
import type { Customer } from '../../../src/domain/person.ts';
import type { Role } from '../../../src/domain/vocabulary.ts';
import { openTestDesk, type TestDesk } from '../../support/desk.ts';

let here: TestDesk;
beforeEach(async () => {
  here = await openTestDesk();
});
afterEach(() => here.close());

function opensTicket(customer: Customer): string {
  return here.registers('Касса', '', here.contact('Кто-то', { customerId: customer.id }).id);
}

test('what is told of people, customers and things is there after the next start', async () => {
  const vera = here.person('vera', { skills: ['vpn'], phone: '+7 1', timeZone: 'Asia/Omsk' });
  const romashka = here.customer('Ромашка', {
    personalEngineerId: vera.id,
    environment: ['Windows 11'],
    variables: { host: '10.0.0.7' },
    commands: [{ title: 'Касса', command: 'ssh {host}', purpose: 'access' }],
  });
  saveAsset(here.desk, { ...assetOf(here.desk, romashka, 'Касса 1'), address: '10.0.0.8' });
  const { folder, clock } = here;
  using again = await openTestDesk({ folder, clock, ids: '0b' });
  expect(again.desk.people.person(vera.id)).toEqual(vera);
  expect(again.desk.people.customer(romashka.id)).toEqual(romashka);
  expect(assetOf(again.desk, romashka, 'касса 1').address).toBe('10.0.0.8');
});

describe('sites', () => {
  test('stand below one another with the open tickets of all of them', () => {
    const head = here.customer('Ромашка');
    const shop = here.customer('Магазин', { parentId: head.id });
    const store = here.customer('Склад', { parentId: shop.id });
    here.customer('Чужие');
    opensTicket(head);
    opensTicket(store);
    here.does(opensTicket(store), { type: 'resolve', solution: 'Починили' });
    opensTicket(store);
    const card = customerCard(here.desk, head, null);
    expect([card.open, card.total]).toEqual([1, 3]);
    const rows = card.sites.map(({ customer, depth, open, total }) => {
      return [customer.name, depth, open, total];
    });
    expect(rows).toEqual([
      ['Магазин', 1, 0, 2],
      ['Склад', 2, 2, 2],
    ]);
    expect(customerCard(here.desk, store, null).parent?.name).toBe('Магазин');
  });

  test('have what their company says where they say nothing themselves', () => {
    const vera = here.person('vera');
    const own = { timeZone: 'Asia/Omsk', level: 'gold', personalEngineerId: vera.id };
    const head = here.customer('Ромашка', own);
    const shop = here.customer('Магазин', { parentId: head.id, level: '' });
    const store = here.customer('Склад', { parentId: shop.id, level: 'silver' });
    const card = customerCard(here.desk, store, null);
    expect(card.engineer?.login).toBe('vera');
    expect(card.customer).toMatchObject({ timeZone: 'Asia/Omsk', level: 'silver' });
    expect(customerCard(here.desk, shop, null).customer.level).toBe('gold');
  });

  test('never stand below themselves, and a circle that came from elsewhere hangs nobody', () => {
    const head = here.customer('Ромашка');
    const shop = here.customer('Магазин', { parentId: head.id });
    expect(() => changeCustomer(here.desk, head, { parentId: shop.id })).toThrow('customer-circle');
    const circle = here.customer('Круг', { id: head.id, parentId: shop.id });
    expect(customerCard(here.desk, circle, null).sites.map((s) => s.customer.name)).toEqual([
      'Магазин',
    ]);
  });
});

describe('a card', () => {
  test('is not for those who neither work on tickets nor set up the desk', () => {
    const romashka = here.customer('Ромашка');
    const tried = (role: Role) => {
      const desk = { ...here.desk, me: here.person(role, { role }) };
      const card = changeCustomer(desk, romashka, { city: 'Омск' });
      const thing = saveAsset(desk, assetOf(desk, romashka, 'Касса'));
      return [card, thing].map((done) => (done.ok ? 'ok' : done.problem.code));
    };
    expect(tried('engineer')).toEqual(['ok', 'ok']);
    expect(tried('admin')).toEqual(['ok', 'ok']);
    expect(tried('qa')).toEqual(['customer-not-yours', 'customer-not-yours']);
    expect(tried('hire')).toEqual(['practice-only', 'practice-only']);
    expect(tried('read-only')).toEqual(['role-reads-only', 'role-reads-only']);
    const demo = here.customer('Показательная', { isDemo: true });
    const hire = { ...here.desk, me: here.person('new', { role: 'hire' }) };
    expect(changeCustomer(hire, demo, { city: 'Омск' }).ok).toBe(true);
  });
});

describe('commands', () => {
  test('take their values from the thing, then the customer, then the person and the ticket', () => {
    const romashka = here.customer('Ромашка', { variables: { login: 'root', host: 'gate' } });
    const till = assetOf(here.desk, romashka, 'Касса');
    const command = 'ssh {login}@{host} # {ticket} {asset}';
    const commands = [{ title: 'Войти', command, purpose: 'access' } as const];
    saveAsset(here.desk, { ...till, address: '10.0.0.8', variables: { login: 'kassa' }, commands });
    const ticket = here.ticket(opensTicket(romashka));
    const [filled] = customerCard(here.desk, romashka, ticket).commands;
    expect(filled?.filled).toEqual({ ok: true, command: 'ssh kassa@10.0.0.8 # SM-1 Касса' });
    const [unknown] = customerCard(here.desk, romashka, null).commands;
    expect(unknown?.filled).toMatchObject({ ok: false, problem: { variable: 'ticket' } });
  });

  test('are replaced by their title and taken away by it', () => {
    const old = [
      { title: 'Войти', command: 'ssh a', purpose: 'access' },
      { title: 'Пинг', command: 'ping a', purpose: 'diagnosis' },
    ] as const;
    const fresh = { title: 'войти', command: 'ssh b', purpose: 'access' } as const;
    expect(changedCommands(old, [fresh], ['ПИНГ'])).toEqual([fresh]);
    const variables = changedVariables(
      { host: 'a', port: '22' },
      new Map([
        ['host', ''],
        ['x', '1'],
      ]),
    );
    expect(variables).toEqual({ port: '22', x: '1' });
  });
});
