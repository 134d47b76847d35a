import type { PracticeAnswer, PracticeSession } from '../../../app/practice/practice-session.ts';
import type { ComposerState } from '../ui-state.ts';

/** What somebody looked into: a file by its name, an article by its id. */
export type Opened = { readonly file: string } | { readonly article: string };

/** Where a run meets the screens that it is played in. */
export interface PracticeSeat {
  readonly session: PracticeSession;
  /** Gives an answer to the run. One that is not taken is said why, and changes nothing: false. */
  play(answer: PracticeAnswer): Promise<boolean>;
  /** A reply or a note was finished in the composer. Until the run takes it, the text stays open. */
  finish(composer: ComposerState): void;
  opened(thing: Opened): void;
  /** The ticket that the run is about. */
  mainTicket(): string | null;
  /** Ends the run as it stands; its review follows. */
  end(): void;
  /** The run's clock stops, and live work has the terminal again. */
  leave(): void;
}
