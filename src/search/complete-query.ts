import { layoutReadings } from './keyboard-layout.ts';
import { lexQuery } from './query-lexer.ts';
import { findField, formOf, type TicketField, ticketFields } from './ticket-fields.ts';
import { normalizeWord } from './word.ts';

/** What stands at the caret of a filter line and could be completed: a field, or its value. */
export interface CompletionPlace {
  /** Null: the name of a field is being typed. */
  readonly field: TicketField | null;
  readonly typed: string;
  /** What a completion takes the place of. */
  readonly start: number;
  readonly end: number;
}

const OPERATOR = /^(-?[^\s:<>=≤≥!]+)(:|!=|<=|>=|=|<|>|≤|≥)/su;

/** The place at the caret; null in the middle of a word, in a phrase and behind a finished value. */
export function completionPlace(text: string, caret: number): CompletionPlace | null {
  const isInside = /\S/.test(text.charAt(caret));
  if (isInside) return null;
  const token = lexQuery(text.slice(0, caret)).find(({ end }) => end === caret);
  if (!token) return { field: null, typed: '', start: caret, end: caret };
  if (token.quoted) return null;
  const [before, name = ''] = OPERATOR.exec(token.raw) ?? [];
  if (before === undefined) {
    const start = token.start + (token.negated ? 1 : 0);
    return { field: null, typed: token.body, start, end: caret };
  }
  const field = findField(name.replace(/^-/, ''));
  if (field === null) return null;
  const value = token.raw.slice(before.length);
  const cut = /^(?:"[^"]*"|«[^»]*»|[^,"«]*,)*/su.exec(value)?.[0].length ?? 0;
  const typed = value.slice(cut).replace(/^[-"«<>=≤≥]+/u, '');
  return { field, typed, start: caret - typed.length - quoteBefore(value, typed), end: caret };
}

/** A quote that was opened for the value goes with it. */
function quoteBefore(value: string, typed: string): number {
  return /["«]$/u.test(value.slice(0, value.length - typed.length)) ? 1 : 0;
}

/** The fields whose name begins so, in either language and layout, the most used first. */
export function fieldsBegun(typed: string): readonly TicketField[] {
  const readings = layoutReadings(typed).map(normalizeWord);
  if (typed === '') return ticketFields;
  return ticketFields.filter((field) => {
    const names = [...formOf(field).en, ...formOf(field).ru];
    return readings.some((reading) => names.some((name) => name.startsWith(reading)));
  });
}
