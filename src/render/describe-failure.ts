import type { BodyProblem, BodyProblemCode } from '../content/template-problem.ts';
import { offsetIn, placeIn } from '../content/template-problem.ts';
import type { MessageParams } from '../util/user-error.ts';
import { filterNames, WrongValue } from './filters.ts';
import { knownVariables } from './variables.ts';

/** The tags that a template may use. */
const TAG_NAMES = 'if, elsif, else, unless, assign, comment, render';

type Told = Pick<BodyProblem, 'code' | 'params'>;
type Reading = (detail: string) => Told;

/** The sentences of the Liquid engine, and what they mean for the author of a template. */
const READINGS: readonly (readonly [pattern: RegExp, reading: Reading])[] = [
  [/^undefined variable: (.+)$/, (path) => unknownVariable(path)],
  [/^undefined filter: (.+)$/, (name) => told('filter-unknown', { name, known: known() })],
  [/^tag "(\S+)" not found$/, (name) => told('tag-unknown', { name, known: TAG_NAMES })],
  [/^tag (.+) not closed$/s, (tag) => told('tag-unclosed', { tag: short(tag) })],
  [/^output (.+) not closed$/s, (output) => told('output-unclosed', { output: short(output) })],
  [/^parse length limit/, () => told('too-long')],
  [/^template render limit/, () => told('too-slow')],
  [/^memory alloc limit/, () => told('too-big')],
  [/^((?:invalid|expected|unexpected)\b.*)$/s, (detail) => told('expression-wrong', { detail })],
];

/** A failure of the Liquid engine as a problem with its place in the body. */
export function describeFailure(error: unknown, body: string): BodyProblem {
  if (!(error instanceof Error)) {
    return { line: 1, column: 1, ...told('liquid', { detail: String(error) }) };
  }
  const place = positionOf(error);
  const cause: unknown = 'originalError' in error ? error.originalError : null;
  if (cause instanceof WrongValue) return { ...place, ...told(cause.code) };
  const message = error.message.replace(/(?:, file:.*)?, line:\d+, col:\d+$/, '');
  for (const [pattern, reading] of READINGS) {
    const match = pattern.exec(message);
    if (match === null) continue;
    const problem = reading(match[1] ?? '');
    return {
      ...(problem.code === 'filter-unknown' ? atFilter(body, place, match[1]) : place),
      ...problem,
    };
  }
  return { ...place, ...told('liquid', { detail: short(message) }) };
}

/** A variable that nobody documents, with those that could be meant. */
export function unknownVariable(path: string): Told {
  return told('variable-unknown', { path, known: knownVariables(path).join(', ') });
}

function told(code: BodyProblemCode, params: MessageParams = {}): Told {
  return { code, params };
}

function known(): string {
  return filterNames.join(', ');
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

interface Place {
  readonly line: number;
  readonly column: number;
}

/** The engine points at the brace before the output; the author looks for the name. */
function atFilter(body: string, place: Place, name = ''): Place {
  const from = offsetIn(body, place);
  const at = body.indexOf(name, body.indexOf('|', from));
  return at < from ? place : placeIn(body, at);
}

function positionOf(error: Error): Place {
  const start = { line: 1, column: 1 };
  const token: unknown = 'token' in error ? error.token : null;
  if (typeof token !== 'object' || token === null || !('getPosition' in token)) return start;
  const { getPosition } = token;
  const position: unknown = typeof getPosition === 'function' ? getPosition.call(token) : null;
  const [line, column]: unknown[] = Array.isArray(position) ? position : [];
  return typeof line === 'number' && typeof column === 'number' ? { line, column } : start;
}
