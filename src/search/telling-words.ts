import { isEverydayStem } from './everyday-words.ts';
import { isFiller } from './filler-words.ts';
import { segmentText, segmentTokens } from './segment.ts';
import type { Stemmer } from './word.ts';

/** A word or code that names something. */
export interface TellingWord {
  /** As the text index holds it. */
  readonly token: string;
  readonly text: string;
  readonly kind: 'word' | 'code';
}

/** Forms of words that stand for others: no stem brings them together with the word itself. */
const PRONOUNS: ReadonlySet<string> = new Set(
  `весь всю всего всех всеми всему нами вами ними неё нее ним них нему кого кому кем чего чему чем
  этого этой этих этим этому того той тех тем тому`.split(/\s+/),
);

/** The words and codes of a text that name something, each once, in reading order. */
export function tellingWords(text: string, stemmer: Stemmer): readonly TellingWord[] {
  const found = new Map<string, TellingWord>();
  for (const segment of segmentText(text)) {
    const [token] = segmentTokens(segment, stemmer);
    const isNamed = !isFiller(segment.text) && !PRONOUNS.has(segment.text.toLowerCase());
    const isTelling = token !== undefined && isNamed && !isEverydayStem(token);
    if (!isTelling || token.length < 2 || found.has(token)) continue;
    found.set(token, { token, text: segment.text, kind: segment.kind });
  }
  return [...found.values()];
}
