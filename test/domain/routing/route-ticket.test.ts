import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Load, RoutingWorld } from '../../../src/domain/routing/find-assignee.ts';
import { appliedRoute, type Route, routeTicket } from '../../../src/domain/routing/route-ticket.ts';
import type { RoutingFacts } from '../../../src/domain/routing/rule-miss.ts';
import { type RoutingRule, routingStrategies } from '../../../src/domain/routing-rule.ts';
import { channels, kinds, priorities } from '../../../src/domain/vocabulary.ts';
import { must } from '../../../src/util/must.ts';
import { nightDesk, romashka, rule, team } from '../../support/night-desk.ts';

const office = Date.parse('2026-11-18T14:00:00+03:00');
const night = Date.parse('2026-11-18T23:00:00+03:00');
const saturday = Date.parse('2026-11-21T12:00:00+03:00');

const letter: RoutingFacts = {
  kind: 'incident',
  priority: 'P3',
  channel: 'mail',
  audience: 'customer',
  line: '1',
  tags: [],
  customer: romashka(),
  contactId: null,
  says: (phrase) => phrase === 'vpn',
};

interface Hour {
  readonly at?: number;
  readonly loads?: Readonly<Record<string, Load>>;
  readonly previous?: string;
}

function world(rules: readonly RoutingRule[], { at = office, loads = {}, previous }: Hour = {}) {
  return {
    desk: nightDesk({ routing: rules }),
    people: team,
    at,
    loadOf: (id: string) => loads[id] ?? { open: 0, busyAt: null },
    previousAssignee: () => previous ?? null,
  } satisfies RoutingWorld;
}

function given(rules: readonly RoutingRule[], hour: Hour = {}): string {
  const { assignee, strategy } = routeTicket(letter, world(rules, hour));
  return `${assignee?.login ?? 'nobody'} by ${strategy ?? 'nothing'}`;
}

describe('rules', () => {
  test('the first one that fits holds; the others are told with the first thing that failed', () => {
    const rules = [
      rule('visits', { when: { kinds: ['visit'], channels: ['web'] } }),
      rule('vpn', { when: { words: ['vpn'] }, line: '2', priority: 'P2', addTags: ['vpn'] }),
      rule('gold', { when: { levels: ['gold'] }, line: '3' }),
      rule('moscow', { when: { towns: ['Москва'] } }),
    ];
    const route = routeTicket(letter, world(rules));
    expect(route).toMatchObject({ line: '2', priority: 'P2', tags: ['vpn'], assignee: null });
    const told = route.rules.map((one) => [one.rule.code, one.hasFired, one.miss?.condition]);
    expect(told).toEqual([
      ['visits', false, 'kinds'],
      ['vpn', true, undefined],
      ['gold', false, undefined],
      ['moscow', false, 'towns'],
    ]);
    expect(route.rules[3]?.miss).toEqual({ condition: 'towns', wanted: ['Москва'], got: 'Казань' });
  });

  test('a desk without rules leaves a ticket where it is', () => {
    const route = routeTicket(letter, world([]));
    expect(route).toMatchObject({ rule: null, line: '1', priority: 'P3', tags: [] });
    expect(appliedRoute(route, { line: false, priority: false, assignee: false })).toBeNull();
  });

  test.each([
    [{ inside: 'office' }, office, true],
    [{ inside: 'office' }, night, false],
    [{ outside: 'office' }, night, true],
    [{ outside: 'office' }, office, false],
    [{ towns: ['казань'] }, office, true],
    [{ customers: ['РОМАШКА'] }, office, true],
    [{ customers: ['Лютик'] }, office, false],
    [{ words: ['printer', 'vpn'] }, office, true],
    [{ audience: 'internal' as const }, office, false],
    [{ tags: ['vip'] }, office, false],
  ])('%j', (when, at, fits) => {
    expect(routeTicket(letter, world([rule('it', { when })], { at })).rule !== null).toBe(fits);
  });

  test('a town is found in an address', () => {
    const when = { towns: ['Казань'] };
    for (const city of ['г. Казань', 'Казань, Баумана 5', 'город Казань']) {
      const facts = { ...letter, customer: romashka({ city }) };
      expect(routeTicket(facts, world([rule('it', { when })])).rule?.code).toBe('it');
    }
    const facts = { ...letter, customer: romashka({ city: 'Казанское' }) };
    expect(routeTicket(facts, world([rule('it', { when })])).rule).toBeNull();
  });
});

describe('strategies', () => {
  const personalFirst = [
    rule('all', { assign: ['personal-engineer', 'duty', 'night-pool', 'least-loaded'] }),
  ];

  test('business hours: the personal engineer; weekend: duty; night: the pool', () => {
    expect(given(personalFirst)).toBe('vera by personal-engineer');
    expect(given(personalFirst, { at: saturday })).toBe('boris by duty');
    expect(given(personalFirst, { at: night })).toBe('dina by night-pool');
  });

  test('a weekend belongs to its roster, also where a line is open every day', () => {
    const day = [['09:00', '18:00'] as const];
    const here = world(personalFirst, { at: saturday });
    const calendars = here.desk.calendars.map((one) =>
      one.code === 'office' && one.week !== 'always'
        ? { ...one, week: { ...one.week, sat: day, sun: day } }
        : one,
    );
    const daily = { ...here, desk: { ...here.desk, calendars } };
    expect(routeTicket(letter, daily).assignee?.login).toBe('boris');
    const line = [rule('line', { line: '2', assign: ['least-loaded'], skills: [] })];
    const busy = { ...daily, desk: { ...daily.desk, routing: line } };
    expect(routeTicket(letter, busy).strategy).toBe('least-loaded');
  });

  test('each one that gave nobody says why', () => {
    const { strategies } = routeTicket(letter, world(personalFirst, { at: night }));
    expect(strategies.map(({ strategy, outcome, detail }) => [strategy, outcome, detail])).toEqual([
      ['personal-engineer', 'not-at-work', 'vera'],
      ['duty', 'no-duty-now', null],
      ['night-pool', 'gave', null],
      ['least-loaded', 'not-needed', null],
    ]);
  });

  test('the least loaded of the line; among equals the longest idle, then by name', () => {
    const rules = [rule('all', { line: '2', assign: ['least-loaded'] })];
    expect(given(rules)).toBe('boris by least-loaded');
    const loads = { boris: { open: 3, busyAt: 1 }, vera: { open: 2, busyAt: 9 } };
    expect(given(rules, { loads })).toBe('vera by least-loaded');
    const even = { boris: { open: 2, busyAt: 9 }, vera: { open: 2, busyAt: 5 } };
    expect(given(rules, { loads: even })).toBe('vera by least-loaded');
    expect(given(rules, { at: night })).toBe('nobody by nothing');
  });

  test('whoever had this contact before, unless they are at home', () => {
    const rules = [rule('all', { assign: ['previous-assignee'] })];
    expect(given(rules, { previous: 'boris' })).toBe('boris by previous-assignee');
    expect(given(rules, { previous: 'boris', at: night })).toBe('nobody by nothing');
    expect(given(rules, { previous: 'gleb', at: night })).toBe('gleb by previous-assignee');
    expect(given(rules)).toBe('nobody by nothing');
  });

  test('whoever can do all that is needed', () => {
    const skilled = (skills: readonly string[]) => [
      rule('all', { line: '2', assign: ['skills'], skills }),
    ];
    expect(given(skilled(['vpn']))).toBe('boris by skills');
    expect(given(skilled(['vpn', 'sql']))).toBe('vera by skills');
    expect(given(skilled(['oracle']))).toBe('nobody by nothing');
  });

  test('a customer without a personal engineer goes on to the next one', () => {
    const facts = { ...letter, customer: null };
    const { strategies } = routeTicket(facts, world(personalFirst));
    expect(strategies[0]?.outcome).toBe('no-personal-engineer');
  });
});

test('what a person chose stays', () => {
  const rules = [
    rule('all', { line: '2', priority: 'P1', addTags: ['x'], assign: ['least-loaded'] }),
  ];
  const route = routeTicket(letter, world(rules));
  expect(appliedRoute(route, { line: true, priority: true, assignee: true })).toEqual({
    rule: 'all',
    strategy: null,
    line: undefined,
    priority: undefined,
    addTags: ['x'],
    assigneeId: null,
  });
});

const some = <Value>(values: readonly Value[]) =>
  fc.option(fc.subarray([...values], { minLength: 1 }));
const anyRule = fc.record({
  kinds: some(kinds),
  channels: some(channels),
  priorities: some(priorities),
  outside: fc.option(fc.constant('office')),
  line: fc.option(fc.constantFrom('1', '2')),
  assign: fc.subarray([...routingStrategies]),
  skills: fc.subarray(['vpn', 'sql', 'oracle']),
});
const anyRules = fc.array(anyRule, { maxLength: 5 }).map((made) =>
  made.map(({ kinds: k, channels: c, priorities: p, outside, ...rest }, n) => {
    const when = { kinds: k, channels: c, priorities: p, outside };
    const given = Object.entries(when).filter(([, value]) => value !== null);
    return rule(`r${n}`, { ...rest, when: Object.fromEntries(given) });
  }),
);
const anyLoads = fc.dictionary(
  fc.constantFrom(...team.map(({ id }) => id)),
  fc.record({ open: fc.nat(5), busyAt: fc.option(fc.nat(5)) }),
);
const anyHour = fc.record({
  at: fc.integer({ min: office, max: office + 14 * 86_400_000 }),
  loads: anyLoads,
  previous: fc.constantFrom('vera', 'gone', 'robot', 'trainee', 'gleb'),
});

test('a route is the same however often and in whatever order of people, and stays in the desk', () => {
  const facts = fc.record({
    kind: fc.constantFrom(...kinds),
    channel: fc.constantFrom(...channels),
    engineer: fc.constantFrom('vera', 'gone', 'robot'),
  });
  const property = fc.property(anyRules, anyHour, facts, (rules, hour, { engineer, ...more }) => {
    const customer = romashka({ personalEngineerId: engineer });
    const asked = { ...letter, ...more, customer };
    const here = world(rules, hour);
    const first = routeTicket(asked, here);
    const again = routeTicket(asked, { ...here, people: team.toReversed() });
    const told = ({ rule: fired, line, assignee, strategy }: Route) =>
      [fired?.code, line, assignee?.login, strategy].join(' ');
    expect(told(again)).toBe(told(first));
    if (first.assignee === null) return;
    const { role } = must(
      team.find(({ id }) => id === first.assignee?.id),
      'somebody of the desk',
    );
    expect(['engineer', 'lead', 'team-lead', 'head']).toContain(role);
    expect(first.strategies.filter(({ person }) => person !== null)).toHaveLength(1);
  });
  fc.assert(property);
});
