import { valuesOf } from './field-values.ts';
import { layoutReadings } from './keyboard-layout.ts';
import { type QueryToken, type QueryValue, splitValues } from './query-lexer.ts';
import { type Comparison, parseTimeRange, splitComparison } from './query-time.ts';
import {
  findEntry,
  findValue,
  formOf,
  type TicketField,
  type TicketVocabulary,
  type VocabularyEntry,
} from './ticket-fields.ts';
import type {
  NamedKey,
  TermValue,
  TicketQueryProblem,
  TicketQueryProblemKind,
  TicketTerm,
} from './ticket-query.ts';

/** A term as it was cut out of the line, before its value was read. */
export interface RawTerm {
  readonly token: QueryToken;
  readonly field: TicketField;
  /** The name of the field as it was typed, in the layout that was meant. */
  readonly name: string;
  readonly op: Comparison;
  readonly value: string;
  readonly negated: boolean;
}

/** What has been read of a line so far. */
export interface Reading {
  readonly vocabulary: TicketVocabulary;
  readonly terms: TicketTerm[];
  readonly problems: TicketQueryProblem[];
  readonly sort: NamedKey[];
  group: string | null;
  columns: string[] | null;
}

/** Reads the value of one term into what has been read so far. */
export function readTerm(term: RawTerm, reading: Reading): void {
  const { token, field, value } = term;
  const { type } = formOf(field);
  if (splitValues(value).length === 0) {
    reading.problems.push(problemAt(token, 'empty-value', term.name, null));
  } else if (type === 'look') readLook(term, reading);
  else if (type === 'number') readNumbers(term, reading);
  else if (type === 'name') readNames(term, reading);
  else readTimes(term, reading);
}

/** A value with its own comparison, or with that of its term. */
function compared(term: RawTerm, value: QueryValue) {
  if (term.op !== '=' || value.isQuoted) return { op: term.op, rest: value.text };
  return splitComparison(value.text);
}

function readNames(term: RawTerm, reading: Reading): void {
  const { field, token } = term;
  const found = splitValues(term.value).flatMap((value): string[] => {
    const { op, rest } = compared(term, value);
    if (op !== '=' && !formOf(field).isOrdered) {
      reading.problems.push(problemAt(token, 'not-compared', term.name, `${term.name}:${rest}`));
      return [];
    }
    const name = nameOf(term, { ...value, text: rest }, reading);
    if (name === null) return [];
    return op === '=' ? [name] : namesBeside(name, op, valuesOf(field, reading.vocabulary));
  });
  const names = [...new Set(found)];
  keep(
    term,
    names.map((name) => ({ type: 'name', name })),
    reading,
  );
}

/** `priority<=P2`: every name of the list that stands so to the typed one. */
function namesBeside(name: string, op: Comparison, entries: readonly VocabularyEntry[]): string[] {
  const all = new Set(entries.map((one) => one.value));
  return [...all].toSorted().filter((one) => isMet(one, op, name));
}

function isMet(one: string, op: Comparison, than: string): boolean {
  if (one === than) return op.includes('=');
  return op.startsWith(one < than ? '<' : '>');
}

/** What `due:30m` or `age:2d` means without a sign. */
const plainLength = { age: '>', other: '<' } as const;

function readTimes(term: RawTerm, reading: Reading): void {
  const { field, value } = term;
  const fallback = plainLength[field === 'age' ? 'age' : 'other'];
  // «1,5дня» is one length: the comma separates nothing there.
  const whole = timeOf(term, value, reading);
  const parts = whole ? [] : splitValues(value);
  const found = whole ? [whole] : parts.map(({ text }) => timeOf(term, text, reading));
  const bad = parts.find((_, place) => found[place] === null);
  if (bad) {
    const example = `${term.name}${fallback}${field === 'age' ? '2d' : '1h'}`;
    reading.problems.push(problemAt(term.token, 'bad-time', bad.text, example));
    return;
  }
  keep(
    term,
    found.filter((one) => one !== null),
    reading,
  );
}

function timeOf({ field, op }: RawTerm, text: string, reading: Reading): TermValue | null {
  const range = parseTimeRange(op === '=' ? text : `${op}${text}`);
  if (range !== null) {
    const isPlain = range.op === '=' && range.point.type === 'length';
    const fallback = plainLength[field === 'age' ? 'age' : 'other'];
    return { type: 'time', range: isPlain ? { ...range, op: fallback } : range };
  }
  const entries = valuesOf(field, reading.vocabulary);
  const name = op === '=' ? findEntry(layoutReadings(text), entries) : null;
  return name === null ? null : { type: 'name', name };
}

const MOST = Number.MAX_SAFE_INTEGER;

function readNumbers(term: RawTerm, reading: Reading): void {
  const values = splitValues(term.value);
  const found = values.map((value) => numbersOf(compared(term, value)));
  const bad = values.find((_, place) => found[place] === null);
  if (bad) {
    const example = `${term.name}>=2`;
    reading.problems.push(problemAt(term.token, 'bad-number', bad.text, example));
    return;
  }
  keep(
    term,
    found.filter((one) => one !== null),
    reading,
  );
}

function numbersOf({ op, rest }: { op: Comparison; rest: string }): TermValue | null {
  const [, from, to] = /^(\d{1,6})\.\.(\d{1,6})$/.exec(rest) ?? [];
  if (op === '=' && from !== undefined && to !== undefined) {
    return { type: 'number', least: Number(from), most: Number(to) };
  }
  const n = Number(rest);
  if (!/^\d{1,6}$/.test(rest) || (op === '<' && n === 0)) return null;
  const least = op === '>' ? n + 1 : op === '<' || op === '<=' ? 0 : n;
  const most = op === '<' ? n - 1 : op === '>' || op === '>=' ? MOST : n;
  return { type: 'number', least, most };
}

/** `sort:`, `group:` and `columns:` say how the list looks, not what is in it. */
function readLook(term: RawTerm, reading: Reading): void {
  const values = splitValues(term.value);
  for (const value of values) {
    const isDescending = term.field === 'sort' && value.text.startsWith('-');
    const text = isDescending ? value.text.slice(1) : value.text;
    const name = nameOf(term, { ...value, text }, reading);
    if (name === null) continue;
    if (term.field === 'sort') reading.sort.push({ name, isDescending });
    else if (term.field === 'group') reading.group = name;
    else reading.columns = [...new Set([...(reading.columns ?? []), name])];
  }
}

/** The code that a typed value stands for; what the list does not have becomes a problem. */
function nameOf(term: RawTerm, value: QueryValue, reading: Reading): string | null {
  const { field, token } = term;
  const entries = valuesOf(field, reading.vocabulary);
  const found = findValue(field, layoutReadings(value.text), entries);
  if (found.known) return found.value;
  reading.problems.push(problemAt(token, 'unknown-value', value.text, found.suggestion));
  return null;
}

function keep(term: RawTerm, values: readonly TermValue[], reading: Reading): void {
  const { field, negated, token } = term;
  const { start, end } = token;
  if (values.length > 0) reading.terms.push({ field, values, negated, start, end });
}

/** Where the text stands inside its token, or the whole token when the layout was wrong. */
export function problemAt(
  token: QueryToken,
  kind: TicketQueryProblemKind,
  text: string,
  suggestion: string | null,
): TicketQueryProblem {
  const isPart = kind === 'unknown-value' || kind === 'bad-time' || kind === 'bad-number';
  const at = isPart && text !== '' ? token.raw.lastIndexOf(text) : -1;
  if (at < 0) return { kind, text, start: token.start, end: token.end, suggestion };
  const start = token.start + at;
  return { kind, text, start, end: start + text.length, suggestion };
}
