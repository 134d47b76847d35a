import { typedOnRussianLayout, typedOnUsLayout } from '../util/keyboard-layout.ts';
import { type DurationRange, parseDurationRange } from './duration-range.ts';
import { layoutReadings } from './keyboard-layout.ts';
import { lexQuery, type QueryToken, splitValues } from './query-lexer.ts';
import {
  findField,
  findValue,
  suggestField,
  type TicketField,
  type TicketVocabulary,
} from './ticket-fields.ts';
import { parseTicketNumber } from './ticket-number.ts';

/** One `field:value`. Terms of one field are alternatives, different fields must all be met. */
export interface TicketTerm {
  readonly field: TicketField;
  readonly value: string;
  readonly negated: boolean;
  /** Only for `age` and `due`. */
  readonly range: DurationRange | null;
}

/** A word or quoted phrase to look for in the text. */
export interface TicketQueryWord {
  readonly text: string;
  readonly negated: boolean;
}

export type TicketQueryProblemKind =
  | 'unknown-field'
  | 'unknown-value'
  | 'empty-value'
  | 'bad-duration'
  | 'open-quote';

/** Something the line says that the desk does not know; the rest of the line still works. */
export interface TicketQueryProblem {
  readonly kind: TicketQueryProblemKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** A name that was probably meant. */
  readonly suggestion: string | null;
}

/** The queue's filter line as plain data. */
export interface TicketQuery {
  readonly terms: readonly TicketTerm[];
  readonly words: readonly TicketQueryWord[];
  /** `SM-1042` when the line is nothing but a ticket number; it is in `words` as well. */
  readonly number: string | null;
  readonly problems: readonly TicketQueryProblem[];
}

interface FieldTerm {
  readonly field: TicketField;
  readonly value: string;
}

/** Reads the filter line of a queue. Never throws: what it cannot read becomes a problem. */
export function parseTicketQuery(text: string, vocabulary: TicketVocabulary): TicketQuery {
  const terms: TicketTerm[] = [];
  const words: TicketQueryWord[] = [];
  const problems: TicketQueryProblem[] = [];
  for (const token of lexQuery(text)) {
    if (token.openQuote) problems.push(problemAt(token, 'open-quote', token.raw, null));
    const term = toFieldTerm(token);
    if (term !== null) {
      readTerm(token, term, vocabulary, { terms, problems });
      continue;
    }
    const name = unknownField(token);
    if (name !== null) problems.push(fieldProblem(token, name));
    if (token.text.trim() !== '') words.push({ text: token.text.trim(), negated: token.negated });
  }
  return { terms, words, number: numberOf(words), problems };
}

/** A term in any layout: the colon itself is `Ж` or `^` when the layout was wrong. */
function toFieldTerm(token: QueryToken): FieldTerm | null {
  if (token.quoted) return null;
  const readings = [token.body, typedOnUsLayout(token.body), typedOnRussianLayout(token.body)];
  for (const reading of readings) {
    const [, name, value] = /^([^\s:]+):(.*)$/su.exec(reading) ?? [];
    const field = name === undefined || value === undefined ? null : findField(name);
    if (field !== null && value !== undefined) return { field, value };
  }
  return null;
}

interface Collected {
  readonly terms: TicketTerm[];
  readonly problems: TicketQueryProblem[];
}

function readTerm(
  token: QueryToken,
  { field, value }: FieldTerm,
  vocabulary: TicketVocabulary,
  out: Collected,
): void {
  const values = splitValues(value);
  const { negated } = token;
  if (values.length === 0) {
    out.problems.push(problemAt(token, 'empty-value', field, null));
  } else if (field === 'age' || field === 'due') {
    readRange(token, { field, value }, out);
  } else {
    for (const text of values) {
      const found = findValue(field, layoutReadings(text), vocabulary);
      if (found.known) out.terms.push({ field, value: found.value, negated, range: null });
      else out.problems.push(problemAt(token, 'unknown-value', text, found.suggestion));
    }
  }
}

/** The whole value is one range: the comma of «1,5дня» separates nothing. */
function readRange(
  token: QueryToken,
  { field, value }: { readonly field: 'age' | 'due'; readonly value: string },
  out: Collected,
): void {
  const [fallback, example] = field === 'age' ? (['>', '>2d'] as const) : (['<', '<1h'] as const);
  const duration = parseDurationRange(value, fallback);
  if (duration === null) {
    out.problems.push(problemAt(token, 'bad-duration', value, example));
  } else {
    const { canonical, range } = duration;
    out.terms.push({ field, value: canonical, negated: token.negated, range });
  }
}

/** `foo:bar` names a field; `http://x`, `C:\x`, `14:30`, `NET::ERR` and a trailing colon do not. */
function unknownField(token: QueryToken): string | null {
  if (token.quoted) return null;
  return /^(\p{L}{2,}):(?![:/\\])./su.exec(token.body)?.[1] ?? null;
}

function numberOf(words: readonly TicketQueryWord[]): string | null {
  if (words.length > 2 || words.some((word) => word.negated)) return null;
  // «SM 1042» with a space is a number too.
  return parseTicketNumber(words.map((word) => word.text).join('-'));
}

function fieldProblem(token: QueryToken, name: string): TicketQueryProblem {
  const start = token.start + (token.negated ? 1 : 0);
  const end = start + name.length;
  return { kind: 'unknown-field', text: name, start, end, suggestion: suggestField(name) };
}

function problemAt(
  token: QueryToken,
  kind: TicketQueryProblemKind,
  text: string,
  suggestion: string | null,
): TicketQueryProblem {
  return { kind, text, start: token.start, end: token.end, suggestion };
}
