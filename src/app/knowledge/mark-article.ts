import type { ArticleMark, OpinionCommand } from '../../domain/article-command.ts';
import { articleEntity } from '../../domain/article-event.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { ArticleKey } from '../../store/article/article-version-store.ts';
import { ok, type Result } from '../../util/result.ts';
import type { Desk } from '../desk/desk.ts';
import { articleOp } from './article-op.ts';
import { articleMarks } from './reader-stores.ts';

/** Says in one touch that an article helped, is outdated, or was a good or bad suggestion. */
export function markArticle(
  desk: Desk,
  key: ArticleKey,
  mark: {
    readonly kind: ArticleMark;
    readonly ticketId?: string | null;
    readonly text?: string;
  },
): Result<null, Refusal> {
  const { kind, ticketId = null, text = '' } = mark;
  return say(desk, key, { type: 'mark', kind, ticketId, text });
}

/** Gives an article one to five stars; a second time replaces the first. */
export function rateArticle(desk: Desk, key: ArticleKey, stars: number): Result<null, Refusal> {
  return say(desk, key, { type: 'rate', stars });
}

/** Keeps an article among one's own, or takes it out again. Returns whether it is there now. */
export function toggleFavourite(desk: Desk, key: ArticleKey): Result<boolean, Refusal> {
  const isFavourite = articleMarks(desk).favourites(desk.me.id).includes(key.id);
  const done = say(desk, key, { type: isFavourite ? 'unfavourite' : 'favourite' });
  return done.ok ? ok(!isFavourite) : done;
}

/** Counts that an article was opened or put into an answer, for the popular ones. */
export function countUse(desk: Desk, articleId: string, how: 'opened' | 'inserted'): void {
  articleMarks(desk).countUse(articleId, how, desk.clock.now());
}

function say(desk: Desk, key: ArticleKey, command: OpinionCommand): Result<null, Refusal> {
  const op = articleOp(desk, articleEntity(key.id, key.lang), command);
  const { opId, entityId, occurredAt: now } = op;
  const context = { now, actor: desk.me, device: desk.device, opId, entityId };
  const done = articleMarks(desk).execute(key, op, context);
  return done.ok ? ok(null) : done;
}
