/** Why a run does not take an event where it stands. The sentences are in `i18n/`. */
export type MisfitCode =
  | 'run-over'
  | 'run-stuck'
  | 'run-too-long'
  | 'no-reply-here'
  | 'no-choice-here'
  | 'choice-unknown'
  | 'action-unknown'
  | 'attachment-unknown'
  | 'no-hint-here'
  | 'no-hint-left'
  | 'no-hint-in-exam'
  | 'no-retry-in-exam'
  | 'nothing-to-retry'
  | 'injection-unknown';

/** An event that the run does not take; `value` is what was given. */
export interface Misfit {
  readonly code: MisfitCode;
  readonly value: string;
}
