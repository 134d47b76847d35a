import { findPastedProse, type PastedProse } from '../../render/pasted-prose.ts';
import { type Knowledge, searchArticles } from '../content/knowledge.ts';

const CANDIDATES = 5;
/** The search reads no more of a query. */
const LONGEST_QUERY = 400;

/**
 * The article that a reply copies instead of answering; null when there is none. `articleIds` are
 * looked at first: what was offered for the ticket.
 */
export function pastedReply(
  knowledge: Knowledge,
  text: string,
  articleIds: readonly string[],
): PastedProse | null {
  const { desk } = knowledge;
  const middle = Math.floor(text.length / 2);
  const parts = [text.slice(0, LONGEST_QUERY), text.slice(middle, middle + LONGEST_QUERY)];
  const found = parts.flatMap((part) => {
    const { hits } = searchArticles(knowledge, part, { limit: CANDIDATES });
    return hits.map(({ article }) => article.id);
  });
  const sources = [...new Set([...articleIds, ...found])].flatMap((id) =>
    desk.articles.langs(id).flatMap((lang) => desk.articles.one(id, lang) ?? []),
  );
  return findPastedProse(text, sources);
}
