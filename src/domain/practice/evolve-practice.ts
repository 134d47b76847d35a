import { unreachable } from '../../util/must.ts';
import type { PracticeEvent, PracticeFact } from './practice-fact.ts';
import { personOfPractice } from './practice-id.ts';
import type { FinishedRun, PracticeRecord, RecordedRun, Retake } from './practice-record.ts';
import { replacedExam } from './run-result.ts';

/** Folds one event into a practice record; the first one begins it. Pure. */
export function evolvePractice(
  record: PracticeRecord | null,
  event: PracticeEvent,
): PracticeRecord {
  const { practiceId, at, fact } = event;
  const before = record ?? emptyRecord(practiceId);
  return { ...folded(before, fact, event), rev: before.rev + 1, updatedAt: at };
}

/** Folds a whole history, oldest first. */
export function replayPractice(events: Iterable<PracticeEvent>): PracticeRecord | null {
  let record: PracticeRecord | null = null;
  for (const event of events) record = evolvePractice(record, event);
  return record;
}

/** A record in which nothing has happened yet. */
export function emptyRecord(id: string): PracticeRecord {
  return {
    ...{ id, personId: personOfPractice(id) ?? '', runs: [], disputes: [], overrides: [] },
    ...{ comments: [], signOffs: [], attestations: [], lessons: [], retakes: [] },
    ...{ rev: 0, updatedAt: 0 },
  };
}

function folded(
  record: PracticeRecord,
  fact: PracticeFact,
  { at, byId }: Pick<PracticeEvent, 'at' | 'byId'>,
): PracticeRecord {
  const signed = { byId, at };
  switch (fact.type) {
    case 'run-recorded':
      return recorded(record, fact, at);
    case 'lesson-finished':
      return { ...record, lessons: [...record.lessons, { ...fact.lesson, at }] };
    case 'mark-disputed':
      return { ...record, disputes: [...record.disputes, { ...fact.dispute, at }] };
    case 'mark-overridden':
      return { ...record, overrides: [...record.overrides, { ...fact.override, ...signed }] };
    case 'run-commented':
      return { ...record, comments: [...record.comments, { ...fact.comment, ...signed }] };
    case 'run-judged': {
      const { runId, isPassed, reason } = fact;
      const verdict = { isPassed, reason, ...signed };
      const runs = record.runs.map((run) => (run.id === runId ? { ...run, verdict } : run));
      return { ...record, runs };
    }
    case 'retake-allowed': {
      const retake: Retake = { ...fact.retake, usedByRunId: null, ...signed };
      return { ...record, retakes: [...record.retakes, retake] };
    }
    case 'channel-signed-off':
      return { ...record, signOffs: [...record.signOffs, { ...fact.signOff, ...signed }] };
    case 'attested': {
      const attested = { ...fact.attestation, ...signed };
      return { ...record, attestations: [...record.attestations, attested] };
    }
    default:
      return unreachable(fact);
  }
}

/** An exam that replaces an earlier one uses up the leave for it. */
function recorded(
  record: PracticeRecord,
  { run, isRepeated }: Extract<PracticeFact, { type: 'run-recorded' }>,
  recordedAt: number,
): PracticeRecord {
  const { replay, ...kept } = run;
  const added: RecordedRun = {
    ...kept,
    ...{ hasReplay: replay !== null, recordedAt, isRepeated, verdict: null },
  };
  const isReplacing = !isRepeated && replacedExam(record, run) !== null;
  const retakes = isReplacing ? used(record.retakes, run) : record.retakes;
  return { ...record, runs: [...record.runs, added], retakes };
}

function used(retakes: readonly Retake[], run: FinishedRun): readonly Retake[] {
  const place = retakes.findIndex(
    (one) => one.scenarioId === run.scenarioId && one.usedByRunId === null,
  );
  const found = retakes[place];
  return found ? retakes.with(place, { ...found, usedByRunId: run.id }) : retakes;
}
