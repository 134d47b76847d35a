import type { Scenario } from '../../content/scenario/scenario.ts';
import { hasRetake, replacedExam } from '../../domain/practice/run-result.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { lockersOf } from '../../practice/path/path-progress.ts';
import { begin } from '../../practice/run/begin.ts';
import type { RunMode, RunSetup, RunState } from '../../practice/run/run-state.ts';
import type { StoredRun } from '../../store/practice/run-store.ts';
import { lazy } from '../../util/lazy.ts';
import { UserError } from '../../util/user-error.ts';
import type { Desk } from '../desk/desk.ts';
import { openJudge } from './judge-answer.ts';
import { findScenario } from './load-scenarios.ts';
import { trackPerson } from './path-tracks.ts';
import { practiceFile, practiceFileIfThere } from './practice-file.ts';
import type { EndedRun, PracticeSession } from './practice-session.ts';
import { RunSession } from './run-session.ts';
import { type EndAs, settleRun, shareLeftExams } from './settle-run.ts';
import { lastStateOf, type RunScript, scriptOf, stateOf } from './stored-run.ts';

export interface StartOrder {
  readonly mode: RunMode;
  /** By chance when none is given. */
  readonly seed?: number | undefined;
  readonly lang?: Language | undefined;
}

/** A run that waits for its author. */
export interface ResumableRun {
  readonly run: StoredRun;
  readonly title: string;
  /** An unfinished text that waits with it; empty when there is none. */
  readonly draft: string;
}

/**
 * Begins a run of a scenario as it is now. Throws a UserError when there is no such scenario, when
 * another run is open (resume or end that one first), or when the exam was taken already.
 */
export async function startRun(
  desk: Desk,
  scenarioId: string,
  { mode, seed, lang = desk.language }: StartOrder,
): Promise<PracticeSession> {
  const scenario = await findScenario(desk, scenarioId, lang);
  if (scenario === null) throw new UserError('no-such-scenario', { scenario: scenarioId });
  const open = resumable(desk);
  if (open) throw new UserError('practice-run-open', { title: open.title });
  await assertMayPlay(desk, scenario, mode);
  const setup = { mode, seed: seed ?? seedOf(desk), startedAt: scenario.clock.start };
  const run = newRun(desk, scenario, setup);
  practiceFile(desk).runs.begin(run, scenario.source);
  const script = { scenario, setup, events: [], clockAt: run.clockStart };
  return openSession(desk, run, { script, state: begin(scenario, setup) });
}

/** A run of one's own that begins now. */
export function newRun(desk: Desk, scenario: Scenario, setup: RunSetup): StoredRun {
  return {
    ...{ id: desk.makeId(), scenarioId: scenario.id, lang: scenario.lang },
    ...{ scenarioHash: scenario.hash, personId: desk.me.id, mode: setup.mode, seed: setup.seed },
    ...{ clockStart: setup.startedAt, clockAt: setup.startedAt, startedAt: desk.clock.now() },
    ...{ finishedAt: null, state: 'open', score: null, max: null, passed: null },
    ...{ result: null, sharedAt: null },
  };
}

/** One's own run that was not played to its end; null when there is none. What is over is settled. */
export function resumable(desk: Desk): ResumableRun | null {
  const file = practiceFileIfThere(desk);
  if (file === null) return null;
  shareLeftExams(desk);
  const run = file.runs.openOf(desk.me.id);
  if (run === null) return null;
  const script = scriptOf(desk, run);
  if (stateOf(script).ending === null) {
    return { run, title: script.scenario.title, draft: file.runs.draft(run.id) };
  }
  settleRun(desk, run.id, 'finished');
  return null;
}

/** Goes on with an open run of one's own, at the instant of its own clock where it was left. */
export async function resumeRun(desk: Desk, runId: string): Promise<PracticeSession> {
  const run = practiceFile(desk).runs.byId(runId);
  if (run === null || run.personId !== desk.me.id || run.state !== 'open') {
    throw new UserError('practice-run-unknown', { run: runId });
  }
  const script = scriptOf(desk, run);
  return openSession(desk, run, { script, state: lastStateOf(script) });
}

/** Ends the open run of oneself without playing on; null when there is none. An exam counts as it stands. */
export function abandonOpenRun(desk: Desk): EndedRun | null {
  const open = resumable(desk);
  if (open === null) return null;
  const as: EndAs = open.run.mode === 'exam' ? 'finished' : 'abandoned';
  return settleRun(desk, open.run.id, as);
}

function openSession(
  desk: Desk,
  run: StoredRun,
  { script, state }: { readonly script: RunScript; readonly state: RunState },
): PracticeSession {
  const { scenario } = script;
  const judge = lazy(() => openJudge(desk, scenario));
  const all = practiceFile(desk).runs.of(run.personId);
  const same = all.filter(({ scenarioId }) => scenarioId === run.scenarioId);
  // The latest is the first of them.
  const attempt = same.length - same.findIndex(({ id }) => id === run.id);
  return new RunSession(desk, { run, scenario, state, attempt, judge });
}

/**
 * A hire plays what comes before a scenario first. An exam has one attempt for each text of its
 * scenario, unless a mentor lets it be taken again. Throws a UserError otherwise.
 */
export async function assertMayPlay(desk: Desk, scenario: Scenario, mode: RunMode): Promise<void> {
  const { id, hash, title } = scenario;
  if (desk.me.role === 'hire') {
    const { facts, scenarios } = await trackPerson(desk, desk.me);
    const first = lockersOf(scenario, facts.scenarios);
    const names = first.map((one) => scenarios.find((known) => known.id === one)?.title ?? one);
    const params = { scenario: title, requires: names.join('; ') };
    if (first.length > 0) throw new UserError('practice-locked', params);
  }
  if (mode !== 'exam') return;
  const record = desk.practiceRecords.of(desk.me.id);
  const before = replacedExam(record, { mode, scenarioId: id, scenarioHash: hash });
  if (before === null || hasRetake(record, id)) return;
  throw new UserError('practice-exam-taken', { scenario: title });
}

/** Thirty-one bits of an id, which is chance already. */
function seedOf(desk: Desk): number {
  return Number.parseInt(desk.makeId().replaceAll('-', '').slice(-8), 16) & 0x7fffffff;
}
