import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type MassRule,
  proposeMassIncidents,
  type RecentTicket,
} from '../../../src/domain/family/propose-mass-incidents.ts';

const minute = 60_000;
const now = 1_000 * minute;
const rule: MassRule = { tickets: 3, withinMs: 10 * minute, usual: () => 0 };

let made = 0;
function ticket(words: string, more: Partial<RecentTicket> = {}): RecentTicket {
  made += 1;
  const all = words.split(' ').filter((word) => word !== '');
  return {
    id: `t${String(made).padStart(4, '0')}`,
    createdAt: now - minute,
    customerId: null,
    town: '',
    tags: [],
    words: new Map(all.map((word) => [word, word])),
    named: new Set(all),
    ...more,
  };
}

const grounds = (tickets: readonly RecentTicket[], own: Partial<MassRule> = {}) =>
  proposeMassIncidents(tickets, now, { ...rule, ...own }).map(({ ground, ticketIds }) => ({
    ground,
    ticketIds,
  }));

describe('what looks like one cause', () => {
  test('is a topic that enough people name in time', () => {
    const three = [ticket('vpn gateway'), ticket('vpn'), ticket('vpn slow')];
    expect(grounds([...three, ticket('printer')])).toEqual([
      { ground: { kind: 'topic', words: ['vpn'] }, ticketIds: three.map(({ id }) => id) },
    ]);
    expect(grounds(three.slice(0, 2))).toEqual([]);
    expect(
      grounds([...three.slice(0, 2), ticket('vpn', { createdAt: now - 20 * minute })]),
    ).toEqual([]);
  });

  test('is not a word of every day, unless it comes far more often', () => {
    const three = [ticket('vpn'), ticket('vpn'), ticket('vpn')];
    expect(grounds(three, { usual: () => 2 })).toEqual([]);
    expect(grounds(three, { usual: () => 1 })).toHaveLength(1);
  });

  test('folds those behind one switch and leaves alone who only says the same', () => {
    const behind = ['', '', ''].map((words) => ticket(words, { tags: ['sw-12'] }));
    const others = [ticket(''), ticket('')];
    expect(grounds([...behind, ...others])).toEqual([
      { ground: { kind: 'tag', tag: 'sw-12' }, ticketIds: behind.map(({ id }) => id) },
    ]);
  });

  test('is one customer from whom many write, or one town of several customers', () => {
    const office = ['a', 'b', 'c'].map((words) => ticket(words, { customerId: 'romashka' }));
    expect(grounds(office)[0]?.ground).toEqual({ kind: 'customer', customerId: 'romashka' });
    const town = ['x', 'y', 'z'].map((id) => ticket(id, { customerId: id, town: 'Тула' }));
    const elsewhere = ticket('w', { customerId: 'w', town: 'Омск' });
    expect(grounds([...town, elsewhere])[0]?.ground).toEqual({ kind: 'town', town: 'Тула' });
    expect(grounds(town)).toEqual([]);
  });

  test('is told in the words of the first who said it', () => {
    const said = (word: string, createdAt: number) =>
      ticket('', { createdAt, words: new Map([['vpn', word]]), named: new Set(['vpn']) });
    const three = [said('впн', now - 2), said('VPN', now - 3), said('впн', now - 1)];
    expect(grounds(three)[0]?.ground).toEqual({ kind: 'topic', words: ['VPN'] });
  });
});

test('no ticket stands in two proposals, and each proposal is as big as the desk asks', () => {
  const words = fc.array(fc.constantFrom('vpn', 'mail', 'disk', 'door'), { maxLength: 3 });
  const anybody = fc.record({
    words,
    customerId: fc.constantFrom(null, 'a', 'b'),
    town: fc.constantFrom('', 'Тула', 'Омск'),
    tags: fc.subarray(['sw-1', 'sw-2']),
    age: fc.nat(15),
  });
  fc.assert(
    fc.property(fc.array(anybody, { maxLength: 20 }), (people) => {
      const tickets = people.map(({ words: said, age, ...more }) =>
        ticket(said.join(' '), { ...more, createdAt: now - age * minute }),
      );
      const found = proposeMassIncidents(tickets, now, rule);
      const ids = found.flatMap(({ ticketIds }) => ticketIds);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { ticketIds } of found) {
        expect(ticketIds.length).toBeGreaterThanOrEqual(rule.tickets);
        for (const id of ticketIds) {
          const age = now - (tickets.find((one) => one.id === id)?.createdAt ?? 0);
          expect(age).toBeLessThan(rule.withinMs);
        }
      }
    }),
  );
});
