import { segmentText, segmentTokens } from './segment.ts';
import { createSpelling, type Spelling, type SpellingEntry } from './spelling.ts';
import { normalizeWord, type Stemmer } from './word.ts';

/** An article as the search needs it; `id` with `lang` names it. */
export interface SearchArticle {
  readonly id: string;
  readonly lang: string;
  readonly title: string;
  readonly tags: readonly string[];
  readonly text: string;
  readonly kind: string;
  readonly line: string | number | null;
}

/** Where and how often one token occurs in one article. */
export interface Posting {
  readonly article: number;
  title: number;
  tags: number;
  body: number;
  /** Body offsets in pairs (start, end) of the first occurrences. */
  readonly spots: number[];
}

export interface ArticleIndex {
  readonly articles: readonly SearchArticle[];
  /** Body tokens of each article and their mean. */
  readonly lengths: readonly number[];
  readonly meanLength: number;
  readonly postings: ReadonlyMap<string, readonly Posting[]>;
  /** All tokens in order, for prefixes. */
  readonly tokens: readonly string[];
  readonly spelling: Spelling;
  /** The most frequent spelling of a token: what to show for it. */
  readonly surfaces: ReadonlyMap<string, string>;
}

type Field = 'title' | 'tags' | 'body';

const MOST_SPOTS = 64;

/** Builds the in-memory index of up to about a thousand articles. */
export function buildArticleIndex(
  articles: readonly SearchArticle[],
  stemmer: Stemmer,
): ArticleIndex {
  const postings = new Map<string, Posting[]>();
  const words = new Map<string, SurfaceCount>();
  const lengths = articles.map((article, number) => {
    const target = { number, postings, words, stemmer };
    addField(target, 'title', article.title);
    addField(target, 'tags', article.tags.join('\n'));
    return addField(target, 'body', article.text);
  });
  const total = lengths.reduce((sum, length) => sum + length, 0);
  return {
    articles,
    lengths,
    meanLength: Math.max(1, total / Math.max(1, lengths.length)),
    postings,
    tokens: [...postings.keys()].sort(),
    spelling: createSpelling(spellingEntries(words, postings)),
    surfaces: commonSurfaces(words),
  };
}

/** The tokens that begin with a prefix. */
export function tokensWithPrefix(tokens: readonly string[], prefix: string): string[] {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle] ?? '') < prefix) low = middle + 1;
    else high = middle;
  }
  const found: string[] = [];
  for (let at = low; tokens[at]?.startsWith(prefix); at += 1) found.push(tokens[at] ?? '');
  return found;
}

interface SurfaceCount {
  readonly token: string;
  count: number;
}

interface FieldTarget {
  readonly number: number;
  readonly postings: Map<string, Posting[]>;
  readonly words: Map<string, SurfaceCount>;
  readonly stemmer: Stemmer;
}

function addField(target: FieldTarget, field: Field, text: string): number {
  let length = 0;
  for (const segment of segmentText(text)) {
    length += 1;
    for (const token of segmentTokens(segment, target.stemmer)) {
      const posting = postingOf(target, token);
      posting[field] += 1;
      if (field === 'body' && posting.spots.length < MOST_SPOTS) {
        posting.spots.push(segment.start, segment.end);
      }
    }
    if (segment.kind === 'word') countSurface(target, normalizeWord(segment.text));
  }
  return length;
}

function countSurface({ words, stemmer }: FieldTarget, word: string): void {
  const known = words.get(word);
  if (known === undefined) words.set(word, { token: stemmer.stem(word), count: 1 });
  else known.count += 1;
}

/** Articles are added one after another, so the last posting is the current article's or older. */
function postingOf({ number, postings }: FieldTarget, token: string): Posting {
  const list = postings.get(token);
  const last = list?.at(-1);
  if (last?.article === number) return last;
  const posting = { article: number, title: 0, tags: 0, body: 0, spots: [] };
  if (list === undefined) postings.set(token, [posting]);
  else list.push(posting);
  return posting;
}

function* spellingEntries(
  words: ReadonlyMap<string, SurfaceCount>,
  postings: ReadonlyMap<string, readonly Posting[]>,
): Generator<SpellingEntry> {
  const stems = new Set<string>();
  for (const [word, { token }] of words) {
    const weight = postings.get(token)?.length ?? 0;
    yield { word, token, weight };
    // A mistyped inflected form is nearer to the stem than to any form that occurs.
    if (token !== word && !words.has(token) && !stems.has(token)) {
      stems.add(token);
      yield { word: token, token, weight };
    }
  }
}

function commonSurfaces(words: ReadonlyMap<string, SurfaceCount>): Map<string, string> {
  const best = new Map<string, { word: string; count: number }>();
  for (const [word, { token, count }] of words) {
    if (count > (best.get(token)?.count ?? 0)) best.set(token, { word, count });
  }
  return new Map([...best].map(([token, { word }]) => [token, word]));
}
