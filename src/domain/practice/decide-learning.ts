import { fail, ok } from '../../util/result.ts';
import { refuse } from '../refusal.ts';
import { whyTooLong } from '../shift/decide-log.ts';
import { markOf, runOf } from './find-mark.ts';
import type { PracticeCommand } from './practice-command.ts';
import type { PracticeFacts } from './practice-context.ts';
import type { FinishedRun, PracticeRecord, RecordedSection } from './practice-record.ts';
import { hasRetake, replacedExam } from './run-result.ts';

/** What only the learner does. */
export type LearningCommand = Extract<
  PracticeCommand,
  { type: 'record-run' | 'finish-lesson' | 'dispute-mark' }
>;

type Of<Type extends LearningCommand['type']> = Extract<LearningCommand, { type: Type }>;

/** A replay longer than this is not sent; the run itself is. */
export const LONGEST_REPLAY = 200_000;
/** Sums of decimal points are as near as this. */
const NEAR = 1e-6;

/** Decides what a learner hands in. Pure. */
export function decideLearning(command: LearningCommand, record: PracticeRecord): PracticeFacts {
  switch (command.type) {
    case 'record-run':
      return decideRun(command, record);
    case 'finish-lesson':
      return decideLesson(command, record);
    case 'dispute-mark':
      return decideDispute(command, record);
  }
}

/** The same run told twice is one; an exam taken again without leave is kept and replaces nothing. */
function decideRun({ run }: Of<'record-run'>, record: PracticeRecord): PracticeFacts {
  if (record.runs.some(({ id }) => id === run.id)) return ok([]);
  if (!isSound(run)) return refuse('run-unsound');
  const isReplacing = replacedExam(record, run) !== null;
  const isRepeated = isReplacing && !hasRetake(record, run.scenarioId);
  return ok([{ type: 'run-recorded', run, isRepeated }]);
}

function isSound(run: FinishedRun): boolean {
  const { sections, marks, score, max, pass, passed, needsMentor, mode } = run;
  const sum = (part: (one: RecordedSection) => number) =>
    sections.reduce((total, one) => total + part(one), 0);
  const isCounted =
    sections.every((one) => one.score >= 0 && one.score <= one.max + NEAR) &&
    Math.abs(sum((one) => one.score) - score) < NEAR &&
    Math.abs(sum((one) => one.max) - max) < NEAR;
  const isNamedOnce = isUnique(sections.map(({ id }) => id)) && isUnique(marks.map(({ id }) => id));
  const mayPass = run.ending !== null && score >= pass && !sections.some((one) => one.isZeroed);
  const isJudgedRight = passed ? mayPass && !needsMentor : mode === 'exam' || !needsMentor;
  const isShort = (run.replay?.length ?? 0) <= LONGEST_REPLAY;
  return isCounted && isNamedOnce && isJudgedRight && isShort && run.startedAt <= run.finishedAt;
}

function isUnique(names: readonly string[]): boolean {
  return new Set(names).size === names.length;
}

function decideLesson({ lesson }: Of<'finish-lesson'>, record: PracticeRecord): PracticeFacts {
  const { itemId, score, max } = lesson;
  const isScored = score !== null && max !== null && score >= 0 && score <= max && max > 0;
  if (!isScored && (score !== null || max !== null)) return refuse('score-wrong');
  // A lesson is read once; every attempt at a quiz is one.
  const isTold = !isScored && record.lessons.some((one) => one.itemId === itemId);
  return ok(isTold ? [] : [{ type: 'lesson-finished', lesson }]);
}

function decideDispute(
  { runId, markId, text }: Of<'dispute-mark'>,
  record: PracticeRecord,
): PracticeFacts {
  const run = runOf(record, runId);
  if (!run.ok) return run;
  const mark = markOf(run.value, markId);
  if (!mark.ok) return mark;
  if (text.trim() === '') return refuse('text-missing');
  const why = whyTooLong([text]);
  if (why) return fail(why);
  const dispute = { runId, markId, fact: mark.value.fact, text };
  const isTold = record.disputes.some(
    (one) => one.runId === runId && one.markId === markId && one.text === text,
  );
  return ok(isTold ? [] : [{ type: 'mark-disputed', dispute }]);
}
