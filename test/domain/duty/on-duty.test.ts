import { describe, expect, test } from 'vitest';
import {
  headOf,
  isAtWork,
  isAvailable,
  isOfficeOpen,
  onDuty,
  rosterOf,
  seniorOnDuty,
  teamLeadOf,
} from '../../../src/domain/duty/on-duty.ts';
import { isOpenAt } from '../../../src/domain/duty/open-hours.ts';
import { must } from '../../../src/util/must.ts';
import { shippedDesk } from '../../support/domain.ts';
import { member, nightDesk, romashka, team } from '../../support/night-desk.ts';

const desk = nightDesk();

/** Moscow time. */
function at(local: string): number {
  return Date.parse(`${local}:00+03:00`);
}

function whoIsOn(local: string): string[] {
  return onDuty(desk, team, at(local)).map(({ duty, people }) => {
    return `${duty.code}: ${people.map(({ name }) => name).join(', ')}`;
  });
}

describe('who is on duty', () => {
  test('in the office nobody but the senior', () => {
    expect(whoIsOn('2026-11-18T14:00')).toEqual(['seniors: lead']);
  });

  test('at night the pool, from the minute the office closes until it opens', () => {
    expect(whoIsOn('2026-11-18T17:59')).toEqual(['seniors: lead']);
    expect(whoIsOn('2026-11-18T18:00')).toEqual(['nights: gleb, dina']);
    expect(whoIsOn('2026-11-19T08:59')).toEqual(['nights: gleb, dina']);
    expect(whoIsOn('2026-11-19T09:00')).toEqual(['seniors: lead']);
  });

  test('at weekends one of them, by turns of a week, also before the turns were written down', () => {
    expect(whoIsOn('2026-11-07T12:00')).toEqual(['weekends: boris']);
    expect(whoIsOn('2026-11-14T12:00')).toEqual(['weekends: vera']);
    expect(whoIsOn('2026-11-21T12:00')).toEqual(['weekends: boris']);
    expect(whoIsOn('2026-10-31T12:00')).toEqual(['weekends: vera']);
  });

  test('a night that goes on over Monday belongs to whoever came on Sunday', () => {
    const night = [['00:00', '08:00'] as const, ['20:00', '24:00'] as const];
    const week = { sun: night, mon: night };
    const calendars = desk.calendars.map((one) => (one.code === 'nights' ? { ...one, week } : one));
    const [first] = desk.duties;
    const duties = [{ ...must(first, 'duty'), calendar: 'nights' }];
    const on = (local: string) =>
      onDuty({ ...desk, calendars, duties }, team, at(local))[0]?.people[0]?.name;
    expect(on('2026-11-08T23:00')).toBe('boris');
    expect(on('2026-11-09T07:59')).toBe('boris');
    expect(on('2026-11-09T08:00')).toBeUndefined();
    expect(on('2026-11-09T20:00')).toBe('vera');
  });

  test('somebody the roster names but the desk does not know is not there', () => {
    const few = team.filter(({ login }) => login !== 'gleb');
    expect(onDuty(desk, few, at('2026-11-18T23:00'))[0]?.people.map(({ name }) => name)).toEqual([
      'dina',
    ]);
  });

  test('a duty without names is everybody of its role', () => {
    const duties = desk.duties.map((duty) => ({ ...duty, people: [], rotation: null }));
    const [now] = onDuty({ ...desk, duties }, team, at('2026-11-18T23:00'));
    expect(now?.people.map(({ name }) => name)).toEqual(['boris', 'dina', 'gleb', 'vera']);
  });
});

describe('who decides', () => {
  test('the senior of the roster, and at night whoever leads', () => {
    const people = [...team, member('Ада', { role: 'lead' })];
    expect(seniorOnDuty(desk, people, at('2026-11-18T14:00'))?.login).toBe('lead');
    expect(seniorOnDuty(desk, people, at('2026-11-18T23:00'))?.login).toBe('lead');
    expect(seniorOnDuty(desk, [member('anya')], at('2026-11-18T23:00'))).toBeNull();
  });

  test('one head; the lead of the module of a customer', () => {
    expect(headOf(team)?.login).toBe('head');
    const people = [...team, member('other', { role: 'team-lead', team: 'banks' })];
    expect(teamLeadOf(romashka({ team: 'banks' }), people)?.login).toBe('other');
    expect(teamLeadOf(romashka({ team: 'banks', teamLeadId: 'module' }), people)?.login).toBe(
      'module',
    );
    const engineer = member('vera', { team: 'retail' });
    expect(teamLeadOf(romashka(), [...people.slice(2), engineer])?.login).toBe('module');
    expect(teamLeadOf(romashka(), people)).toBeNull();
    expect(teamLeadOf(null, team)?.login).toBe('module');
  });
});

test('what a pack says of its people stands in for what their records do not say', () => {
  const pack = {
    login: 'boris',
    name: 'Борис',
    role: 'engineer',
    line: '2',
    gender: null,
    skills: ['sql'],
    phone: '+7 1',
    timeZone: 'Asia/Omsk',
    team: null,
  } as const;
  const [boris] = rosterOf({ ...desk, people: [pack] }, team);
  expect(boris).toMatchObject({
    name: 'boris',
    skills: ['vpn'],
    phone: '+7 900 000-00-01',
    timeZone: 'Asia/Omsk',
  });
});

describe('the hours of the office', () => {
  test('are those by which seniors are there', () => {
    expect(isOfficeOpen(desk, at('2026-11-18T14:00'))).toBe(true);
    expect(isOfficeOpen(desk, at('2026-11-18T18:00'))).toBe(false);
    expect(isOfficeOpen(desk, at('2026-11-21T14:00'))).toBe(false);
  });

  test('are those of the first calendar of days where none is in use', () => {
    const unused = { ...desk, duties: [] };
    expect(isOfficeOpen(unused, at('2026-11-18T14:00'))).toBe(true);
    expect(isOfficeOpen(unused, at('2026-11-18T18:00'))).toBe(false);
  });

  test('bind nobody of a line at a desk without a roster, but their own customers know them', () => {
    const vera = { person: must(team[1], 'vera'), at: at('2026-11-18T23:00') };
    expect(isAtWork({ ...desk, duties: [] }, team, vera)).toBe(true);
    expect(isAvailable({ ...desk, duties: [] }, team, vera)).toBe(false);
    expect(isAtWork(desk, team, vera)).toBe(false);
  });

  test('never end without a weekly calendar', () => {
    const calendars = shippedDesk().calendars.filter(({ week }) => week === 'always');
    expect(isOfficeOpen({ ...shippedDesk(), calendars }, at('2026-11-21T03:00'))).toBe(true);
  });

  test('a holiday is closed and a moved day open', () => {
    const office = must(desk.calendars[1], 'office');
    const moved = {
      ...office,
      holidays: ['2026-11-18'],
      overrides: { '2026-11-21': [['10:00', '12:00'] as const] },
    };
    expect(isOpenAt(moved, at('2026-11-18T14:00'))).toBe(false);
    expect(isOpenAt(moved, at('2026-11-21T11:59'))).toBe(true);
    expect(isOpenAt(moved, at('2026-11-21T12:00'))).toBe(false);
  });
});
