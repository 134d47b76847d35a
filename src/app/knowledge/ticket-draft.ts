import type { Refusal } from '../../domain/refusal.ts';
import { must } from '../../util/must.ts';
import { ok, type Result } from '../../util/result.ts';
import type { Desk } from '../desk/desk.ts';
import { articleVersions } from './article-stores.ts';
import { type DraftedArticle, draftFromTicket } from './draft-article.ts';

/** The article that this person has begun from a ticket; a new one when there is none yet. */
export function ticketDraft(desk: Desk, ticketId: string): Result<DraftedArticle, Refusal> {
  const versions = articleVersions(desk);
  const begun = versions.inStates(['draft']).findLast((version) => {
    return version.ticketId === ticketId && version.authorId === desk.me.id;
  });
  if (begun === undefined) return draftFromTicket(desk, ticketId);
  const { articleId: id, lang, version } = begun;
  const text = must(versions.text(id, lang, version), 'text of a draft');
  return ok({ id, lang, version, text });
}
