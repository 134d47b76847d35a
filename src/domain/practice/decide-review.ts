import { fail, ok } from '../../util/result.ts';
import { type Refusal, refusal, refuse } from '../refusal.ts';
import { whyTooLong } from '../shift/decide-log.ts';
import { pointsOf } from './effective-score.ts';
import { markOf, runOf } from './find-mark.ts';
import type { PracticeCommand } from './practice-command.ts';
import type { PracticeFacts } from './practice-context.ts';
import type { PracticeRecord } from './practice-record.ts';
import { countedExam, hasRetake } from './run-result.ts';

/** What a mentor says of runs. */
export type ReviewCommand = Extract<
  PracticeCommand,
  { type: 'override-mark' | 'comment-run' | 'judge-run' | 'allow-retake' }
>;

type Of<Type extends ReviewCommand['type']> = Extract<ReviewCommand, { type: Type }>;

/** Decides what a mentor says of somebody's runs. Pure. */
export function decideReview(command: ReviewCommand, record: PracticeRecord): PracticeFacts {
  switch (command.type) {
    case 'override-mark':
      return decideOverride(command, record);
    case 'comment-run':
      return decideComment(command, record);
    case 'judge-run':
      return decideVerdict(command, record);
    case 'allow-retake':
      return decideRetake(command, record);
  }
}

function decideOverride(
  { runId, markId, isFound, reason }: Of<'override-mark'>,
  record: PracticeRecord,
): PracticeFacts {
  const run = runOf(record, runId);
  if (!run.ok) return run;
  const mark = markOf(run.value, markId);
  if (!mark.ok) return mark;
  const why = whyNoReason(reason);
  if (why) return fail(why);
  const points = pointsOf(mark.value, isFound);
  const override = { runId, markId, fact: mark.value.fact, isFound, points, reason };
  return ok([{ type: 'mark-overridden', override }]);
}

function decideComment(
  { commentId, runId, line, text }: Of<'comment-run'>,
  record: PracticeRecord,
): PracticeFacts {
  const run = runOf(record, runId);
  if (!run.ok) return run;
  if (text.trim() === '') return refuse('text-missing');
  const why = whyTooLong([text]);
  if (why) return fail(why);
  if (record.comments.some(({ id }) => id === commentId)) return ok([]);
  return ok([{ type: 'run-commented', comment: { id: commentId, runId, line, text } }]);
}

function decideVerdict(
  { runId, isPassed, reason }: Of<'judge-run'>,
  record: PracticeRecord,
): PracticeFacts {
  const run = runOf(record, runId);
  if (!run.ok) return run;
  if (!run.value.needsMentor) return refuse('verdict-not-needed');
  const why = whyNoReason(reason);
  return why ? fail(why) : ok([{ type: 'run-judged', runId, isPassed, reason }]);
}

function decideRetake(
  { scenarioId, reason }: Of<'allow-retake'>,
  record: PracticeRecord,
): PracticeFacts {
  const isQuiz = record.lessons.some(({ itemId }) => itemId === scenarioId);
  if (!isQuiz && !countedExam(record, scenarioId))
    return refuse('no-exam-yet', [], { scenario: scenarioId });
  const why = whyNoReason(reason);
  if (why) return fail(why);
  if (hasRetake(record, scenarioId)) return ok([]);
  return ok([{ type: 'retake-allowed', retake: { scenarioId, reason } }]);
}

/** Why a reason does not do; null when it does. */
export function whyNoReason(reason: string): Refusal | null {
  return reason.trim() === '' ? refusal('reason-missing') : whyTooLong([reason]);
}
