import type { ArticleMark } from '../../domain/article-command.ts';
import type { TicketMark } from '../../store/article/article-mark-store.ts';
import type { ArticleSummary } from '../../store/article/article-row.ts';
import type { Knowledge } from '../content/knowledge.ts';
import { type RelatedBy, relatedArticles } from '../content/related-articles.ts';
import { ticketWords } from '../content/ticket-words.ts';
import type { TicketView } from '../ticket/show-ticket.ts';
import { articleMarks } from './reader-stores.ts';

/** An article beside a ticket, and why it stands there. */
export interface TicketArticle {
  readonly article: ArticleSummary;
  /** `link`: a text of ours on the ticket names it. */
  readonly by: RelatedBy | 'link';
  /** The words of the ticket that it answers. */
  readonly words: readonly string[];
  /** What was said of it in this ticket. */
  readonly marks: readonly ArticleMark[];
}

/** How an article is named in a text: its id in square brackets. */
const NAMED = /\[([a-z0-9][a-z0-9-]{2,80})\]/g;

/**
 * Articles for a ticket: those that its texts name, then those that may help, without the ones that
 * somebody put aside there. Nothing of it is ever sent by itself.
 */
export async function ticketArticles(
  knowledge: Knowledge,
  view: Pick<TicketView, 'ticket' | 'entries'>,
  limit: number,
): Promise<readonly TicketArticle[]> {
  const { desk } = knowledge;
  const marks = articleMarks(desk).ofTicket(view.ticket.id);
  const aside = putAside(marks);
  const named = desk.articles
    .summaries(namedIn(view), desk.language)
    .map((article) => ({ article, by: 'link', words: [] }) as const);
  const related = await relatedArticles(knowledge, ticketWords(view), limit + aside.size);
  const known = new Set([...aside, ...named.map(({ article }) => article.id)]);
  const offered = related.filter(({ article }) => !known.has(article.id));
  // A letter in another language finds its own text of an article: people read theirs.
  const own = desk.articles.summaries(
    offered.map(({ article }) => article.id),
    desk.language,
  );
  const read = new Map(own.map((article) => [article.id, article]));
  const inOwn = offered.map((one) => ({
    ...one,
    article: read.get(one.article.id) ?? one.article,
  }));
  return [...named, ...inOwn]
    .slice(0, Math.max(limit, named.length))
    .map(({ article, by, words }) => ({ article, by, words, marks: marksOf(marks, article.id) }));
}

function marksOf(marks: readonly TicketMark[], id: string): readonly ArticleMark[] {
  return [...new Set(marks.flatMap(({ articleId, kind }) => (articleId === id ? [kind] : [])))];
}

function putAside(marks: readonly TicketMark[]): ReadonlySet<string> {
  return new Set(marks.flatMap(({ kind, articleId }) => (kind === 'rejected' ? [articleId] : [])));
}

function namedIn({ entries }: Pick<TicketView, 'entries'>): readonly string[] {
  const ours = entries.filter(({ author }) => author.type === 'person');
  return [
    ...new Set(ours.flatMap(({ text }) => [...text.matchAll(NAMED)].map(([, id = '']) => id))),
  ];
}
