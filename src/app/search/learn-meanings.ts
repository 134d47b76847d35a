import { indexColumns } from '../../domain/article.ts';
import {
  FEWEST_ARTICLES,
  learnAssociations,
  placeArticle,
  placeArticles,
} from '../../search/article/associations.ts';
import { createPostings } from '../../search/article/postings.ts';
import type { ArticleStore } from '../../store/article/article-store.ts';
import type { MeaningStore } from '../../store/article/meaning-store.ts';

/** A base that grew or shrank by this share is learned anew. */
const CHANGED_SHARE = 0.25;
const BATCH = 200;

/** What learning works on. */
export interface Learning {
  readonly articles: ArticleStore;
  readonly meanings: MeaningStore;
}

/** Whether what was learned does not fit the base any more. */
export function shouldLearn({ articles, meanings }: Learning): boolean {
  const { count } = articles.size();
  const learned = meanings.learned();
  if (learned === null) return count >= FEWEST_ARTICLES;
  return Math.abs(count - learned.count) > learned.count * CHANGED_SHARE;
}

/** Learns the meanings of the base and places every article. About 0.3 ms an article. */
export function learnMeanings(learning: Learning): void {
  const { articles, meanings } = learning;
  const { count, last } = articles.size();
  const postings = createPostings({
    version: () => 0,
    size: () => ({ count, last }),
    find: (column, token, isPrefix) => articles.index.find(column, token, isPrefix),
  });
  const stems = new Set(articles.index.words().map(({ stem }) => stem));
  const postingOf = (stem: string) => postings.of(stem);
  const learned = learnAssociations({ stems, postingOf, count });
  if (learned === null) return meanings.forget();
  meanings.replace(learned.words, count, learned.dims);
  const places = placeArticles(learned, postingOf);
  meanings.place([...places].map(([doc, vector]) => ({ doc, vector })));
  placeWaiting(learning);
}

/** Places the articles that were indexed since. Cheap when there are none. */
export function placeWaiting({ articles, meanings }: Learning): void {
  const learned = meanings.learned();
  if (learned === null) return;
  let waiting = meanings.waiting(BATCH);
  const words = waiting.length > 1 ? meanings.words() : null;
  const wordOf = (stem: string) =>
    words === null ? meanings.word(stem) : (words.get(stem) ?? null);
  while (waiting.length > 0) {
    meanings.place(
      waiting.map((doc) => ({ doc, vector: placeOf(articles.tokens(doc), wordOf, learned.dims) })),
    );
    waiting = meanings.waiting(BATCH);
  }
}

function placeOf(
  tokens: Readonly<Record<string, string>>,
  wordOf: (stem: string) => Float32Array | null,
  dims: number,
): Int8Array {
  const bits = new Map<string, number>();
  for (const [place, column] of indexColumns.entries()) {
    for (const token of (tokens[column] ?? '').split(' ')) {
      bits.set(token, (bits.get(token) ?? 0) | (1 << place));
    }
  }
  const known = [...bits].flatMap(([stem, found]) => {
    const vector = wordOf(stem);
    return vector === null ? [] : [{ vector, bits: found }];
  });
  return placeArticle(known, dims);
}
