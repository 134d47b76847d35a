import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { executePractice } from '../../../src/app/practice/execute-practice.ts';
import { recordRun } from '../../../src/app/practice/record-run.ts';
import { listTray } from '../../../src/app/sync/tray/find-in-tray.ts';
import { retryOnCurrent } from '../../../src/app/sync/tray/retry-on-current.ts';
import type { Person } from '../../../src/domain/person.ts';
import type { PracticeCommand } from '../../../src/domain/practice/practice-command.ts';
import type { PracticeRecord } from '../../../src/domain/practice/practice-record.ts';
import { resultOf } from '../../../src/domain/practice/run-result.ts';
import { showCertificate } from '../../../src/server/api/practice-view.ts';
import { erasePractice } from '../../../src/server/core/console/erase-practice.ts';
import { machineSurroundings } from '../../../src/server/surroundings.ts';
import { must } from '../../../src/util/must.ts';
import { exam, shyExam } from '../../support/practice-record.ts';
import { type StageDesk, SyncStage } from '../../support/sync-stage.ts';

let stage: SyncStage;
let people: Record<'zoya' | 'yuri' | 'vera', Person>;
const desks: StageDesk[] = [];

beforeEach(async () => {
  stage = await SyncStage.open();
  people = {
    zoya: await stage.person('Зоя', { role: 'hire' }),
    yuri: await stage.person('Юрий', { role: 'mentor' }),
    vera: await stage.person('Вера', { role: 'lead' }),
  };
});
afterEach(async () => {
  expect(stage.bugs).toEqual([]);
  for (const desk of desks.splice(0)) desk.here.close();
  await stage.close();
});

async function sits(who: keyof typeof people): Promise<StageDesk> {
  const desk = await stage.desk(people[who]);
  await desk.settles();
  desks.push(desk);
  return desk;
}

function does({ here: { desk } }: StageDesk, command: PracticeCommand): void {
  const done = executePractice(desk, people.zoya.id, command);
  if (!done.ok) throw new Error(`${command.type} refused: ${done.problem.code}`);
}

function recordAt({ here: { desk } }: StageDesk): PracticeRecord {
  return desk.practiceRecords.of(people.zoya.id);
}

async function allMeet(...together: readonly StageDesk[]): Promise<void> {
  for (const desk of together) await desk.settles();
  for (const desk of together) await desk.settles();
  const [first] = together.map(recordAt);
  for (const desk of together) expect(recordAt(desk)).toEqual(first);
  expect(await stage.opened.store.verify()).toEqual([]);
}

const override = (isFound: boolean): PracticeCommand => ({
  ...{ type: 'override-mark', runId: 'run-1', markId: 'open/ask_har', isFound },
  reason: isFound ? 'так тоже говорят' : 'это про другой файл',
});
const signOff: PracticeCommand = {
  ...{ type: 'sign-off', channel: 'mail', scenarioIds: ['sso-401'] },
  ...{ isOverride: false, reason: '' },
};
const attest: PracticeCommand = {
  ...{ type: 'attest', attestationId: 'att-1', title: 'Вторая линия', quizPass: 80 },
  ...{ scenarioIds: ['sso-401'], quizIds: [], months: 12 },
};

describe('a practice record between workstations', () => {
  it('an exam reaches mentor and lead, and their words reach the hire', async () => {
    const [zoya, yuri, vera] = [await sits('zoya'), await sits('yuri'), await sits('vera')];
    expect(recordRun(zoya.here.desk, shyExam()).ok).toBe(true);
    await allMeet(zoya, yuri, vera);
    // Both while nobody is connected: the one that the server hears last stands.
    does(yuri, override(true));
    does(vera, override(false));
    await allMeet(yuri, vera, zoya);
    const [run] = recordAt(zoya).runs;
    expect(resultOf(must(run, 'run'), recordAt(zoya))).toMatchObject({
      score: 80,
      isWaiting: true,
    });
    expect(recordAt(zoya).overrides.map(({ byId }) => byId)).toEqual([
      ...[people.yuri.id, people.vera.id],
    ]);
    expect(vera.here.desk.practiceRecords.replayOf(people.zoya.id, 'run-1')).toBe('{"events":[]}');
  });

  it('a sign-off opens the channel everywhere, and its withdrawal closes it', async () => {
    const [zoya, vera] = [await sits('zoya'), await sits('vera')];
    recordRun(zoya.here.desk, exam());
    await allMeet(zoya, vera);
    does(vera, signOff);
    await allMeet(vera, zoya);
    const isIn = () => zoya.here.desk.practiceRecords.isSignedOff(people.zoya.id, 'mail');
    expect(isIn()).toBe(true);
    does(vera, { type: 'withdraw-sign-off', channel: 'mail', reason: 'письмо ушло не туда' });
    await allMeet(vera, zoya);
    expect(isIn()).toBe(false);
  });

  it('what the server refuses is taken off here and lies in the tray with its words', async () => {
    const [zoya, yuri] = [await sits('zoya'), await sits('yuri')];
    recordRun(zoya.here.desk, shyExam());
    await allMeet(zoya, yuri);
    const { store } = yuri.here.desk;
    // Somebody made a mentor of an engineer's store only.
    const verdict = { type: 'judge-run', runId: 'run-1', isPassed: true } as const;
    does(yuri, { ...verdict, reason: 'спросила своими словами' });
    store.sql.run(
      `UPDATE outbox SET payload = replace(payload, 'run-1', 'run-9') WHERE entity_type = 'practice'`,
    );
    await allMeet(yuri, zoya);
    expect(recordAt(yuri).runs[0]?.verdict).toBeNull();
    const [item] = listTray(yuri.here.desk);
    expect(item).toMatchObject({
      ...{ code: 'no-such-run', text: 'спросила своими словами' },
      about: { type: 'practice', subject: 'Зоя' },
      can: ['retry', 'copy', 'discard'],
    });
    expect(retryOnCurrent(yuri.here.desk, item?.id ?? '', 0)).toMatchObject({
      problem: { code: 'no-such-run' },
    });
  });

  it('a run recorded before joining is the person’s of the server, and a snapshot has it all', async () => {
    const lone = await stage.loneDesk();
    recordRun(lone.desk, exam());
    const zoya = await stage.joins(lone, people.zoya);
    desks.push(zoya);
    await zoya.settles();
    const vera = await sits('vera');
    does(vera, { type: 'comment-run', commentId: 'c', runId: 'run-1', line: null, text: 'хорошо' });
    await allMeet(vera, zoya);
    expect(recordAt(zoya)).toMatchObject({
      runs: [{ id: 'run-1' }],
      comments: [{ text: 'хорошо' }],
    });
    await allMeet(await sits('yuri'), zoya);
  });

  it('a certificate is known by its code until it ends', async () => {
    const [zoya, vera] = [await sits('zoya'), await sits('vera')];
    recordRun(zoya.here.desk, exam());
    await allMeet(zoya, vera);
    does(vera, attest);
    await allMeet(vera, zoya);
    const { code, expiresAt } = must(recordAt(zoya).attestations[0], 'attestation');
    const { store } = stage.opened;
    const at = (now: number) => showCertificate(store, code, now);
    expect(await at(expiresAt - 1)).toEqual({ code, state: 'valid', title: 'Вторая линия' });
    expect(await at(expiresAt)).toMatchObject({ state: 'expired' });
    expect(await showCertificate(store, '0123456789', 0)).toMatchObject({ state: 'unknown' });
  });

  it('what the law wants gone is gone everywhere, and learning can begin anew', async () => {
    const [zoya, vera] = [await sits('zoya'), await sits('vera')];
    recordRun(zoya.here.desk, exam({ title: 'Тайное имя' }));
    await allMeet(zoya, vera);
    does(vera, attest);
    does(vera, {
      type: 'comment-run',
      commentId: 'c',
      runId: 'run-1',
      line: 1,
      text: 'Тайное имя',
    });
    await allMeet(vera, zoya);
    const { code } = must(recordAt(zoya).attestations[0], 'attestation');
    const parts = { store: stage.opened.store, ...machineSurroundings(stage.clock.now) };
    const doer = { who: 'console', device: null };
    expect(await erasePractice(parts, doer, people.zoya.id)).toBe(3);
    await allMeet(zoya, vera);
    expect(recordAt(vera).runs).toEqual([]);
    expect(await showCertificate(stage.opened.store, code, 0)).toMatchObject({ state: 'unknown' });
    for (const { here } of [zoya, vera]) {
      for (const table of ['practice', 'event', 'outbox', 'discrepancy']) {
        const rows = JSON.stringify(here.desk.store.sql.all(`SELECT * FROM ${table}`));
        expect(rows, table).not.toContain('Тайное имя');
      }
    }
    recordRun(zoya.here.desk, exam({ id: 'run-2' }));
    await allMeet(zoya, vera, await sits('yuri'));
    expect(recordAt(vera)).toMatchObject({ runs: [{ id: 'run-2' }], rev: 1 });
  });
});
