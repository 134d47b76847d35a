import type { Choice } from './overlay-state.ts';
import type { Ui } from './ui.ts';

/** A choice with what it puts in. */
export interface Insert extends Choice {
  readonly insert: (ui: Ui) => void;
  readonly preview: () => readonly string[];
}

/** Something to put in that answers what is typed, and how surely: 0 to 1. */
export interface FoundInsert {
  readonly insert: Insert;
  readonly score: number;
  /** Nothing was met as it was typed. */
  readonly isGuess: boolean;
}
