import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { removeDemo } from '../../../src/app/demo/remove-demo.ts';
import { executePractice } from '../../../src/app/practice/execute-practice.ts';
import { recordLesson, recordRun } from '../../../src/app/practice/record-run.ts';
import { checkStore } from '../../../src/app/upkeep/check-store.ts';
import { replayPractice } from '../../../src/domain/practice/evolve-practice.ts';
import { practiceId } from '../../../src/domain/practice/practice-id.ts';
import { writeRecord } from '../../../src/store/people/record-rows.ts';
import { openTestDesk, type TestDesk } from '../../support/desk.ts';
import { exam, shyExam, vera, yuri } from '../../support/practice-record.ts';

let anya: TestDesk;
beforeEach(async () => {
  anya = await openTestDesk({ isContentRead: true });
  for (const person of [yuri, vera]) {
    writeRecord(anya.desk.store.sql, { type: 'person', person });
  }
});
afterEach(() => anya.close());

describe('a practice record on a workstation', () => {
  it('keeps a run with its replay, and waits for the server with it', () => {
    const { desk } = anya;
    expect(recordRun(desk, shyExam())).toMatchObject({ ok: true, value: { rev: 1 } });
    expect(recordRun(desk, shyExam())).toMatchObject({ ok: true, value: { rev: 1 } });
    expect(recordLesson(desk, { itemId: 'quiz', score: 9, max: 10 }).ok).toBe(true);
    const record = desk.practiceRecords.of(desk.me.id);
    expect(record.runs).toMatchObject([{ id: 'run-1', hasReplay: true, verdict: null }]);
    expect(desk.practiceRecords.replayOf(desk.me.id, 'run-1')).toBe('{"events":[]}');
    expect(replayPractice(desk.practiceRecords.events(record.id))).toEqual(record);
    const rows = desk.store.sql.all(
      `SELECT type, space, entity_id AS id FROM outbox WHERE entity_type = 'practice' ORDER BY seq`,
    );
    const about = { space: 'desk', id: practiceId(desk.me.id) };
    expect(rows).toEqual([
      { ...about, type: 'record-run' },
      { ...about, type: 'finish-lesson' },
    ]);
    expect(checkStore(desk, { deep: true }).checks.filter(({ ok }) => !ok)).toEqual([]);
  });

  it('leaves out a replay that is too long, never the score', () => {
    const { desk } = anya;
    expect(recordRun(desk, exam({ replay: 'x'.repeat(300_000) })).ok).toBe(true);
    expect(desk.practiceRecords.of(desk.me.id).runs).toMatchObject([
      { score: 80, hasReplay: false },
    ]);
    expect(desk.practiceRecords.replayOf(desk.me.id, 'run-1')).toBeNull();
  });

  it('a refusal writes nothing', () => {
    const { desk } = anya;
    expect(recordRun(desk, exam({ score: 99 }))).toMatchObject({
      problem: { code: 'run-unsound' },
    });
    const judge = { type: 'judge-run', runId: 'run-1', isPassed: true, reason: 'да' } as const;
    expect(executePractice({ ...desk, me: yuri }, 'nobody', judge)).toMatchObject({
      problem: { code: 'learner-unknown' },
    });
    expect(desk.practiceRecords.all()).toEqual([]);
  });

  it('says who gets which channel', () => {
    const { desk } = anya;
    const isIn = () => desk.practiceRecords.isSignedOff(desk.me.id, 'mail');
    const scenarioIds = ['sso-401'];
    const signOff = { type: 'sign-off', channel: 'mail', scenarioIds, isOverride: true } as const;
    expect(isIn()).toBe(false);
    const reason = 'работала на почте';
    expect(executePractice({ ...desk, me: vera }, desk.me.id, { ...signOff, reason }).ok).toBe(
      true,
    );
    expect(isIn()).toBe(true);
  });

  it('what the people of the demo learned goes with them', () => {
    const { desk } = anya;
    const kim = { ...yuri, id: 'kim', login: 'kim', role: 'hire', isDemo: true } as const;
    writeRecord(desk.store.sql, { type: 'person', person: kim });
    expect(recordRun({ ...desk, me: kim }, exam()).ok).toBe(true);
    expect(recordRun(desk, exam()).ok).toBe(true);
    removeDemo(desk);
    expect(desk.practiceRecords.all().map(({ personId }) => personId)).toEqual([desk.me.id]);
    expect(desk.practiceRecords.events(practiceId('kim'))).toEqual([]);
  });
});
