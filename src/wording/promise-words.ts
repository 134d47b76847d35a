import type { Token } from './promise-tokens.ts';

/** Something read from tokens, and the index of the token after it. */
export interface Read<Value> {
  readonly value: Value;
  readonly next: number;
}

/** Phrases by their first word, the longest first. */
export type Phrases<Value> = ReadonlyMap<string, readonly Phrase<Value>[]>;

interface Phrase<Value> {
  readonly words: readonly string[];
  readonly value: Value;
}

/** Makes a list of phrases quick to look up. */
export function phrasesOf<Value>(rows: readonly (readonly [string, Value])[]): Phrases<Value> {
  const byFirst = new Map<string, Phrase<Value>[]>();
  for (const [text, value] of rows) {
    const words = text.match(/[\p{L}']+|\d+|[^\s\p{L}\d]/gu) ?? [];
    const first = words[0] ?? '';
    byFirst.set(first, [...(byFirst.get(first) ?? []), { words, value }]);
  }
  for (const phrases of byFirst.values()) phrases.sort((a, b) => b.words.length - a.words.length);
  return byFirst;
}

/** The longest phrase that begins at a token. */
export function readWords<Value>(
  phrases: Phrases<Value>,
  tokens: readonly Token[],
  at: number,
): Read<Value> | null {
  const token = tokens[at];
  if (token === undefined) return null;
  for (const { words, value } of phrases.get(token.text) ?? []) {
    const isHere = words.every((word, i) => {
      const other = tokens[at + i];
      return other?.text === word && other.sentence === token.sentence;
    });
    if (isHere) return { value, next: at + words.length };
  }
  return null;
}
