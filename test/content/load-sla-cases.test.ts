import { expect, test } from 'vitest';
import { loadSlaCases } from '../../src/content/load-sla-cases.ts';
import { sla as en } from '../../src/i18n/en/sla.ts';

const calendar = { timeZone: 'Europe/Moscow', week: { mon: [['09:00', '18:00']] } };
const worked = {
  ...{ id: 'one', kind: 'deadline', calendar: 'desk', minutes: 60 },
  ...{ start: '2026-04-13T07:00:00Z', expect: { earliest: '2026-04-13T08:00:00Z' } },
};

/** What is said about a file, `cases[0].start no-instant`. */
function told(file: unknown): string[] {
  const loaded = loadSlaCases(JSON.stringify(file));
  return loaded.ok ? [] : loaded.problem.map(({ path, code }) => `${path} ${code}`.trim());
}

function toldOfCase(more: object): string[] {
  return told({ calendars: { desk: calendar }, cases: [{ ...worked, ...more }] });
}

test('what a file may leave out is filled in', () => {
  expect(toldOfCase({})).toEqual([]);
});

test('a byte order mark is no part of JSON', () => {
  expect(loadSlaCases('\uFEFF{"calendars": {}, "cases": []}').ok).toBe(true);
});

test.each([
  [[], ['no-object']],
  [null, ['no-object']],
  [{}, ['calendars missing', 'cases missing']],
  [{ calendars: {}, cases: {} }, ['cases no-array']],
  [{ calendars: { 'a b': 5 }, cases: [] }, ['calendars["a b"] no-object']],
  [{ format: 'sla-cases/2', calendars: {}, cases: [] }, ['format not-one-of']],
  [
    { calendars: { a: { ...calendar, week: { mon: ['09:00'] } } }, cases: [{}] },
    ['cases[0].kind missing', 'calendars.a.week.mon[0] no-pair'],
  ],
])('a file like %j', (file, problems) => {
  expect(told(file)).toEqual(problems);
});

test.each([
  [{ start: '2026-04-13T07:00:00' }, 'cases[0].start no-instant'],
  [{ start: '2026-04-13T10:00:00+03:00' }, 'cases[0].start no-instant'],
  [{ start: '2026-02-29T07:00:00Z' }, 'cases[0].start no-instant'],
  [{ start: 5 }, 'cases[0].start no-string'],
  [{ minutes: -1 }, 'cases[0].minutes negative'],
  [{ minutes: null }, 'cases[0].minutes no-number'],
  [{ pauses: [['2026-04-13T07:00:00Z']] }, 'cases[0].pauses[0] no-pair'],
  [{ expect: { earliest: 60 } }, 'cases[0].expect.earliest no-string'],
  [{ calendar: 'toString' }, 'cases[0].calendar calendar-missing'],
])('a case with %j', (more, problem) => {
  expect(toldOfCase(more)).toEqual([problem]);
});

test('every problem of a value shows the value', () => {
  const loaded = loadSlaCases(JSON.stringify({ calendars: 'x'.repeat(500), cases: [] }));
  expect(loaded.ok ? [] : loaded.problem).toEqual([
    { code: 'no-object', path: 'calendars', params: { value: `"${'x'.repeat(79)}` } },
  ]);
  expect(en.problems['no-object']).toContain('{value}');
});
