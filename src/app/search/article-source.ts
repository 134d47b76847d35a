import type { ArticleFacts } from '../../domain/article.ts';
import type { ArticleSource, Meanings } from '../../search/article/article-source.ts';
import type { ArticleStore } from '../../store/article/article-store.ts';
import type { ChoiceStore } from '../../store/article/choice-store.ts';
import type { MeaningStore } from '../../store/article/meaning-store.ts';

/** The stores that a search reads. */
export interface SearchStores {
  readonly articles: ArticleStore;
  readonly meanings: MeaningStore;
  readonly choices: ChoiceStore;
}

const MOST_WORDS = 5_000;

/** The store as the search reads it. What is large is kept until an article changes. */
export function articleSource(stores: SearchStores): ArticleSource {
  const { articles, meanings, choices } = stores;
  let revision = -1;
  let size = { count: 0, last: 0 };
  let learned: Meanings | null = null;
  let isLearnedRead = false;
  return {
    refresh() {
      const now = articles.revision();
      if (now === revision) return;
      revision = now;
      size = articles.size();
      isLearnedRead = false;
    },
    version: () => revision,
    size: () => size,
    find: (column, token, isPrefix) => articles.index.find(column, token, isPrefix),
    facts: (docs): ArticleFacts[] => articles.index.facts(docs),
    body: (doc) => articles.body(doc),
    words: () => articles.index.words(),
    choices: (stem) => choices.of(stem),
    uses: (ids) => choices.uses(ids),
    meanings() {
      if (!isLearnedRead) {
        isLearnedRead = true;
        learned = readMeanings(meanings, size.last);
      }
      return learned;
    },
  };
}

function readMeanings(store: MeaningStore, last: number): Meanings | null {
  const known = store.learned();
  if (known === null) return null;
  const words = new Map<string, Float32Array | null>();
  return {
    dims: known.dims,
    articles: store.articles(last, known.dims),
    word(stem) {
      let vector = words.get(stem);
      if (vector === undefined) {
        if (words.size > MOST_WORDS) words.clear();
        vector = store.word(stem);
        words.set(stem, vector);
      }
      return vector;
    },
  };
}
