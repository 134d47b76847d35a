import { type EffectiveScore, effectiveScore } from './effective-score.ts';
import type { FinishedRun, PracticeRecord, RecordedRun } from './practice-record.ts';

/** How a run counts after everything that mentors said of it. */
export interface RunResult extends EffectiveScore {
  /** An exam that waits for a mentor's word. */
  readonly isWaiting: boolean;
}

/** How a run of a record counts. Pure. */
export function resultOf(
  run: RecordedRun,
  { overrides }: Pick<PracticeRecord, 'overrides'>,
): RunResult {
  const effective = effectiveScore(run, overrides);
  const passed = run.verdict?.isPassed ?? effective.passed;
  const isWaiting = run.needsMentor && run.verdict === null && !effective.passed;
  return { ...effective, passed, isWaiting };
}

/** The exam of a scenario that counts: the first of its text, or the one that a mentor let be taken again. */
export function countedExam(record: PracticeRecord | null, scenarioId: string): RecordedRun | null {
  return (
    record?.runs.findLast(
      (run) => run.mode === 'exam' && run.scenarioId === scenarioId && !run.isRepeated,
    ) ?? null
  );
}

/** The exam of a scenario that counts and is passed; null while there is none. */
export function passedExam(record: PracticeRecord | null, scenarioId: string): RecordedRun | null {
  const exam = countedExam(record, scenarioId);
  return record && exam && resultOf(exam, record).passed ? exam : null;
}

/** The exam that another one of the same scenario and text would replace; null where it is the first. */
export function replacedExam(
  record: PracticeRecord,
  { mode, scenarioId, scenarioHash }: Pick<FinishedRun, 'mode' | 'scenarioId' | 'scenarioHash'>,
): RecordedRun | null {
  if (mode !== 'exam') return null;
  const isOfText = (run: RecordedRun) =>
    run.mode === 'exam' && run.scenarioId === scenarioId && run.scenarioHash === scenarioHash;
  return record.runs.find(isOfText) ?? null;
}

/** Whether a mentor lets an exam or a quiz be taken once more, which has not happened yet. */
export function hasRetake({ retakes, lessons }: PracticeRecord, id: string): boolean {
  const isTaken = (since: number) => lessons.some((one) => one.itemId === id && one.at >= since);
  return retakes.some(
    ({ scenarioId, usedByRunId, at }) => scenarioId === id && usedByRunId === null && !isTaken(at),
  );
}

/** The attempt at a quiz that counts where there is one only: the first since it may be taken again. */
export function countedQuiz({ retakes, lessons }: PracticeRecord, itemId: string) {
  const tries = lessons.filter((one) => one.itemId === itemId);
  const since = retakes.findLast(({ scenarioId }) => scenarioId === itemId)?.at ?? 0;
  return tries.find(({ at }) => at >= since) ?? tries[0] ?? null;
}
