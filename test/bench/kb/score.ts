import type { JsonHit } from '../../../src/app/search/search-json.ts';
import type { CorpusArticle, Question } from './corpus.ts';

/** What an engine answers: ids, best first, and how many of them are highlighted rightly. */
export interface Answer {
  readonly ids: readonly string[];
  readonly highlighted: number;
}

/** Shares of the queries of one class. */
export interface Score {
  readonly asked: number;
  /** A right article comes first. */
  readonly first: number;
  /** A right article is among the first five. */
  readonly five: number;
  /** Nothing is found. */
  readonly empty: number;
  /** Of the answers, those with valid highlights. */
  readonly highlights: number;
}

/** Asks an engine all questions. */
export function scoreOf(questions: readonly Question[], answer: (query: string) => Answer): Score {
  const sum = { first: 0, five: 0, empty: 0, shown: 0, highlighted: 0 };
  for (const { query, relevant } of questions) {
    const { ids, highlighted } = answer(query);
    const place = ids.findIndex((id) => relevant.includes(id));
    if (place === 0) sum.first += 1;
    if (place >= 0 && place < 5) sum.five += 1;
    if (ids.length === 0) sum.empty += 1;
    sum.shown += ids.length;
    sum.highlighted += highlighted;
  }
  const asked = questions.length;
  return {
    asked,
    first: sum.first / asked,
    five: sum.five / asked,
    empty: sum.empty / asked,
    highlights: sum.highlighted / sum.shown,
  };
}

/** At most `count` of the values, evenly spread over them. */
export function spread<Value>(values: readonly Value[], count: number): Value[] {
  const step = Math.max(1, values.length / count);
  return values.filter((_, place) => Math.floor(place / step) !== Math.floor((place - 1) / step));
}

/** Whether something is highlighted, in order, inside of the text, and whole letters or digits. */
export function isHighlighted({ matches }: JsonHit, { title, body }: CorpusArticle): boolean {
  if (matches.length === 0) return false;
  return matches.every(({ field, indices }) => {
    const text = field === 'title' ? title.trim() : body;
    let after = 0;
    return indices.every(([from, to]) => {
      const marked = text.slice(from, to);
      const isInOrder = from >= after && to > from && to <= text.length;
      after = to;
      return isInOrder && marked.isWellFormed() && /[\p{L}\p{N}]/u.test(marked);
    });
  });
}
