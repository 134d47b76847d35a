import { loadLexicon } from '../../content/lexicon/load-lexicon.ts';
import type { Person } from '../../domain/person.ts';
import type {
  Attestation,
  ChannelSignOff,
  FactDispute,
  PracticeRecord,
  RecordedRun,
} from '../../domain/practice/practice-record.ts';
import { resultOf } from '../../domain/practice/run-result.ts';
import { standingSignOff } from '../../domain/practice/sign-offs.ts';
import { channels } from '../../domain/vocabulary.ts';
import { type PathProgress, pathProgress } from '../../practice/path/path-progress.ts';
import type { HelpCount } from '../../store/supervision/supervision-reader.ts';
import type { Desk } from '../desk/desk.ts';
import { helpStats } from '../supervision/list-supervised.ts';
import { readLearningPath } from './learning-path.ts';
import { listScenarios } from './list-scenarios.ts';
import { lexiconFolders } from './load-scenarios.ts';
import { pathFacts } from './path-tracks.ts';
import { learnersFor } from './practice-people.ts';
import { type WeakSpots, weakSpots } from './weak-spots.ts';

/** How far somebody is with what they learn, as those who lead see it. */
export interface LearnerOverview {
  readonly person: Person;
  readonly path: Pick<PathProgress, 'done' | 'total' | 'percent' | 'next'>;
  readonly exams: {
    readonly passed: number;
    readonly failed: number;
    readonly waiting: number;
    readonly repeated: number;
  };
  readonly weak: WeakSpots;
  /** Exams that wait for a mentor's word. */
  readonly waiting: readonly RecordedRun[];
  /** Disputes that nobody has answered by an override yet. */
  readonly disputes: readonly FactDispute[];
  /** What stands for each channel. */
  readonly signOffs: readonly ChannelSignOff[];
  readonly attestation: Attestation | null;
  /** Both count in their favour. */
  readonly help: HelpCount;
}

/** Everybody who learns, for who leads or mentors; for others only themselves. */
export async function practiceOverview(desk: Desk): Promise<readonly LearnerOverview[]> {
  const { path } = await readLearningPath(desk);
  const scenarios = await listScenarios(desk, desk.language);
  const { facts: lexicon } = loadLexicon(lexiconFolders(desk), desk.language);
  const help = helpStats(desk, { from: 0, until: desk.clock.now() + 1 });
  return learnersFor(desk).map((person) => {
    const record = desk.practiceRecords.of(person.id);
    // Practice that was not shared is nobody's business.
    const { done, total, percent, next } = pathProgress(path, pathFacts(scenarios, record));
    return {
      ...{ person, path: { done, total, percent, next }, exams: examsOf(record) },
      ...{
        weak: weakSpots(record, (id) => lexicon.get(id)?.title ?? null),
        waiting: waitingIn(record),
        disputes: openDisputes(record),
      },
      ...{ signOffs: standingOf(record), attestation: record.attestations.at(-1) ?? null },
      help: help.get(person.id) ?? { asked: 0, given: 0 },
    };
  });
}

/** What stands for each channel of which something was said. */
export function standingOf(record: PracticeRecord): readonly ChannelSignOff[] {
  return channels.flatMap((channel) => standingSignOff(record, channel) ?? []);
}

/** Disputes behind which nobody has decided about their mark yet. */
export function openDisputes({ disputes, overrides }: PracticeRecord): readonly FactDispute[] {
  const isAnswered = ({ runId, markId, at }: FactDispute) =>
    overrides.some((one) => one.runId === runId && one.markId === markId && one.at >= at);
  return disputes.filter((dispute) => !isAnswered(dispute));
}

function waitingIn(record: PracticeRecord): readonly RecordedRun[] {
  return record.runs.filter((run) => !run.isRepeated && resultOf(run, record).isWaiting);
}

function examsOf(record: PracticeRecord): LearnerOverview['exams'] {
  const exams = record.runs.filter(({ mode }) => mode === 'exam');
  const counted = exams.filter(({ isRepeated }) => !isRepeated);
  const results = counted.map((run) => resultOf(run, record));
  const passed = results.filter((result) => result.passed).length;
  const waiting = results.filter(({ isWaiting }) => isWaiting).length;
  return {
    ...{ passed, waiting, failed: counted.length - passed - waiting },
    repeated: exams.length - counted.length,
  };
}
