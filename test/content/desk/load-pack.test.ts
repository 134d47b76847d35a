import { describe, expect, it } from 'vitest';
import { type LoadedPack, loadPack } from '../../../src/content/desk/load-pack.ts';
import { readCalendar } from '../../../src/domain/calendar.ts';
import { permissions } from '../../../src/domain/permission.ts';
import { createWorkingTime } from '../../../src/domain/working-time.ts';
import { must } from '../../../src/util/must.ts';
import { bankPack, defaultPack, PackFolder } from '../../support/pack-folder.ts';

function deskOf(loaded: LoadedPack) {
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.pack.desk;
}

const usual = deskOf(loadPack([defaultPack]));
const bank = deskOf(loadPack([bankPack, defaultPack]));

describe('the shipped pack', () => {
  it('shows four kinds and names all of them', () => {
    const shown = usual.kinds.filter(({ isOn }) => isOn).map(({ code }) => code);
    expect(shown).toEqual(['incident', 'request', 'task', 'defect']);
    expect(usual.kinds).toHaveLength(10);
  });

  it('asks two questions for a priority', () => {
    const matrix = must(usual.priorityMatrix, 'matrix');
    expect([matrix.impacts.length, matrix.urgencies.length]).toEqual([4, 4]);
    expect([matrix.table[0]?.[0], matrix.table[3]?.[3]]).toEqual(['P4', 'P1']);
  });

  it('turns nothing on that a desk has to want: spending, closing by itself, works, rules', () => {
    const { spending, autoConfirm, works, routing, duties, people, riskClasses } = usual;
    expect([spending, autoConfirm]).toEqual([null, null]);
    expect([works, routing, duties, people, riskClasses].flat()).toEqual([]);
    expect(usual.kinds.some(({ hasStages, risk }) => hasStages || risk !== null)).toBe(false);
  });

  it('asks nothing of an incident or a request, and everything of a task', () => {
    const needed = (code: string) =>
      must(
        usual.kinds.find((kind) => kind.code === code),
        code,
      )
        .fields.filter(({ needed: at }) => at !== 'never')
        .map((field) => field.code);
    expect([needed('incident'), needed('request')]).toEqual([[], []]);
    const asked = ['requester', 'executor', 'planned', 'deadline', 'department'];
    expect(needed('task')).toEqual(asked);
    expect(needed('defect')).toEqual(['expected', 'actual', 'steps', 'release', 'words']);
  });

  it('says of every permission who has it', () => {
    expect(Object.keys(usual.permissions).toSorted()).toEqual([...permissions].toSorted());
  });
});

describe('the pack of a bank', () => {
  it('has words, lines and kinds of its own', () => {
    expect(bank.ticketWord.ru).toBe('заявка');
    expect(bank.lines.map(({ code }) => code)).toEqual(['1', '2', '3', '4', 'vendor']);
    expect(bank.lines.map(({ talksToCustomer }) => talksToCustomer)).toEqual([
      ...['yes', 'via', 'no', 'no', 'no'],
    ]);
    expect(bank.kinds.every(({ isOn }) => isOn)).toBe(true);
    const same = bank.statuses.filter(({ code, name }) =>
      usual.statuses.some((one) => one.code === code && one.name.ru === name.ru),
    );
    expect(same).toEqual([]);
  });

  it('turns on what the usual one leaves off', () => {
    expect(bank.spending).toEqual({ limit: 500, currency: 'USD' });
    expect(bank.autoConfirm).toEqual({ afterMs: 72 * 3_600_000, warnBeforeMs: 24 * 3_600_000 });
    const change = must(
      bank.kinds.find(({ code }) => code === 'change'),
      'change',
    );
    expect([change.hasStages, change.risk]).toEqual([true, 'integration']);
    const strategies = bank.routing.flatMap(({ assign }) => assign);
    expect(new Set(strategies).size).toBe(6);
    expect([bank.works.length, bank.ladders.length, bank.duties.length]).toEqual([2, 4, 4]);
  });

  it('names people who are seen to be made up', () => {
    expect(bank.people.length).toBeGreaterThan(10);
    expect(bank.people.every(({ name }) => name.startsWith('Демо '))).toBe(true);
  });
});

describe('the production calendar of Russia', () => {
  const calendar = must(
    usual.calendars.find(({ code }) => code === 'business'),
    'calendar',
  );
  const { timeZone, week, holidays, overrides } = calendar;
  const read = readCalendar({ timeZone, week: week === 'always' ? {} : week, holidays, overrides });
  if (!read.ok) throw new Error('the calendar does not hold together');
  const time = createWorkingTime(read.value);
  const at = (text: string) => Date.parse(`${text}+03:00`);
  const hours = (from: string, to: string) =>
    time.elapsed(at(`${from}T00:00`), at(`${to}T00:00`), []) / 60;

  it('has 247 working days in 2026, four of them an hour shorter', () => {
    expect(hours('2026-01-01', '2027-01-01')).toBe(247 * 12 - 4);
  });

  it('rests from 31 December 2025 to 11 January 2026, as the decree moved the days', () => {
    expect(hours('2026-01-01', '2026-01-12')).toBe(0);
    expect(hours('2026-01-12', '2026-01-13')).toBe(12);
    expect(hours('2026-12-31', '2027-01-09')).toBe(0);
  });

  it.each([
    ['2026-04-30', 11],
    ['2026-05-08', 11],
    ['2026-05-11', 0],
    ['2026-06-11', 11],
    ['2026-11-03', 11],
    ['2026-11-04', 0],
    ['2027-05-03', 0],
    ['2027-06-14', 0],
    ['2027-12-31', 11],
  ])('on %s works %i hours', (day, expected) => {
    const next = new Date(Date.parse(`${day}T00:00Z`) + 86_400_000).toISOString().slice(0, 10);
    expect(hours(day, next)).toBe(expected);
  });
});

describe('a pack that has some of the files', () => {
  it('takes the others from the shipped one', () => {
    using pack = new PackFolder().write('priorities.yaml', '- {code: P1, name: {ru: а, en: a}}\n');
    const loaded = loadPack([pack.path, defaultPack]);
    expect(loaded.ok).toBe(false);
    pack.change('priorities.yaml', '\n', '\n- {code: P2, name: {ru: б, en: b}}\n');
    pack.write(
      'priorities.yaml',
      ['P1', 'P2', 'P3', 'P4'].map((code) => `- {code: ${code}, name: {ru: я, en: z}}\n`).join(''),
    );
    const desk = deskOf(loadPack([pack.path, defaultPack]));
    expect(desk.priorities.map(({ name }) => name.ru)).toEqual(['я', 'я', 'я', 'я']);
    expect(desk.lines).toEqual(usual.lines);
  });

  it('reads policies as they were written before there were conditions', () => {
    using pack = new PackFolder().write(
      'policies.yaml',
      `- code: default
  name: {ru: Обычный, en: Standard}
  calendar: always
  firstAnswer: {default: 24h, chat: 2m}
  resolve: {P1: 4h, P2: 8h, P3: 3d, P4: 5d}
  statusUpdate: 48h
  warnBefore: 40m
`,
    );
    const [policy] = deskOf(loadPack([pack.path, defaultPack])).policies;
    expect(policy).toMatchObject({
      when: {},
      firstAnswer: { default: 86_400_000, chat: 120_000 },
      reply: { default: null },
      resolve: { default: null, P1: 14_400_000 },
      amber: { ms: 2_400_000 },
      red: { ms: 600_000 },
    });
  });
});
