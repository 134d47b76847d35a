import type { Scenario } from '../../../content/scenario/scenario.ts';
import type { Expected } from '../../../practice/run/expected.ts';
import type { RunState } from '../../../practice/run/run-state.ts';
import type { UiState } from '../ui-state.ts';

/** Rows above the screens while a run is played: the banner, and what is expected now. */
export const RUN_ROWS = 2;

/** What of the live desk is told while somebody practises. */
export interface LiveAlarm {
  /** My promises that are late or come up right now. */
  readonly promises: number;
  /** Tickets whose deadline has passed. */
  readonly overdue: number;
}

/** The run that is played at this workstation, as the screens show it. */
export interface RunView {
  readonly scenario: Scenario;
  readonly state: RunState;
  readonly expected: Expected;
  readonly attempt: number;
  readonly speed: number;
  readonly live: LiveAlarm;
  /** An answer is being judged. */
  readonly isJudging: boolean;
}

/** Nobody types eight times as fast: while something is written the run goes at most as fast as life. */
export function paceOf({ composer, overlay }: UiState, speed: number): number {
  const isWriting = composer !== null || overlay?.type === 'form';
  return isWriting ? Math.min(1, speed) : speed;
}

/** Since when the customer waits for a word, an instant of the run's clock; null while he does not. */
export function waitsSince({ transcript }: RunState): number | null {
  const last = transcript.findLast(({ isPublic, ticket }) => isPublic && ticket === null);
  return last?.from === 'customer' ? last.at : null;
}
