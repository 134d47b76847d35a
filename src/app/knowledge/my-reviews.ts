import { ownsArticle } from '../../domain/article-owner.ts';
import type { Desk } from '../desk/desk.ts';
import { listReviews, type OpenVersion, type Reviews } from './list-reviews.ts';
import { liveText } from './live-text.ts';

/** What of the articles waits for the person at this desk. */
export interface MyReviews {
  /** Versions that this person may accept. */
  readonly proposals: readonly OpenVersion[];
  /** Articles of this person that somebody called outdated. */
  readonly outdated: Reviews['outdated'];
}

/** What waits for me: proposals of others to decide, and my articles that are said to be outdated. */
export function myReviews(desk: Desk): MyReviews {
  const { inReview, outdated } = listReviews(desk);
  return {
    proposals: inReview.filter(
      ({ approvers, isMine }) => !isMine && approvers.includes(desk.me.name),
    ),
    outdated: outdated.filter(({ articleId: id, lang }) => {
      const about = liveText(desk, { id, lang })?.about ?? null;
      return about !== null && ownsArticle(desk.me, about);
    }),
  };
}
