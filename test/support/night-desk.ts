import type { DeskConfig } from '../../src/domain/desk-config.ts';
import type { Duty, EscalationLadder } from '../../src/domain/desk-people.ts';
import type { Customer, Person } from '../../src/domain/person.ts';
import type { RoutingRule } from '../../src/domain/routing-rule.ts';
import { shippedDesk, somebody } from './domain.ts';

const name = (text: string) => ({ ru: text, en: text });
const zone = 'Europe/Moscow';
const hours = { holidays: [], overrides: {}, timeZone: zone };
const days = (from: string, to: string) => {
  const day = [[from, to] as const];
  return { mon: day, tue: day, wed: day, thu: day, fri: day };
};
const allDay = [['00:00', '24:00'] as const];
const night = [['00:00', '09:00'] as const, ['18:00', '24:00'] as const];
const nights = { mon: night, tue: night, wed: night, thu: night, fri: night };

function duty(code: string, role: Duty['role'], more: Partial<Duty>): Duty {
  return { code, name: name(code), role, calendar: 'always', people: [], rotation: null, ...more };
}

/** A rule that fits every ticket unless said otherwise. */
export function rule(code: string, more: Partial<RoutingRule> = {}): RoutingRule {
  const nothing = { line: null, priority: null, addTags: [], assign: [], skills: [] } as const;
  return { code, name: name(code), when: {}, ...nothing, ...more };
}

const ladders: readonly EscalationLadder[] = [
  {
    code: 'night',
    name: name('Ночь'),
    when: {},
    steps: [
      { target: { duty: 'nights' }, means: 'call', waitMs: 300_000 },
      { target: { personalEngineer: true }, means: 'call', waitMs: 600_000 },
    ],
    next: 'heads',
  },
  {
    code: 'heads',
    name: name('Руководство'),
    when: { priorities: ['P1'] },
    steps: [
      { target: { role: 'lead' }, means: 'call', waitMs: 300_000 },
      { target: { role: 'team-lead' }, means: 'chat', waitMs: 300_000 },
      { target: { role: 'head' }, means: 'call', waitMs: 0 },
    ],
    next: null,
  },
];

/**
 * A desk of weekdays from 9 to 18 in Moscow, a night pool, one engineer at weekends by turns of a
 * week from Monday, 2 November 2026, and a ladder for the night.
 */
export function nightDesk(more: Partial<DeskConfig> = {}): DeskConfig {
  return {
    ...shippedDesk(),
    calendars: [
      { code: 'always', name: name('всегда'), week: 'always', ...hours },
      { code: 'office', name: name('дни'), week: days('09:00', '18:00'), ...hours },
      { code: 'weekend', name: name('выходные'), week: { sat: allDay, sun: allDay }, ...hours },
      { code: 'nights', name: name('ночи'), week: nights, ...hours },
    ],
    duties: [
      duty('weekends', 'duty', {
        calendar: 'weekend',
        people: ['boris', 'vera'],
        rotation: '2026-11-02',
      }),
      duty('nights', 'night', { calendar: 'nights', people: ['gleb', 'dina'] }),
      duty('seniors', 'senior', { calendar: 'office', people: ['lead'] }),
    ],
    people: [],
    ladders,
    routing: [],
    ...more,
  };
}

/** Somebody of that desk: the login is also the id. */
export function member(login: string, more: Partial<Person> = {}): Person {
  return somebody({ id: login, login, name: login, ...more });
}

/** Everybody of that desk. */
export const team: readonly Person[] = [
  member('boris', { line: '2', skills: ['vpn'], phone: '+7 900 000-00-01' }),
  member('vera', { line: '2', skills: ['vpn', 'sql'] }),
  member('gleb', { line: '1', phone: '+7 900 000-00-03', timeZone: 'Asia/Vladivostok' }),
  member('dina', { line: '1' }),
  member('lead', { role: 'lead', line: '1' }),
  member('module', { role: 'team-lead', team: 'retail' }),
  member('head', { role: 'head' }),
  member('trainee', { role: 'hire', line: '2' }),
  member('robot', { role: 'connector', line: '2' }),
];

/** A customer that the desk knows well. */
export function romashka(more: Partial<Customer> = {}): Customer {
  return {
    id: 'romashka',
    name: 'Ромашка',
    about: '',
    city: 'Казань',
    timeZone: null,
    level: 'gold',
    peculiarity: '',
    mailDomain: 'romashka.example',
    personalEngineerId: 'vera',
    isDemo: false,
    ...more,
  };
}
