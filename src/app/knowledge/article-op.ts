import type { ArticleCommand } from '../../domain/article-command.ts';
import { OP_VERSION, type Op } from '../../domain/op.ts';
import type { Desk } from '../desk/desk.ts';

/** The operation that carries a command on an article or a question. */
export function articleOp<Payload extends ArticleCommand>(
  desk: Desk,
  entityId: string,
  payload: Payload,
): Op & { readonly payload: Payload } {
  return {
    opId: desk.makeId(),
    client: desk.device,
    v: OP_VERSION,
    space: 'desk',
    entityType: 'article',
    entityId,
    baseRev: 0,
    payload,
    occurredAt: desk.clock.now(),
    byId: desk.me.id,
    isDemo: desk.me.isDemo,
    heldUntil: null,
  };
}
