import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { practiceFile } from '../../../src/app/practice/practice-file.ts';
import type { PracticeSession } from '../../../src/app/practice/practice-session.ts';
import { compareWithReference, replayRun } from '../../../src/app/practice/replay-run.ts';
import { runHistory, shareRun } from '../../../src/app/practice/run-history.ts';
import { cardsOf } from '../../../src/app/practice/settle-run.ts';
import {
  abandonOpenRun,
  resumable,
  resumeRun,
  startRun,
} from '../../../src/app/practice/start-run.ts';
import { scriptOf, stateOf } from '../../../src/app/practice/stored-run.ts';
import { scoreOf } from '../../../src/practice/score/score-of.ts';
import { must } from '../../../src/util/must.ts';
import { UserError } from '../../../src/util/user-error.ts';
import { minute, openTestDesk, type TestDesk } from '../../support/desk.ts';
import { keepScenario, lamp } from '../../support/practice.ts';

let anya: TestDesk;

beforeEach(async () => {
  anya = await openTestDesk({ isContentRead: true });
  keepScenario(anya, lamp);
});

afterEach(() => anya.close());

function code(work: () => unknown): string | null {
  try {
    work();
    return null;
  } catch (error) {
    return error instanceof UserError ? error.code : String(error);
  }
}

async function codeOf(work: Promise<unknown>): Promise<string | null> {
  return work.then(
    () => null,
    (error: unknown) => (error instanceof UserError ? error.code : String(error)),
  );
}

async function playWell(session: PracticeSession): Promise<void> {
  await session.answer({ type: 'opened', attachment: 'log' });
  const text = 'Добрый день, Вера! Пришлите, пожалуйста, снимок экрана. Напишу до 13:30.';
  const replied = await session.answer({ type: 'replied', text });
  expect(replied.ok).toBe(true);
  await session.answer({
    type: 'acted',
    name: 'resolve',
    values: { cause: 'перегорел блок лампы' },
  });
}

describe('a run of practice', () => {
  it('is on disk before it is seen, and ends with a score that its events fold to', async () => {
    const session = await startRun(anya.desk, 'lamp', { mode: 'practice', seed: 7 });
    const { runs } = practiceFile(anya.desk);
    const seen: number[] = [];
    session.listen(() => seen.push(runs.events(session.runId).length));

    await playWell(session);
    expect(seen).toEqual([1, 2, 3]);
    expect(session.state().ending).toBe('good');

    const ended = session.finish();
    expect(ended.score.score).toBe(100);
    const run = must(runs.byId(session.runId), 'run');
    const script = scriptOf(anya.desk, run);
    expect(scoreOf(script.scenario, stateOf(script))).toEqual(ended.score);
    expect(run).toMatchObject({ state: 'finished', score: 100, passed: true, sharedAt: null });

    // Private until its author shares it, and then once.
    expect(anya.desk.practiceRecords.of(anya.desk.me.id).runs).toEqual([]);
    expect([shareRun(anya.desk, run.id.slice(-12)), shareRun(anya.desk, run.id)]).toEqual([
      null,
      null,
    ]);
    const [shared, ...others] = anya.desk.practiceRecords.of(anya.desk.me.id).runs;
    expect(others).toEqual([]);
    expect(shared).toMatchObject({
      scenarioId: 'lamp',
      mode: 'practice',
      score: 100,
      passed: true,
    });
  });

  it('goes on after a crash where it was: answers, clock, mood, the unfinished text', async () => {
    const session = await startRun(anya.desk, 'lamp', { mode: 'practice', seed: 7 });
    await session.answer({ type: 'opened', attachment: 'log' });
    anya.clock.forward(30_000);
    session.tick(anya.clock.now());
    session.saveDraft('Добрый день, Ве');
    const at = session.now();

    const waiting = must(resumable(anya.desk), 'run that waits');
    expect(waiting).toMatchObject({ title: 'Лампа мигает', draft: 'Добрый день, Ве' });
    anya.clock.forward(8 * 60 * minute);
    const again = await resumeRun(anya.desk, waiting.run.id);
    expect(again.now()).toBe(at);
    expect(again.draft()).toBe('Добрый день, Ве');
    expect(again.state()).toEqual(session.state());
  });

  it('is played by the scenario as it was when it began', async () => {
    const session = await startRun(anya.desk, 'lamp', { mode: 'practice', seed: 7 });
    await session.answer({ type: 'opened', attachment: 'log' });
    keepScenario(
      anya,
      lamp.replaceAll('Лампа мигает', 'Совсем другое').replace('pass: 80', 'pass: 99'),
    );
    const again = await resumeRun(anya.desk, session.runId);
    expect(again.scenario).toMatchObject({ title: 'Лампа мигает', pass: 80 });
  });

  it('is one at a time: a second one waits until the first is left', async () => {
    await startRun(anya.desk, 'lamp', { mode: 'practice' });
    const second = startRun(anya.desk, 'lamp', { mode: 'practice' });
    expect(await codeOf(second)).toBe('practice-run-open');
    abandonOpenRun(anya.desk);
    const third = await startRun(anya.desk, 'lamp', { mode: 'practice' });
    expect(third.attempt).toBe(2);
    expect((await runHistory(anya.desk)).map(({ state }) => state)).toEqual(['open', 'abandoned']);
  });

  it('is locked for a hire until what comes before it is passed', async () => {
    keepScenario(
      anya,
      lamp.replace('id: lamp', 'id: lamp-two').replace('pass: 80', 'requires: [lamp]\npass: 80'),
    );
    const zoya = { ...anya.desk, me: { ...anya.desk.me, role: 'hire' as const } };
    const locked = startRun(zoya, 'lamp-two', { mode: 'practice' });
    expect(await codeOf(locked)).toBe('practice-locked');
    expect(await codeOf(startRun(anya.desk, 'lamp-two', { mode: 'practice' }))).toBeNull();
  });

  it('keeps a text that the run does not take', async () => {
    const session = await startRun(anya.desk, 'lamp', { mode: 'practice' });
    await session.answer({ type: 'replied', text: 'Добрый день! Пришлите снимок экрана.' });
    const refused = await session.answer({ type: 'replied', text: 'И ещё одно письмо.' });
    expect(refused).toMatchObject({ ok: false, problem: { code: 'no-reply-here' } });
    expect(session.draft()).toBe('И ещё одно письмо.');
  });

  it('notices that another window played on', async () => {
    const session = await startRun(anya.desk, 'lamp', { mode: 'practice' });
    const other = await resumeRun(anya.desk, session.runId);
    await other.answer({ type: 'opened', attachment: 'log' });
    expect(await codeOf(session.answer({ type: 'noted', text: 'позже' }))).toBe(
      'practice-run-elsewhere',
    );
  });

  it('stands still while its screen is left, and while the machine sleeps', async () => {
    const session = await startRun(anya.desk, 'lamp', { mode: 'practice' });
    const begun = session.now();
    anya.clock.forward(10_000);
    session.tick(anya.clock.now());
    expect(session.now() - begun).toBe(10_000 * session.speed);

    session.pause(anya.clock.now());
    anya.clock.forward(30 * minute);
    session.tick(anya.clock.now());
    session.resume(anya.clock.now());
    anya.clock.forward(8 * 60 * minute);
    session.tick(anya.clock.now());
    expect(session.now() - begun).toBe(10_000 * session.speed);
  });

  it('lets the customer ask when nobody writes, also when it is read again later', async () => {
    const session = await startRun(anya.desk, 'lamp', { mode: 'practice' });
    for (let n = 0; n < 6; n++) {
      anya.clock.forward(minute);
      session.tick(anya.clock.now());
    }
    expect(session.state().transcript.some(({ what }) => what === 'ping')).toBe(true);
    expect((await resumeRun(anya.desk, session.runId)).state()).toEqual(session.state());
  });
});

describe('an exam', () => {
  it('goes into the practice record, and has one attempt', async () => {
    const session = await startRun(anya.desk, 'lamp', { mode: 'exam', seed: 1 });
    await playWell(session);
    expect(session.finish()).toMatchObject({ isShared: true, refusal: null });
    const [exam] = anya.desk.practiceRecords.of(anya.desk.me.id).runs;
    expect(exam).toMatchObject({ mode: 'exam', passed: true, hasReplay: true, isRepeated: false });
    expect(await codeOf(startRun(anya.desk, 'lamp', { mode: 'exam' }))).toBe('practice-exam-taken');
  });

  it('counts as it stands when it is left', async () => {
    const session = await startRun(anya.desk, 'lamp', { mode: 'exam', seed: 1 });
    await session.answer({ type: 'opened', attachment: 'log' });
    const left = must(abandonOpenRun(anya.desk), 'ended run');
    expect(left.score.passed).toBe(false);
    expect(left.isShared).toBe(true);
  });

  it('reaches the record also when the program was killed before it could', async () => {
    const session = await startRun(anya.desk, 'lamp', { mode: 'exam', seed: 1 });
    await playWell(session);
    // Nobody called `finish`.
    expect(resumable(anya.desk)).toBeNull();
    expect(anya.desk.practiceRecords.of(anya.desk.me.id).runs).toHaveLength(1);
  });
});

describe('afterwards', () => {
  it('skills are remembered, replies are read beside the reference, live work is as it was', async () => {
    const tables = ['ticket', 'entry', 'event', 'outbox', 'draft', 'promise'];
    const counts = () =>
      tables.map((table) => anya.desk.store.sql.get(`SELECT count(*) AS n FROM ${table}`));
    const before = counts();
    const session = await startRun(anya.desk, 'lamp', { mode: 'practice', seed: 7 });
    await playWell(session);
    session.finish();
    session.finish();
    const cards = cardsOf(anya.desk, anya.desk.me.id);
    expect(cards.map(({ skill, reps, lastPercent }) => [skill, reps, lastPercent])).toEqual([
      ['facts', 1, 100],
      ['greeting', 1, 100],
    ]);
    expect(counts()).toEqual(before);

    const run = replayRun(anya.desk, session.runId);
    expect(run.states).toHaveLength(4);
    expect(run.states.at(-1)).toEqual(run.last);
    expect(run.score.score).toBe(100);
    const [first] = compareWithReference(run);
    expect(first?.reference).toMatchObject({ type: 'reply' });
    expect(first?.own.text).toContain('снимок экрана');
  });

  it('a mentor’s copy folds to the same score', async () => {
    const session = await startRun(anya.desk, 'lamp', { mode: 'exam', seed: 7 });
    await playWell(session);
    const { score } = session.finish();
    const { sql } = practiceFile(anya.desk);
    sql.exec('DROP TRIGGER run_event_goes');
    for (const table of ['run_event', 'run_draft', 'run']) sql.exec(`DELETE FROM ${table}`);
    expect(replayRun(anya.desk, session.runId).score).toEqual(score);
  });

  it('a run that is not there is told as such', () => {
    expect(code(() => replayRun(anya.desk, 'nothing'))).toBe('practice-run-unknown');
  });
});
