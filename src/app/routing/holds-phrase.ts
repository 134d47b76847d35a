import { segmentText, segmentTokens } from '../../search/segment.ts';
import { createStemmer, type Stemmer } from '../../search/word.ts';

/** What of a letter is read: a topic shows at its beginning. */
const READ_CHARS = 20_000;

/** Tells of phrases whether a text holds them, in any form of their words, the words in a row. */
export function phrasesIn(
  text: string,
  stemmer: Stemmer = createStemmer(),
): (phrase: string) => boolean {
  let words: readonly (readonly string[])[] | null = null;
  return (phrase) => {
    words ??= tokensOf(text.slice(0, READ_CHARS), stemmer);
    const wanted = tokensOf(phrase, stemmer).map(([first]) => first);
    return wanted.length > 0 && holdsRow(words, wanted);
  };
}

function tokensOf(text: string, stemmer: Stemmer): readonly (readonly string[])[] {
  return [...segmentText(text)].map((segment) => segmentTokens(segment, stemmer));
}

function holdsRow(
  words: readonly (readonly string[])[],
  wanted: readonly (string | undefined)[],
): boolean {
  return words.some((_, start) =>
    wanted.every((token, step) => token !== undefined && words[start + step]?.includes(token)),
  );
}
