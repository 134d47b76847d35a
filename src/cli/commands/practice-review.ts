import type { Desk } from '../../app/desk/desk.ts';
import { executePractice } from '../../app/practice/execute-practice.ts';
import { type FoundRun, findRecordedRun } from '../../app/practice/practice-people.ts';
import { scenarioTexts } from '../../app/practice/scenario-texts.ts';
import { runOf } from '../../domain/practice/find-mark.ts';
import type { PracticeCommand } from '../../domain/practice/practice-command.ts';
import { resultOf } from '../../domain/practice/run-result.ts';
import {
  loadPracticeRecordTexts,
  type PracticeRecordTexts,
} from '../../i18n/practice-record-texts.ts';
import type { CommandInput } from '../command-input.ts';
import { runJson } from '../practice-json.ts';
import { needArgumentText, readText } from '../read-text.ts';
import type { Session } from '../session.ts';
import { accepted } from '../ticket-command.ts';
import { UsageError, wholeNumber } from '../usage-error.ts';
import { stateOf } from './practice-runs.ts';

type Said = (texts: PracticeRecordTexts, done: FoundRun, desk: Desk) => string;

/** `smena practice comment RUN TEXT [--line N]`: a remark of a mentor. */
export async function practiceComment(session: Session, input: CommandInput): Promise<void> {
  const text = await needArgumentText(session, input, 1);
  const given = input.value('line');
  const line = given === undefined ? null : wholeNumber(given, '--line');
  const command = (runId: string, desk: Desk) =>
    ({ type: 'comment-run', commentId: desk.makeId(), runId, line, text }) as const;
  await onRun(session, input, command, ({ done }, { record }, { people }) => {
    return done.comment(people.person(record.personId)?.name ?? '');
  });
}

/** `smena practice override RUN MARK --found|--not-found --reason TEXT`. */
export async function practiceOverride(session: Session, input: CommandInput): Promise<void> {
  const reason = (await readText(session, input, 'reason')) ?? '';
  const isFound = oneOfTwo(input, 'found', 'notFound');
  const markId = input.required(1);
  const command = (runId: string) =>
    ({ type: 'override-mark', runId, markId, isFound, reason }) as const;
  await onRun(session, input, command, ({ done, run: t }, { run, record }) => {
    const result = resultOf(run, record);
    return done.override(result.score, run.max, t.results[stateOf(run, result)]);
  });
}

/** `smena practice dispute RUN MARK TEXT`: the learner's own word on a mark. */
export async function practiceDispute(session: Session, input: CommandInput): Promise<void> {
  const text = await needArgumentText(session, input, 2);
  const markId = input.required(1);
  const command = (runId: string) => ({ type: 'dispute-mark', runId, markId, text }) as const;
  await onRun(session, input, command, ({ done }) => done.dispute);
}

/** `smena practice judge RUN --pass|--fail --reason TEXT`: the word on an exam that asks for one. */
export async function practiceJudge(session: Session, input: CommandInput): Promise<void> {
  const reason = (await readText(session, input, 'reason')) ?? '';
  const isPassed = oneOfTwo(input, 'pass', 'fail');
  const command = (runId: string) => ({ type: 'judge-run', runId, isPassed, reason }) as const;
  await onRun(session, input, command, ({ done, run: t }, { record }, { people }) => {
    const name = people.person(record.personId)?.name ?? '';
    return done.judge(name, t.results[isPassed ? 'passed' : 'failed']);
  });
}

/** Runs a command on the run of the first argument and prints the run. */
async function onRun(
  session: Session,
  input: CommandInput,
  command: (runId: string, desk: Desk) => PracticeCommand,
  say: Said,
): Promise<void> {
  const desk = await session.desk();
  const { record: before, run } = findRecordedRun(desk, input.required(0));
  const about = { desk, ticket: null };
  const done = executePractice(desk, before.personId, command(run.id, desk));
  const { record } = accepted(about, done);
  const found = { record, run: accepted(about, runOf(record, run.id)) };
  const { output } = session;
  if (output.isJson) return output.json(runJson(desk, found, await scenarioTexts(desk)));
  output.row(say(await loadPracticeRecordTexts(session.language), found, desk));
}

/** Which of two options was given: exactly one has to be. */
function oneOfTwo(input: CommandInput, yes: string, no: string): boolean {
  const [one, other] = [yes, no].map((key) => `--${key === 'notFound' ? 'not-found' : key}`);
  const names = { one: one ?? '', other: other ?? '' };
  if (input.has(yes) && input.has(no)) throw new UsageError('either-or', names);
  if (!input.has(yes) && !input.has(no)) {
    throw new UsageError('option-missing', { option: `${names.one} | ${names.other}` });
  }
  return input.has(yes);
}
