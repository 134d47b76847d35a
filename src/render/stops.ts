import type { BodyProblemCode } from '../content/template-problem.ts';
import { hintMark } from './hint-mark.ts';

/** One place of a reply to be looked at or filled in. Offsets are UTF-16, half-open, in the text. */
export interface Stop {
  readonly number: number;
  /** Must be filled before the reply can be sent. */
  readonly required: boolean;
  /** What to write here, without the brackets; empty for a stop that is not required. */
  readonly hint: string;
  readonly choices: readonly string[];
  readonly start: number;
  readonly end: number;
  /** False while a required stop still shows its ⟦hint⟧. */
  readonly isFilled: boolean;
}

/** A reply as it stands in the composer: plain text and the stops in it, in text order. */
export interface StopText {
  readonly text: string;
  /** Stops of one number repeat one value. */
  readonly stops: readonly Stop[];
}

/** A stop that cannot be read; `offset` is in the source. */
export interface StopProblem {
  readonly offset: number;
  readonly code: BodyProblemCode;
}

export interface ParsedStops extends StopText {
  /** The broken ones stand in the text as they were written. */
  readonly problems: readonly StopProblem[];
}

interface StopNode {
  readonly number: number;
  readonly required: boolean;
  /** Null for a bare `$1`: it repeats what another stop of its number says. */
  readonly content: string | null;
  readonly choices: readonly string[];
}

type Node = string | StopNode;

interface Read {
  readonly node: Node;
  readonly length: number;
  readonly problem?: BodyProblemCode;
}

const HEAD = /\$\{(\d{1,2})(!?)([}:|])/y;
const BARE = /\$(\d+)/y;
/** A character of stop syntax, or any character after which a backslash is taken off. */
const ESCAPED = /\\([\\$},|])/g;
const BEFORE_CLOSE = /(?:\\[\s\S]|[^\\}])*/y;
const BEFORE_BAR = /(?:\\[\s\S]|[^\\|]|\|(?!\}))*/y;

/** Makes any text literal for `parseStops`, wherever it is put. */
export function escapeForStops(text: string): string {
  return text.replace(/[\\$},|]/g, '\\$&');
}

/**
 * Reads `$1`, `${1}`, `${1:default}`, `${1!:must be filled}`, `${2|a,b|}`, `${2!|a,b|}` and the
 * escapes `\$ \} \\ \, \|`. Numbers are 0 to 99. Takes any text.
 */
export function parseStops(source: string): ParsedStops {
  const nodes: Node[] = [];
  const problems: StopProblem[] = [];
  let at = 0;
  while (at < source.length) {
    const { node, length, problem } = readNode(source, at);
    if (problem !== undefined) problems.push({ offset: at, code: problem });
    nodes.push(node);
    at += length;
  }
  return { ...layOut(nodes), problems };
}

/**
 * The reply with every stop of `number` saying `value` (plain text). An emptied required stop
 * shows its hint again; an unknown number changes nothing.
 */
export function fillStop(reply: StopText, number: number, value: string): StopText {
  return rewrite(reply, (stop, said) => {
    if (stop.number !== number) return { said, isFilled: stop.isFilled };
    const isFilled = !stop.required || value.trim() !== '';
    return { said: isFilled ? value : hintMark(stop.hint), isFilled };
  });
}

/**
 * The reply as a template would have it where it is not filled: required stops stand as `${1!:hint}`
 * or `${1!|a,b|}`, everything else as it is.
 */
export function withOpenStops(reply: StopText): StopText {
  return rewrite(reply, (stop, said) => {
    return { said: stop.isFilled ? said : writtenStop(stop), isFilled: stop.isFilled };
  });
}

type Saying = Pick<Stop, 'isFilled'> & { readonly said: string };

/** The reply with what `say` puts into each stop; `said` is what stands there now. */
function rewrite(reply: StopText, say: (stop: Stop, said: string) => Saying): StopText {
  let text = '';
  let from = 0;
  const stops = reply.stops.map((stop): Stop => {
    text += reply.text.slice(from, stop.start);
    from = stop.end;
    const start = text.length;
    const { said, isFilled } = say(stop, reply.text.slice(stop.start, stop.end));
    text += said;
    return { ...stop, start, end: text.length, isFilled };
  });
  return { text: text + reply.text.slice(from), stops };
}

function writtenStop({ number, hint, choices }: Stop): string {
  // Only what has to be escaped: a person reads this.
  if (choices.length === 0) return `\${${number}!:${hint.replace(/[\\}]|\$(?=\{)/g, '\\$&')}}`;
  const written = choices.map((choice) => choice.replace(/[\\,|]/g, '\\$&'));
  return `\${${number}!|${written.join(',')}|}`;
}

function readNode(source: string, at: number): Read {
  const char = source.charAt(at);
  if (char === '\\') {
    const next = source.charAt(at + 1);
    const isEscape = next !== '' && '\\$},|'.includes(next);
    return isEscape ? { node: next, length: 2 } : { node: char, length: 1 };
  }
  if (char === '$') return readStop(source, at);
  const next = source.slice(at).search(/[\\$]/);
  const end = next < 0 ? source.length : at + next;
  return { node: source.slice(at, end), length: end - at };
}

function readStop(source: string, at: number): Read {
  const literal = { node: '$', length: 1 };
  const bare = matchAt(BARE, source, at);
  if (bare !== null) {
    const [whole, digits = ''] = bare;
    if (digits.length > 2) return { ...literal, problem: 'stop-number' };
    const node = { number: Number(digits), required: false, content: null, choices: [] };
    return { node, length: whole.length };
  }
  if (source.charAt(at + 1) !== '{') return literal;
  const head = matchAt(HEAD, source, at);
  if (head === null) return { ...literal, problem: 'stop-head' };
  const [opening, digits, must, mark] = head;
  const stop = { number: Number(digits), required: must === '!', choices: [] };
  if (mark === '}') {
    // A required stop without a hint still has something of its own to say.
    return { node: { ...stop, content: stop.required ? '' : null }, length: opening.length };
  }
  const inside =
    mark === ':'
      ? readDefault(source, at + opening.length)
      : readChoices(source, at + opening.length);
  if (typeof inside === 'string') return { ...literal, problem: inside };
  return { node: { ...stop, ...inside.node }, length: opening.length + inside.length };
}

type Inside = { node: Pick<StopNode, 'content' | 'choices'>; length: number } | BodyProblemCode;

function readDefault(source: string, at: number): Inside {
  const raw = matchAt(BEFORE_CLOSE, source, at)?.[0] ?? '';
  if (source.charAt(at + raw.length) !== '}') return 'stop-unclosed';
  if (/(?<!\\)(?:\\\\)*\$\{/.test(raw)) return 'stop-nested';
  return { node: { content: unescapeStop(raw), choices: [] }, length: raw.length + 1 };
}

function readChoices(source: string, at: number): Inside {
  const raw = matchAt(BEFORE_BAR, source, at)?.[0] ?? '';
  if (!source.startsWith('|}', at + raw.length)) return 'choices-unclosed';
  const choices = (raw.match(/(?:\\[\s\S]|[^\\,])+/g) ?? []).map(unescapeStop);
  if (choices.length === 0 || choices.some((choice) => choice.trim() === '')) {
    return 'choice-empty';
  }
  return { node: { content: choices[0] ?? '', choices }, length: raw.length + 2 };
}

function unescapeStop(raw: string): string {
  return raw.replace(ESCAPED, '$1');
}

function layOut(nodes: readonly Node[]): StopText {
  const stopNodes = nodes.filter((node) => typeof node !== 'string');
  let text = '';
  const stops: Stop[] = [];
  for (const node of nodes) {
    const start = text.length;
    if (typeof node === 'string') {
      text += node;
      continue;
    }
    const same = stopNodes.filter(({ number }) => number === node.number);
    const said = same.find(({ content }) => content !== null);
    const required = same.some((stop) => stop.required);
    const choices = said?.choices ?? [];
    const hint = required ? (choices.length > 0 ? choices.join(' / ') : (said?.content ?? '')) : '';
    text += required ? hintMark(hint) : (said?.content ?? '');
    const { number } = node;
    stops.push({ number, required, hint, choices, start, end: text.length, isFilled: !required });
  }
  return { text, stops };
}

function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  // Set before every use: nothing is remembered between calls.
  pattern.lastIndex = at;
  return pattern.exec(source);
}
