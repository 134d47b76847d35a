import type { ArticleCommand } from '../../domain/article-command.ts';
import type { Op } from '../../domain/op.ts';
import type { Desk } from '../desk/desk.ts';
import { makeOp, originOf } from '../desk/make-op.ts';

/** The operation that carries a command on an article or a question. */
export function articleOp<Payload extends ArticleCommand>(
  desk: Desk,
  entityId: string,
  payload: Payload,
): Op & { readonly payload: Payload } {
  const { isDemo } = desk.me;
  return makeOp(originOf(desk), {
    space: 'desk',
    entityType: 'article',
    entityId,
    isDemo,
    payload,
  });
}
