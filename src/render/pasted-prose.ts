/** A reply that is an article word for word reads like one. Shares are of 0 to 1. */
export const MUCH_PASTED = 0.8;

/** Words in a row that are the same by chance more seldom than not. */
const SHINGLE = 5;
/** Of the shingles of a sentence; a name put in or a word bent leaves it the article's. */
const SAME_SENTENCE = 0.7;
/** A greeting and one short sentence are nobody's text. */
const LEAST_WORDS = 15;

const FENCED = /^[ \t]*(```|~~~)[\s\S]*?(?:^[ \t]*\1[ \t]*$|(?![\s\S]))/gm;
const INDENTED = /^(?: {4}|\t)\S.*$/gm;
const NUMBERED = /^[ \t]*\d{1,2}[.)][ \t].*(?:\n(?![ \t]*\n|[ \t]*\d{1,2}[.)][ \t])[ \t]+\S.*)*/gm;
const PROMPT = /^[ \t]*(?:\$|#|>|PS [^>\n]*>|[A-Z]:\\[^>\n]*>)[ \t]+\S.*$/gm;
const INLINE_CODE = /`[^`\n]+`/g;
const SENTENCE_END = /(?<=[.!?…])["»”)]*\s+|\n\s*\n|\n(?=\s*[-*•])/u;

/** An article whose prose a reply may be. */
export interface ProseSource {
  readonly id: string;
  readonly title: string;
  /** The text in Markdown. */
  readonly body: string;
}

/** An article that a reply repeats, and how much of the reply's prose that is. */
export interface PastedProse {
  readonly source: ProseSource;
  readonly share: number;
}

/**
 * The article of which a reply's prose is mostly a copy: most of its sentences stand in it word for
 * word. Commands, blocks of code and numbered steps are meant to be copied and do not count.
 */
export function findPastedProse(text: string, sources: readonly ProseSource[]): PastedProse | null {
  const sentences = sentencesOf(text);
  const words = sentences.reduce((sum, sentence) => sum + sentence.length, 0);
  if (words < LEAST_WORDS) return null;
  const shares = sources.map((source) => ({ source, share: shareFrom(sentences, source.body) }));
  const [most] = shares.toSorted((a, b) => b.share - a.share);
  return most !== undefined && most.share >= MUCH_PASTED ? most : null;
}

type Words = readonly string[];

function shareFrom(sentences: readonly Words[], body: string): number {
  const known = new Set(sentencesOf(body).flatMap(shinglesOf));
  const taken = sentences.filter((sentence) => {
    const own = shinglesOf(sentence);
    return own.filter((shingle) => known.has(shingle)).length >= own.length * SAME_SENTENCE;
  });
  return taken.length / sentences.length;
}

/** The sentences of prose that are long enough to be somebody's, as words. */
function sentencesOf(text: string): readonly Words[] {
  const prose = text
    .replace(FENCED, '\n\n')
    .replace(NUMBERED, '\n\n')
    .replace(INDENTED, '')
    .replace(PROMPT, '')
    .replace(INLINE_CODE, ' ')
    .replace(/\]\([^)\n]*\)/g, '] ');
  return prose.split(SENTENCE_END).flatMap((sentence) => {
    const words =
      sentence
        .toLowerCase()
        .replaceAll('ё', 'е')
        .match(/[\p{L}\p{N}]+/gu) ?? [];
    return words.length >= SHINGLE ? [words] : [];
  });
}

function shinglesOf(words: Words): readonly string[] {
  return words
    .slice(0, words.length - SHINGLE + 1)
    .map((_, at) => words.slice(at, at + SHINGLE).join(' '));
}
