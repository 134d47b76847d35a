import type { ArticleFacts } from '../../domain/article.ts';
import type { ReadQuery } from './article-query.ts';
import type { ArticleSource } from './article-source.ts';

export interface LikingContext {
  readonly source: ArticleSource;
  readonly facts: ReadonlyMap<number, ArticleFacts>;
  readonly options: { readonly line?: string; readonly today?: string };
}

const CHOSEN = 0.7;
const USED = 0.15;
const OWN_LINE = 0.05;
const OVERDUE = -0.1;
/** What a person with a trouble looks for is rather a way out than a description. */
const KINDS: Readonly<Record<string, number>> = {
  'symptom-tree': 0.6,
  instruction: 0.5,
  alert: 0.5,
  backup: 0.4,
  'faq-public': 0.5,
  'typical-answer': 0.3,
  troubleshooting: 0.6,
  'troubleshooting-body': 0.4,
  howto: 0.3,
};
/** So many openings say as much as can be said. */
const ENOUGH_CHOICES = 8;
const ENOUGH_USES = 50;
const LEAST_WEIGHT = 0.8;

/**
 * Weak signals, 0 to about 1: what people opened after these words, what is used, what is written
 * for the reader's line; an overdue review counts against an article.
 */
export function likingOf(
  chosen: ReadonlyMap<string, number>,
  { source, facts, options }: LikingContext,
): (facts: ArticleFacts) => number {
  const uses = source.uses([...facts.values()].map(({ id }) => id));
  return ({ id, kind, line, reviewBy }) => {
    const isOverdue = options.today !== undefined && reviewBy !== null && reviewBy < options.today;
    return (
      CHOSEN * saturate(chosen.get(id) ?? 0, ENOUGH_CHOICES) +
      USED * saturate(uses.get(id) ?? 0, ENOUGH_USES) +
      (KINDS[kind] ?? 0) +
      (line === options.line ? OWN_LINE : 0) +
      (isOverdue ? OVERDUE : 0)
    );
  };
}

function saturate(count: number, enough: number): number {
  return Math.min(1, Math.log1p(count) / Math.log1p(enough));
}

/** How often each article was opened after a telling word of the query, the mean over its words. */
export function chosenArticles(query: ReadQuery, source: ArticleSource): Map<string, number> {
  const stems = tellingStems(query);
  const chosen = new Map<string, number>();
  for (const stem of stems) {
    for (const { articleId, times } of source.choices(stem)) {
      chosen.set(articleId, (chosen.get(articleId) ?? 0) + times / stems.length);
    }
  }
  return chosen;
}

/** The stems of the words that say what a query is about, as they were read. */
export function tellingStems({ terms }: ReadQuery): string[] {
  return terms
    .filter(({ importance }) => importance === 1)
    .flatMap(({ alternatives }) => {
      return alternatives.find(({ weight }) => weight >= LEAST_WEIGHT)?.tokens[0] ?? [];
    });
}
