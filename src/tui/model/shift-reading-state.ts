import type { Line } from '../present/line.ts';
import type { Overlay } from './overlay-state.ts';

/** The report of a shift being read: as it would go now, or as it was handed over. */
export interface ShiftReading {
  readonly type: 'shift-report';
  readonly title: string;
  readonly lines: readonly Line[];
  readonly scroll: number;
  readonly shiftId: string;
  /** Null: as it stands now. */
  readonly revision: number | null;
  /** What stands on the screen again afterwards. */
  readonly back: Overlay | null;
}
