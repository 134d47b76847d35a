import type { ClockTarget } from '../clock-state.ts';
import type { TargetSource } from './choose-policy.ts';

/** One clock of a ticket. Times are epoch ms, lengths ms of working time. */
export interface SlaClock {
  readonly target: ClockTarget;
  /** The code of the calendar it counts by. */
  readonly calendar: string;
  readonly targetMs: number;
  readonly source: TargetSource;
  /** Null while nobody waits for it. */
  readonly startedAt: number | null;
  /** When it was satisfied; null while it was not. */
  readonly metAt: number | null;
}
