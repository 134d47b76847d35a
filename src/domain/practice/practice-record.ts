import type { Channel, Language } from '../vocabulary.ts';

/**
 * What a desk knows of somebody's learning: exams, shared runs, verdicts of mentors, sign-offs.
 * One for each person; practice that was not shared never gets here.
 */
export interface PracticeRecord {
  /** `practice/<personId>`. */
  readonly id: string;
  /** The person who learns. */
  readonly personId: string;
  readonly runs: readonly RecordedRun[];
  readonly disputes: readonly FactDispute[];
  /** All of them, in their order: of one mark the last stands. */
  readonly overrides: readonly FactOverride[];
  readonly comments: readonly RunComment[];
  /** All of them, in their order: of one channel the last stands. */
  readonly signOffs: readonly ChannelSignOff[];
  readonly attestations: readonly Attestation[];
  readonly lessons: readonly LessonDone[];
  readonly retakes: readonly Retake[];
  /** How many events it is made of. */
  readonly rev: number;
  readonly updatedAt: number;
}

/** A finished run as its author hands it in: every exam, and practice that was shared. */
export interface FinishedRun {
  readonly id: string;
  readonly scenarioId: string;
  readonly lang: Language;
  /** Sha-256 of the scenario, hex. */
  readonly scenarioHash: string;
  readonly title: string;
  readonly mode: 'practice' | 'exam';
  /** Real instants, epoch ms. */
  readonly startedAt: number;
  readonly finishedAt: number;
  readonly score: number;
  readonly max: number;
  /** The score that passes. */
  readonly pass: number;
  readonly passed: boolean;
  readonly needsMentor: boolean;
  readonly ending: 'good' | 'mediocre' | 'bad' | null;
  readonly sections: readonly RecordedSection[];
  /** What the score is made of, so that a mentor can say otherwise of each. */
  readonly marks: readonly RecordedMark[];
  /** Sha-256 over its events, hex. */
  readonly eventsHash: string;
  readonly skills: readonly string[];
  /**
   * Setup, events and scenario as JSON, so that a mentor sees it as it was; at most 200 000 characters. It stands
   * in the event alone: `PracticeRecordStore.replayOf`.
   */
  readonly replay: string | null;
}

/** A run that others may read. */
export interface RecordedRun extends Omit<FinishedRun, 'replay'> {
  readonly hasReplay: boolean;
  readonly recordedAt: number;
  /** An exam that was taken again on the same scenario without leave: it replaces nothing. */
  readonly isRepeated: boolean;
  /** The mentor's word on an exam that words alone would fail. */
  readonly verdict: RunVerdict | null;
}

export interface RecordedSection {
  readonly id: string;
  readonly score: number;
  readonly max: number;
  readonly isZeroed: boolean;
}

/** One mark of the review, as far as a score needs it. */
export interface RecordedMark {
  /** Stable within the run: `open/ask_har`. */
  readonly id: string;
  readonly section: string;
  readonly points: number;
  readonly max: number;
  readonly fact: string | null;
  readonly outcome: 'found' | 'not-found' | 'taken' | 'zeroed';
}

export interface RunVerdict {
  readonly isPassed: boolean;
  readonly reason: string;
  readonly byId: string;
  readonly at: number;
}

/** «Не нашли, а я это написал»: a point of a run that its author disputes. */
export interface FactDispute {
  readonly runId: string;
  readonly markId: string;
  readonly fact: string | null;
  readonly text: string;
  readonly at: number;
}

/** What a mentor decided about a point; kept to improve the lexicon. */
export interface FactOverride {
  readonly runId: string;
  readonly markId: string;
  readonly fact: string | null;
  /** Whether it stands in the reply after all. */
  readonly isFound: boolean;
  /** What the mark gives instead. */
  readonly points: number;
  readonly reason: string;
  readonly byId: string;
  readonly at: number;
}

export interface RunComment {
  readonly id: string;
  readonly runId: string;
  /** Line of the transcript; null for the whole run. */
  readonly line: number | null;
  readonly text: string;
  readonly byId: string;
  readonly at: number;
}

/** Whether somebody gets live tickets of a channel. */
export interface ChannelSignOff {
  readonly channel: Channel;
  readonly state: 'signed-off' | 'by-override' | 'withdrawn';
  /** The scenarios that the path asked for. */
  readonly scenarioIds: readonly string[];
  readonly reason: string;
  readonly byId: string;
  readonly at: number;
}

/** A passed attestation: what it was made of, until when it holds, its verifiable code. */
export interface Attestation {
  readonly id: string;
  readonly title: string;
  readonly runIds: readonly string[];
  /** Percent of right answers; null where the path asks for no quiz. */
  readonly quizScore: number | null;
  readonly at: number;
  readonly expiresAt: number;
  /** First ten hex digits of sha-256 over the event hashes of its runs. */
  readonly code: string;
  readonly byId: string;
}

/** A lesson that was read or a quiz that was taken, by its id on the learning path. */
export interface LessonDone {
  readonly itemId: string;
  readonly score: number | null;
  readonly max: number | null;
  readonly at: number;
}

/** A mentor lets an exam or the quiz of an attestation be taken once more; the next one uses it up. */
export interface Retake {
  /** Of the scenario, or of the quiz on the learning path. */
  readonly scenarioId: string;
  readonly reason: string;
  readonly usedByRunId: string | null;
  readonly byId: string;
  readonly at: number;
}
