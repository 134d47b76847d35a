import type { ActionName, FieldName } from './ticket-story.ts';

/** The words that a drafted scenario says by itself, in its own language. */
export interface DraftTexts {
  readonly head: string;
  readonly lesson: string;
  /** Nobody has written for this long. */
  readonly later: (length: string) => string;
  readonly goOn: string;
  readonly actions: Readonly<Record<ActionName, string>>;
  readonly fields: Readonly<Record<FieldName, string>>;
  readonly said: (n: number) => string;
  readonly counterExample: string;
  readonly good: string;
  readonly mediocre: string;
  readonly bad: string;
  readonly role: string;
  readonly cut: string;
}
