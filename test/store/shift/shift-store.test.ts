import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { executeShift } from '../../../src/app/shift/execute-shift.ts';
import { findShift } from '../../../src/app/shift/find-shift.ts';
import { logItem } from '../../../src/app/shift/log-shift.ts';
import { replayShift } from '../../../src/domain/shift/evolve-shift.ts';
import { day, hour, openTestDesk, type TestDesk } from '../../support/desk.ts';
import { dayShiftId } from '../../support/shift.ts';

let story: TestDesk;
beforeAll(async () => {
  story = await openTestDesk({ seat: { role: 'lead' } });
  for (const name of [
    '2026-11-17/20:00-08:00',
    '2026-11-18/08:00-20:00',
    '2026-11-18/20:00-08:00',
  ]) {
    const item = { kind: 'remark', text: name } as const;
    logItem(story.desk, item, findShift(story.desk, name));
  }
});
afterAll(() => story.close());

function plan(text: string, ...params: number[]): string {
  const rows = story.desk.store.sql.all<{ detail: string }>(
    `EXPLAIN QUERY PLAN ${text}`,
    ...params,
  );
  return rows.map(({ detail }) => detail).join('\n');
}

describe('the store of shifts', () => {
  it('lists what touches a stretch of time, and no more', () => {
    const now = story.clock.now();
    const kinds = (from: number, to: number) =>
      story.desk.shifts.list(from, to).map(({ id }) => id.split('/').slice(2).join(' '));
    expect(kinds(now - hour, now)).toEqual(['2026-11-18 08:00-20:00']);
    expect(kinds(now - 7 * hour, now + 7 * hour)).toHaveLength(3);
    expect(kinds(now + 30 * hour, now + 40 * hour)).toEqual([]);
  });

  it('knows the last one that is over, closed or submitted', () => {
    const { shifts } = story.desk;
    const now = story.clock.now();
    expect(shifts.lastDone(now)?.id).toContain('2026-11-17');
    expect(shifts.lastDone(now - 30 * hour)).toBeNull();
    executeShift(story.desk, dayShiftId, { type: 'close-shift' });
    expect(shifts.lastDone(now)?.id).toBe(dayShiftId);
    expect(shifts.open(now - day, now + day).map(({ id }) => id)).not.toContain(dayShiftId);
  });

  it('keeps a row that is the fold of its events, and writes it again from them', () => {
    const { shifts } = story.desk;
    const state = shifts.byId(dayShiftId);
    const again = replayShift(shifts.events(dayShiftId));
    expect(again).toEqual(state);
    shifts.remove(dayShiftId);
    expect(shifts.byId(dayShiftId)).toBeNull();
    if (again) shifts.keep(again);
    expect(shifts.byId(dayShiftId)).toEqual(state);
  });

  it('writes nothing when a rule refuses', () => {
    const { sql } = story.desk.store;
    const count = () => sql.get<{ n: number }>('SELECT count(*) AS n FROM event')?.n;
    const before = count();
    expect(executeShift(story.desk, 'shift/main/2026-11-18/1', { type: 'close-shift' }).ok).toBe(
      false,
    );
    expect(executeShift(story.desk, dayShiftId, { type: 'close-shift' }).ok).toBe(false);
    expect(count()).toBe(before);
  });

  it('counts the conversations of a stretch of time from an index', () => {
    const found = plan(
      `SELECT e.author_id, count(DISTINCT e.ticket_seq) FROM entry e
       WHERE e.visibility = 'public' AND e.kind IN ('message', 'call') AND e.at >= ? AND e.at < ?
         AND e.author_type = 'person' GROUP BY e.author_id`,
      0,
      1,
    );
    expect(found).toContain('USING INDEX entry_public (at>? AND at<?)');
  });
});
