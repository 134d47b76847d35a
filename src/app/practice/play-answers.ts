import type { Scenario } from '../../content/scenario/scenario.ts';
import { advance } from '../../practice/run/advance.ts';
import { begin } from '../../practice/run/begin.ts';
import { type Expected, expected } from '../../practice/run/expected.ts';
import type { TimedEvent } from '../../practice/run/run-event.ts';
import type { Mark, RunScore, RunSetup, RunState } from '../../practice/run/run-state.ts';
import { hintMarks, marksOf } from '../../practice/score/closing-marks.ts';
import { scoreOf } from '../../practice/score/score-of.ts';
import { fail, ok, type Result } from '../../util/result.ts';
import type { AnswerJudge } from './judge-answer.ts';
import type { PracticeAnswer } from './practice-session.ts';
import { type AnswerProblem, readAnswer } from './read-answers.ts';

/** A run that was played to the end of its answers. */
export interface PlayedRun {
  readonly scenario: Scenario;
  readonly state: RunState;
  readonly score: RunScore;
  /** All marks, also those over the whole of it and those of hints. */
  readonly marks: readonly Mark[];
  readonly events: readonly TimedEvent[];
}

/** A line that the run does not take, and what it takes there. */
export interface WrongAnswer extends AnswerProblem {
  /** Counts from 1. */
  readonly line: number;
  readonly takes: Expected;
}

/** What is played: the lines of a file of answers, each a JSON object; blank ones are skipped. */
export interface PlayOrder {
  readonly scenario: Scenario;
  readonly setup: RunSetup;
  readonly lines: readonly string[];
}

/** Plays a scenario by written answers. The same three give the same run, byte for byte. */
export async function playAnswers(
  judge: AnswerJudge,
  { scenario, setup, lines }: PlayOrder,
): Promise<Result<PlayedRun, WrongAnswer>> {
  let state = begin(scenario, setup);
  const events: TimedEvent[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const next = await step(judge, { scenario, state }, line);
    if (!next.ok) {
      return fail({ ...next.problem, line: index + 1, takes: expected(scenario, state) });
    }
    state = next.value.state;
    events.push({ ...next.value.event, seq: events.length + 1 });
  }
  const marks = [...marksOf(scenario, state), ...hintMarks(scenario, state)];
  return ok({ scenario, state, score: scoreOf(scenario, state), marks, events });
}

interface Played {
  readonly state: RunState;
  readonly event: Omit<TimedEvent, 'seq'>;
}

async function step(
  judge: AnswerJudge,
  { scenario, state }: { readonly scenario: Scenario; readonly state: RunState },
  line: string,
): Promise<Result<Played, AnswerProblem>> {
  const takes = expected(scenario, state);
  const read = readAnswer(line, { scenario, state, takes });
  if (!read.ok) return read;
  const at = state.now + lengthOf(read.value, scenario);
  const event = await judge.eventOf(state, read.value, at);
  const next = advance(scenario, state, event, at);
  if (next.ok) return ok({ state: next.value, event: { at, event } });
  const { code, value } = next.problem;
  return fail({ code, params: { value } });
}

/** Work takes its time before it has an effect; asking the program for help is no work. */
function lengthOf(answer: PracticeAnswer, { clock }: Scenario): number {
  if (answer.type === 'waited') return answer.ms;
  return answer.type === 'hinted' || answer.type === 'retried' ? 0 : clock.perAnswer;
}
