import type { Ticket } from '../../domain/ticket.ts';
import type { Language } from '../../domain/vocabulary.ts';
import type { ReplyScope } from '../../render/variables.ts';
import type { Desk } from '../desk/desk.ts';
import { articleMarks } from '../knowledge/reader-stores.ts';

/** The article that was opened or put into a text of this ticket last. */
export function articleGiven(
  desk: Desk,
  ticket: Ticket | null,
  language: Language,
): ReplyScope['article'] {
  const marks = ticket === null ? [] : articleMarks(desk).ofTicket(ticket.id);
  const id = marks.findLast(({ kind }) => kind === 'accepted')?.articleId;
  return id === undefined ? { title: null, link: null } : articleFacts(desk, id, language);
}

/** What a reply may say of an article; only one that customers may read has a link. */
export function articleFacts(desk: Desk, id: string, language: Language): ReplyScope['article'] {
  const [article] = desk.articles.summaries([id], language);
  const { faqAddress } = desk.config;
  if (!article) return { title: null, link: null };
  const isPublic = article.kind === 'faq-public' && faqAddress !== null;
  const page = `${article.id}.${article.lang}.html`;
  return {
    title: article.title,
    link: isPublic ? new URL(page, faqAddress.replace(/\/?$/, '/')).href : null,
  };
}
