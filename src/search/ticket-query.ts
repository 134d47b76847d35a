import type { TimeRange } from './query-time.ts';
import type { TicketField } from './ticket-fields.ts';

/** One value of a term. */
export type TermValue =
  | { readonly type: 'name'; readonly name: string }
  | { readonly type: 'time'; readonly range: TimeRange }
  /** Both ends included. */
  | { readonly type: 'number'; readonly least: number; readonly most: number };

/** One `field:value,value`: one of its values must be met, or none of them when it is negated. */
export interface TicketTerm {
  readonly field: TicketField;
  readonly values: readonly TermValue[];
  readonly negated: boolean;
  readonly start: number;
  readonly end: number;
}

/** A word or quoted phrase to look for in the text. */
export interface TicketQueryWord {
  readonly text: string;
  readonly negated: boolean;
  /** Its words stand together and in this order. */
  readonly isPhrase: boolean;
  /** The closing quote is not there: its last word may be unfinished. */
  readonly isOpen: boolean;
}

export type TicketQueryProblemKind =
  | 'unknown-field'
  | 'unknown-value'
  | 'unknown-name'
  | 'empty-value'
  | 'bad-time'
  | 'bad-number'
  | 'not-compared'
  | 'open-quote';

/** Something the line says that the desk does not know; the rest of the line still works. */
export interface TicketQueryProblem {
  readonly kind: TicketQueryProblemKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** A name that was probably meant, or an example of what can stand there. */
  readonly suggestion: string | null;
}

/** One key of `sort:-created,priority`. */
export interface NamedKey {
  readonly name: string;
  readonly isDescending: boolean;
}

/** The queue's filter line as plain data. Names are codes of the fields' lists. */
export interface TicketQuery {
  readonly terms: readonly TicketTerm[];
  readonly words: readonly TicketQueryWord[];
  /** `SM-1042` when the line is nothing but a ticket number; it is in `words` as well. */
  readonly number: string | null;
  readonly sort: readonly NamedKey[];
  readonly group: string | null;
  /** Null: the list's own columns. */
  readonly columns: readonly string[] | null;
  readonly problems: readonly TicketQueryProblem[];
}
