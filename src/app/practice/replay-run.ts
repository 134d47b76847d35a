import type { Scenario } from '../../content/scenario/scenario.ts';
import type { RecordedRun } from '../../domain/practice/practice-record.ts';
import { chosenReference, type StepReference } from '../../practice/run/chosen-reference.ts';
import { statesOf } from '../../practice/run/play-judged.ts';
import type { Mark, RunScore, RunState, TranscriptLine } from '../../practice/run/run-state.ts';
import { hintMarks, marksOf } from '../../practice/score/closing-marks.ts';
import { scoreOf } from '../../practice/score/score-of.ts';
import { UserError } from '../../util/user-error.ts';
import type { Desk } from '../desk/desk.ts';
import { scriptOfReplay } from './finished-run.ts';
import { findRecordedRun } from './practice-people.ts';
import { findOwnRun } from './run-history.ts';
import { type RunScript, scriptOf, stateOf } from './stored-run.ts';
import { type ReviewedQuestion, readQuizReview } from './take-quiz.ts';

/** A run to be looked at again: every state that it went through, over the scenario as it was. */
export interface ReplayedRun {
  readonly runId: string;
  readonly personId: string;
  readonly mode: 'practice' | 'exam';
  readonly scenario: Scenario;
  /** The first before anything was done, the last as it ended. */
  readonly states: readonly RunState[];
  readonly last: RunState;
  readonly score: RunScore;
  readonly marks: readonly Mark[];
}

/** One's own words, and how they could be said. */
export interface ComparedReply {
  /** Place in the transcript. */
  readonly line: number;
  readonly step: string;
  readonly own: TranscriptLine;
  /** Null where the scenario has none. */
  readonly reference: StepReference | null;
  readonly marks: readonly Mark[];
}

/**
 * Plays a kept run again: one's own from the file of practice, anybody's from the practice records,
 * by the id or the beginning of it. Throws a UserError when there is none.
 */
export function replayRun(desk: Desk, runId: string): ReplayedRun {
  const { id, personId, mode, script } = mustFindScript(desk, runId);
  const { scenario, setup, events } = script;
  const last = stateOf(script);
  const played = [...statesOf(scenario, setup, events)];
  // Time that passed after the last answer is a state of its own.
  const isLater = last.transcript.length !== played.at(-1)?.transcript.length;
  return {
    ...{ runId: id, personId, mode, scenario, last },
    states: isLater ? [...played, last] : [...played.slice(0, -1), last],
    score: scoreOf(scenario, last),
    marks: inOrder([...marksOf(scenario, last), ...hintMarks(scenario, last)]),
  };
}

/** As a reader meets them: by their lines. */
function inOrder(marks: readonly Mark[]): readonly Mark[] {
  return marks.toSorted((a, b) => a.line - b.line);
}

const answers: ReadonlySet<string> = new Set(['message', 'choice', 'action']);

/** Every answer of a run beside the reference of its step, in their order. */
export function compareWithReference({
  scenario,
  last,
  marks,
}: Pick<ReplayedRun, 'scenario' | 'last' | 'marks'>): readonly ComparedReply[] {
  return last.transcript.flatMap((own, line) => {
    const isAnswer = own.from === 'me' && answers.has(own.what);
    const step = scenario.steps.get(own.step);
    if (!isAnswer || !step) return [];
    const ofLine = marks.filter((mark) => mark.line === line);
    return [{ line, step: own.step, own, reference: chosenReference(step), marks: ofLine }];
  });
}

interface FoundScript {
  readonly id: string;
  readonly personId: string;
  readonly mode: 'practice' | 'exam';
  readonly script: RunScript;
}

/** One's own run here, else a recorded one that one may see. */
function mustFindScript(desk: Desk, wanted: string): FoundScript {
  const own = findOwnRun(desk, wanted);
  if (own)
    return { id: own.id, personId: own.personId, mode: own.mode, script: scriptOf(desk, own) };
  const { record, run } = findRecordedRun(desk, wanted);
  const { id, mode } = run;
  const script = scriptOfReplay(mustReplay(desk, record.personId, run));
  return { id, personId: record.personId, mode, script };
}

function mustReplay(
  desk: Desk,
  personId: string,
  { id, title }: { readonly id: string; readonly title: string },
): string {
  const text = desk.practiceRecords.replayOf(personId, id);
  if (text === null) throw new UserError('practice-replay-gone', { run: title });
  return text;
}

/** An attestation as it was answered. */
export interface ReplayedQuiz {
  readonly personId: string;
  readonly run: RecordedRun;
  readonly questions: readonly ReviewedQuestion[];
}

/** The questions of a recorded attestation that one may see; null when the run is none of a quiz. */
export function replayQuiz(desk: Desk, wanted: string): ReplayedQuiz | null {
  if (findOwnRun(desk, wanted)) return null;
  const { record, run } = findRecordedRun(desk, wanted);
  const { personId } = record;
  const questions = readQuizReview(mustReplay(desk, personId, run));
  return questions && { personId, run, questions };
}
