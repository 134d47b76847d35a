import { typedOnRussianLayout, typedOnUsLayout } from '../util/keyboard-layout.ts';
import { lexQuery, type QueryToken } from './query-lexer.ts';
import { splitComparison } from './query-time.ts';
import { problemAt, type RawTerm, type Reading, readTerm } from './read-term.ts';
import { findField, suggestField, type TicketVocabulary } from './ticket-fields.ts';
import { parseTicketNumber } from './ticket-number.ts';
import type { TicketQuery, TicketQueryProblem, TicketQueryWord } from './ticket-query.ts';

/** Reads the filter line of a queue. Never throws: what it cannot read becomes a problem. */
export function parseTicketQuery(text: string, vocabulary: TicketVocabulary): TicketQuery {
  const words: TicketQueryWord[] = [];
  const look = { sort: [], group: null, columns: null };
  const reading: Reading = { vocabulary, terms: [], problems: [], ...look };
  for (const token of lexQuery(text)) {
    if (token.openQuote) reading.problems.push(problemAt(token, 'open-quote', token.raw, null));
    const term = toRawTerm(token);
    if (term !== null) {
      readTerm(term, reading);
      continue;
    }
    const name = unknownField(token);
    if (name !== null) reading.problems.push(fieldProblem(token, name));
    const { negated, quoted: isPhrase, openQuote } = token;
    const word = token.text.trim();
    if (word !== '') words.push({ text: word, negated, isPhrase, isOpen: isPhrase && openQuote });
  }
  const { terms, problems, sort, group, columns } = reading;
  return { terms, words, number: numberOf(words), sort, group, columns, problems };
}

const TERM = /^([^\s:<>=≤≥!]+)(:|!=|<=|>=|=|<|>|≤|≥)(.*)$/su;

/** A term in any layout: the colon itself is `Ж` or `^` when the layout was wrong. */
function toRawTerm(token: QueryToken): RawTerm | null {
  if (token.quoted) return null;
  const readings = [token.body, typedOnUsLayout(token.body), typedOnRussianLayout(token.body)];
  for (const reading of readings) {
    const [, name, sign, rest] = TERM.exec(reading) ?? [];
    const field = name === undefined ? null : findField(name);
    if (field === null || name === undefined || sign === undefined || rest === undefined) continue;
    const op = sign === ':' || sign === '!=' ? '=' : splitComparison(sign).op;
    return { token, field, name, op, value: rest, negated: token.negated !== (sign === '!=') };
  }
  return null;
}

/** `foo:bar` names a field; `http://x`, `C:\x`, `14:30`, `NET::ERR` and a trailing colon do not. */
function unknownField(token: QueryToken): string | null {
  if (token.quoted) return null;
  const named = /^(\p{L}{2,}):(?![:/\\])./su.exec(token.body)?.[1];
  if (named !== undefined) return named;
  // Signs stand in many texts: only a slip in a name that is known is worth a word.
  const compared = /^(\p{L}{2,})(?:[<>]=?|[≤≥])[\p{L}\p{N}]/u.exec(token.body)?.[1];
  return compared !== undefined && suggestField(compared) !== null ? compared : null;
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
