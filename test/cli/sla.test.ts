import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CliDesk } from './cli-desk.ts';

let desk: CliDesk;
beforeEach(() => {
  desk = new CliDesk();
});
afterEach(() => desk.close());

const calendars = {
  'msk-5x9': { timeZone: 'Europe/Moscow', week: { tue: [['09:00', '18:00']] }, holidays: [] },
};
const deadline = {
  id: 'to-closing',
  kind: 'deadline',
  calendar: 'msk-5x9',
  start: '2026-04-14T14:00:00Z',
  minutes: 60,
  pauses: [],
  expect: { earliest: '2026-04-14T15:00:00Z', latest: '2026-04-21T06:00:00Z' },
};
const elapsed = {
  id: 'morning',
  kind: 'elapsed',
  calendar: 'msk-5x9',
  from: '2026-04-14T07:00:00Z',
  to: '2026-04-14T09:15:00Z',
  pauses: [['2026-04-14T08:00:00Z', '2026-04-14T08:15:00Z']],
  expect: { minutes: 120 },
};
const remaining = {
  ...{ id: 'waiting', kind: 'remaining', calendar: 'msk-5x9', minutes: 90 },
  ...{ start: '2026-04-14T07:00:00Z', asOf: '2026-04-14T12:00:00Z' },
  pauses: [['2026-04-14T08:00:00Z', null]],
  expect: { remaining: 30 },
};
const ticket = {
  ...{ id: 'asked', kind: 'ticket', calendar: 'msk-5x9', sla: { reply: 60, solution: null } },
  createdAt: '2026-04-14T07:00:00Z',
  stateLog: [{ at: '2026-04-14T07:00:00Z', state: 'new' }],
  contacts: [{ at: '2026-04-14T07:00:00Z', by: 'customer' }],
  ...{ firstResponseAt: null, closedAt: null },
  expect: { updateDue: '2026-04-14T08:00:00Z', nextDue: '2026-04-14T08:00:00Z', closeMin: null },
};
const cases = [deadline, elapsed, remaining, ticket];

function file(more: object): string {
  const path = join(desk.folder, 'cases.json');
  writeFileSync(path, JSON.stringify({ format: 'sla-cases/1', calendars, cases, ...more }));
  return path;
}

async function check(more: object) {
  const ran = await desk.run(['sla', 'check', file(more), '--json']);
  return { code: ran.code, ...JSON.parse(ran.out) };
}

describe('smena sla check', () => {
  it('works out every kind of case', async () => {
    expect(await check({})).toEqual({
      ...{ code: 0, total: 4, passed: 4, failed: 0, skipped: 0 },
      ...{ failures: [], refused: [] },
    });
    const { out } = await desk.run(['sla', 'check', file({}), '--lang', 'en']);
    expect(out).toBe('Cases: 4, passed: 4, failed: 0, skipped: 0.\n');
  });

  it('names every value that came out otherwise', async () => {
    const late = { ...deadline, expect: { earliest: '2026-04-21T06:00:00Z' } };
    const wrong = { ...ticket, expect: { ...ticket.expect, closeMin: 5, closeMni: null } };
    const { code, failures, ...counts } = await check({ cases: [late, elapsed, wrong] });
    expect(counts).toMatchObject({ total: 3, passed: 1, failed: 2, skipped: 0 });
    expect(failures).toEqual([
      {
        ...{ id: 'to-closing', key: 'earliest' },
        ...{ expected: '2026-04-21T06:00:00Z', got: '2026-04-14T15:00:00Z' },
      },
      { id: 'asked', key: 'closeMin', expected: 5, got: null },
      { id: 'asked', key: 'closeMni', expected: null, got: null },
    ]);
    expect(code).toBe(1);
    const { out } = await desk.run(['sla', 'check', file({ cases: [late] })]);
    expect(out).toMatch(/^to-closing earliest: .*2026-04-21T06:00:00Z.*2026-04-14T15:00:00Z\n/);
  });

  it('accepts another reading, and a difference that is allowed for', async () => {
    const expected = { earliest: '2026-04-14T15:01:00Z' };
    const near = { ...deadline, expect: expected, toleranceSec: 60 };
    const other = { ...deadline, expect: expected, alsoAccept: ['2026-04-14T15:00:00Z'] };
    const minutes = { ...elapsed, expect: { minutes: 121 }, toleranceSec: 60 };
    expect(await check({ cases: [near, other, minutes] })).toMatchObject({ code: 0, passed: 3 });
    const tooFar = { ...near, toleranceSec: 59 };
    expect(await check({ cases: [tooFar] })).toMatchObject({ code: 1, failed: 1 });
  });

  it('wants calendars that must be refused to be refused, each with a reason', async () => {
    const closed = { id: 'closed', week: {} };
    const night = { id: 'night', week: { mon: [['20:00', '08:00']] } };
    const fine = { id: 'fine', week: { mon: [['20:00', '24:00']] } };
    const refused = [
      { id: 'closed', reasons: [expect.any(String)] },
      { id: 'night', reasons: [expect.stringContaining('week.mon[0]')] },
    ];
    expect(await check({ invalidCalendars: [closed, night] })).toMatchObject({
      ...{ code: 0, total: 4, failed: 0, refused },
    });
    expect(await check({ invalidCalendars: [closed, night, fine] })).toMatchObject({
      ...{ code: 1, total: 5, passed: 4, failed: 1, refused },
      failures: [{ id: 'fine', key: 'calendar', expected: 'refused', got: 'accepted' }],
    });
  });

  it('tells everything that is wrong with a file at once, with its place', async () => {
    const path = file({
      calendars: { ...calendars, night: { timeZone: 'Mars', week: { mon: [['20:00', '08:00']] } } },
      cases: [
        { ...deadline, start: '2026-04-31T00:00:00Z', minutes: '60' },
        { ...elapsed, to: undefined },
        { ...remaining, pauses: [['2026-04-14T08:00:00Z', '2026-04-14T07:00:00Z']] },
        { ...ticket, sla: { reply: 60, update: 60 }, expect: {} },
        { id: 'odd', kind: 'guess' },
        { ...deadline, alsoAccept: [null] },
      ],
    });
    const { exit, code, message } = await desk.refused(['sla', 'check', path]);
    expect([exit, code]).toEqual([1, 'sla-cases-wrong']);
    const [first, ...places] = message.split('\n').map((line) => line.split(': ')[0]?.trim());
    expect(first).toContain('cases.json');
    expect(places).toEqual([
      ...['cases[0].start', 'cases[0].minutes', 'cases[1].to', 'cases[2].pauses[0]'],
      ...['cases[3].sla', 'cases[3].expect', 'cases[4].kind', 'cases[5].alsoAccept[0]'],
      ...['calendars.night.timeZone', 'calendars.night.week.mon[0]'],
    ]);
  });

  it('names a calendar that is not there, and where a file stops being JSON', async () => {
    const missing = await desk.refused(['sla', 'check', file({ calendars: {} })]);
    expect(missing.message).toContain('cases[0].calendar');
    expect(missing.message).toContain('msk-5x9');
    const path = file({});
    writeFileSync(path, '{\n  "cases": [,]\n}\n');
    const broken = await desk.refused(['sla', 'check', path, '--lang', 'en']);
    expect(broken.message).toContain('Line 2, column 13');
  });

  it('reads standard input, and says when there is no such file', async () => {
    const stdin = JSON.stringify({ calendars, cases });
    expect((await desk.run(['sla', 'check', '-'], { stdin })).code).toBe(0);
    expect(await desk.refused(['sla', 'check', '/nowhere.json'])).toMatchObject({
      ...{ exit: 1, code: 'file-not-found' },
    });
  });
});
