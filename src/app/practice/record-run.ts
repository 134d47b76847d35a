import { LONGEST_REPLAY } from '../../domain/practice/decide-learning.ts';
import type { FinishedRun, PracticeRecord } from '../../domain/practice/practice-record.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { ok, type Result } from '../../util/result.ts';
import type { Desk } from '../desk/desk.ts';
import { executePractice } from './execute-practice.ts';

/**
 * Puts a finished run into one's own practice record, where mentors see it. Telling the same run
 * again changes nothing; a replay that is too long is left out, the score is not.
 */
export function recordRun(desk: Desk, run: FinishedRun): Result<PracticeRecord, Refusal> {
  const isLong = (run.replay?.length ?? 0) > LONGEST_REPLAY;
  const told = isLong ? { ...run, replay: null } : run;
  const done = executePractice(desk, desk.me.id, { type: 'record-run', run: told });
  return done.ok ? ok(done.value.record) : done;
}

/** Puts a lesson that was read, or a quiz that was taken, into one's own practice record. */
export function recordLesson(
  desk: Desk,
  lesson: { readonly itemId: string; readonly score: number | null; readonly max: number | null },
): Result<PracticeRecord, Refusal> {
  const done = executePractice(desk, desk.me.id, { type: 'finish-lesson', lesson });
  return done.ok ? ok(done.value.record) : done;
}
