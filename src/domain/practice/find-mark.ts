import { ok, type Result } from '../../util/result.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { PracticeRecord, RecordedMark, RecordedRun } from './practice-record.ts';

/** A run of a record. */
export function runOf({ runs }: PracticeRecord, runId: string): Result<RecordedRun, Refusal> {
  const run = runs.find(({ id }) => id === runId);
  return run ? ok(run) : refuse('no-such-run', [], { run: runId });
}

/** A mark of a run. */
export function markOf({ marks }: RecordedRun, markId: string): Result<RecordedMark, Refusal> {
  const mark = marks.find(({ id }) => id === markId);
  if (mark) return ok(mark);
  return refuse('no-such-mark', [], {
    mark: markId,
    marks: marks.map(({ id }) => id).join(', '),
  });
}
