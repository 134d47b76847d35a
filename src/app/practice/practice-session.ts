import type { Scenario } from '../../content/scenario/scenario.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { FormValues } from '../../practice/run/run-event.ts';
import type { RunMode, RunScore, RunState } from '../../practice/run/run-state.ts';
import type { Result } from '../../util/result.ts';

/** What a person does in a run, as it was done: nothing of it is judged yet. */
export type PracticeAnswer =
  | { readonly type: 'replied'; readonly text: string }
  | { readonly type: 'chose'; readonly choiceId: string }
  | { readonly type: 'acted'; readonly name: string; readonly values: FormValues }
  | { readonly type: 'opened'; readonly attachment?: string; readonly article?: string }
  | { readonly type: 'noted'; readonly text: string }
  /** So long, in ms of the run's own clock, passes at once. */
  | { readonly type: 'waited'; readonly ms: number }
  | { readonly type: 'hinted' }
  | { readonly type: 'injected'; readonly index: number }
  | { readonly type: 'retried' };

/** Why an answer was not taken. The sentences are in `i18n/`. */
export interface AnswerProblem {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** How a run ended: its score, and whether mentors see it. */
export interface EndedRun {
  readonly runId: string;
  readonly state: RunState;
  readonly score: RunScore;
  readonly isShared: boolean;
  /** Why an exam did not get into the practice record; null where nothing is wrong. */
  readonly refusal: Refusal | null;
}

/** One run while it is played. Whatever is shown of it is on disk before. */
export interface PracticeSession {
  readonly runId: string;
  readonly scenario: Scenario;
  readonly mode: RunMode;
  readonly seed: number;
  /** Which run of this scenario it is for its author, from 1. */
  readonly attempt: number;
  /** How many times faster than the real clock the run goes. */
  readonly speed: number;
  state(): RunState;
  score(): RunScore;
  /** Instant of the run's own clock, epoch ms. */
  now(): number;
  isPaused(): boolean;
  /** Judges an answer, keeps it, and goes on. A text that was not taken stays the draft. */
  answer(answer: PracticeAnswer): Promise<Result<RunState, AnswerProblem>>;
  /**
   * Lets the run's clock follow the real one, epoch ms, at `speed` unless told otherwise; what
   * falls due meanwhile happens.
   */
  tick(realNow: number, pace?: number): RunState;
  /** The clock of the run stops while the screen is left. */
  pause(realNow: number): void;
  resume(realNow: number): void;
  /** The unfinished text, kept over a crash. */
  draft(): string;
  saveDraft(text: string): void;
  /** Called after every change; gives back what ends it. */
  listen(listener: (state: RunState) => void): () => void;
  /** Ends the run as it stands: score, skills, and for an exam the practice record. */
  finish(): EndedRun;
  /** Leaves practice without a score; an exam is finished as it stands instead. */
  abandon(): EndedRun;
}
