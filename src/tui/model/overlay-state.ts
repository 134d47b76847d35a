import type { DiffLine } from '../../app/knowledge/compare-versions.ts';
import type { OpenVersion } from '../../app/knowledge/list-reviews.ts';
import type { TextHistory } from '../input/text-history.ts';
import type { Line } from '../present/line.ts';
import type { AcceptanceScreen } from './acceptance-state.ts';
import type { FormState } from './form-state.ts';
import type { KnownWhile } from './known-while.ts';
import type { CardScreen, LadderScreen } from './ladder-state.ts';
import type { Mailing, Members } from './mailing-state.ts';
import type { Review } from './review-state.ts';
import type { ShiftReading } from './shift-reading-state.ts';

/** One choice of a menu or a picker. A disabled one stays and says why. */
export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
  readonly disabled: string | null;
}

/** How a list answers what is typed, where that is more than a look at its names. */
export interface PickerAnswers {
  /** At once, before the letter is painted. */
  readonly rank: (query: string) => readonly Choice[];
  /** Slower and fuller, after the letter is painted. */
  readonly complete?: (query: string) => readonly Choice[];
  /** Takes a text that is no question: the list closes and gives it back. */
  readonly passOn?: (typed: string) => boolean;
  /** Makes the choice a favourite or no favourite; the list as it stands then. */
  readonly favour?: (choice: Choice) => readonly Choice[];
}

export type Overlay =
  | {
      readonly type: 'picker';
      readonly purpose: string;
      readonly title: string;
      readonly query: TextHistory;
      readonly choices: readonly Choice[];
      readonly shown: readonly Choice[];
      readonly selected: number;
      /** Whether typing narrows the list; without it digits choose. */
      readonly isSearchable: boolean;
      /** Digits choose while nothing is typed: they stand before the first nine. */
      readonly hasDigits: boolean;
      readonly preview: ((choice: Choice) => readonly string[]) | null;
      readonly choose: (choice: Choice) => void;
      readonly answers: PickerAnswers | null;
      /** The query that `shown` answers in full. */
      readonly answered: string;
      /** The text being written stays in sight above the list. */
      readonly isUnderText: boolean;
      /** What stands on the screen after Esc; the tab below when absent. */
      readonly leave?: (() => void) | undefined;
    }
  | {
      readonly type: 'prompt';
      readonly title: string;
      readonly field: TextHistory;
      readonly problem: string | null;
      /** What the typed text means, shown while typing. */
      readonly explain: (text: string) => string;
      /** Takes the text; a sentence when it cannot. */
      readonly submit: (text: string) => string | null;
      /** What stands on the screen after Esc; the tab below when absent. */
      readonly leave?: (() => void) | undefined;
    }
  | {
      readonly type: 'pager';
      readonly title: string;
      readonly lines: readonly Line[];
      readonly scroll: number;
    }
  | Choices
  | Review
  | Proposal
  | CallPad
  | FormState
  | LadderScreen
  | CardScreen
  | Mailing
  | Members
  | ShiftReading
  | AcceptanceScreen;

/** The ways of going on that a run of practice offers; they stand in the run. */
export interface Choices {
  readonly type: 'choices';
  readonly selected: number;
  /** Rows of the ticket above that are scrolled back from its end. */
  readonly scroll: number;
}

/** A change of an article that waits for a decision, line by line. */
export interface Proposal {
  readonly type: 'proposal';
  readonly open: OpenVersion;
  readonly title: string;
  readonly lines: readonly DiffLine[];
  readonly scroll: number;
}

/** The call pad: the first line is the problem, then who calls. */
export interface CallPad {
  readonly type: 'call';
  readonly startedAt: number;
  readonly problem: TextHistory;
  readonly caller: TextHistory;
  readonly focus: 'problem' | 'caller';
  readonly found: readonly Caller[];
  readonly selected: number;
  /** What of the pad is in the store as a draft; differs while something typed is not saved yet. */
  readonly savedText: string;
  /** What could not be saved and why, until something else is typed. */
  readonly saveFailure: { readonly text: string; readonly why: string } | null;
  /** What is known already of such a problem of such a caller. */
  readonly known: KnownWhile;
}

export interface Caller {
  readonly contactId: string | null;
  readonly customerId: string | null;
  readonly label: string;
  readonly detail: string;
}
