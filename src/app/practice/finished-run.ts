import type { FinishedRun, RecordedMark } from '../../domain/practice/practice-record.ts';
import type { TimedEvent } from '../../practice/run/run-event.ts';
import type { Mark, RunSetup } from '../../practice/run/run-state.ts';
import { hintMarks, marksOf } from '../../practice/score/closing-marks.ts';
import { scoreOf } from '../../practice/score/score-of.ts';
import type { StoredRun } from '../../store/practice/run-store.ts';
import { sha256 } from '../../util/sha256.ts';
import { UserError } from '../../util/user-error.ts';
import { type RunScript, scenarioOf, stateOf } from './stored-run.ts';

/** A run as it travels in a practice record. */
interface Replay {
  readonly format: 'smena-run/1';
  readonly scenarioId: string;
  readonly setup: RunSetup;
  readonly events: readonly TimedEvent[];
  readonly clockAt: number;
  readonly source: string;
}

/** A finished run of this workstation as it goes into the practice record. */
export function finishedRun(run: StoredRun, script: RunScript): FinishedRun {
  const { scenario, setup, events, clockAt } = script;
  const state = stateOf(script);
  const { score, max, passed, needsMentor, sections } = scoreOf(scenario, state);
  const marks = [...marksOf(scenario, state), ...hintMarks(scenario, state)];
  const replay: Replay = {
    ...{ format: 'smena-run/1', scenarioId: scenario.id, setup, events, clockAt },
    source: scenario.source,
  };
  return {
    ...{ id: run.id, scenarioId: scenario.id, lang: scenario.lang, scenarioHash: scenario.hash },
    ...{ title: scenario.title, mode: run.mode, startedAt: run.startedAt },
    finishedAt: Math.max(run.startedAt, run.finishedAt ?? run.startedAt),
    ...{ score, max, pass: scenario.pass, passed, needsMentor, ending: state.ending, sections },
    marks: marks.map(toRecorded),
    eventsHash: sha256(JSON.stringify([scenario.hash, setup, events])),
    skills: scenario.skills,
    replay: JSON.stringify(replay),
  };
}

/** The script of a run that came with a practice record. Throws a UserError when it is none. */
export function scriptOfReplay(text: string): RunScript {
  // Written by `finishedRun` of some version of this program; the parts are looked at below.
  const replay = JSON.parse(text) as Partial<Replay>;
  const { format, scenarioId = '', setup, events, clockAt, source } = replay;
  if (format !== 'smena-run/1' || !setup || !events || clockAt === undefined || !source) {
    throw new UserError('practice-scenario-old', { scenario: scenarioId });
  }
  return { scenario: scenarioOf(scenarioId, source), setup, events, clockAt };
}

function toRecorded({ id, section, points, max, fact, outcome }: Mark): RecordedMark {
  return { id, section, points, max, fact, outcome };
}
