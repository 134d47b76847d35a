import { readArticleText } from '../../content/own-article.ts';
import { articleEntity } from '../../domain/article-event.ts';
import type { DecideArticleContext } from '../../domain/decide-review.ts';
import type { ArticleKey } from '../../store/article/article-version-store.ts';
import type { PendingOp, Redecide } from '../../store/sync/redecide.ts';
import type { Desk } from '../desk/desk.ts';
import { contextOf, nextNumber } from '../desk/execute.ts';
import { deskDay } from '../knowledge/desk-day.ts';
import { textBelow } from '../knowledge/live-text.ts';
import { practiceContext } from '../practice/execute-practice.ts';
import { readable } from '../search/refresh-articles.ts';
import { shiftContext } from '../shift/execute-shift.ts';

/** How pending operations are decided again at a desk: by its rules, as the person who made them. */
export function redecideAt(desk: Desk): Redecide {
  return {
    desk: () => desk.config,
    ticket: (op, { ticket, entry, nextNumber: number }) => {
      const { entityId: ticketId } = op;
      const asked = { now: op.occurredAt, actor: actorOf(desk, op), opId: op.opId, ticketId };
      return Object.assign(contextOf(desk, asked), {
        other: ticket,
        entry: (id: string) => entry(ticketId, id),
        nextNumber: number,
      });
    },
    article: (op, key) => articleContext(desk, op, key),
    shift: (op, { ticket }) => {
      const { opId, entityId: shiftId, space, occurredAt: now } = op;
      const asked = { now, opId, shiftId, space, actor: actorOf(desk, op) };
      // Demo operations are on their way to nobody.
      return { ...shiftContext(desk, { ...asked, isDemo: false }), ticket };
    },
    practice: (op) => {
      const { opId, entityId, occurredAt: now } = op;
      return practiceContext(desk, { now, opId, practiceId: entityId, actor: actorOf(desk, op) });
    },
    freshNumber: () => nextNumber(desk),
    published: desk.articles,
    readArticle: (key, text) => {
      const read = readArticleText(key, text);
      return read.ok ? readable(read.value) : null;
    },
  };
}

function articleContext(desk: Desk, op: PendingOp, key: ArticleKey): DecideArticleContext {
  return {
    now: op.occurredAt,
    today: deskDay(desk),
    actor: actorOf(desk, op),
    device: desk.device,
    opId: op.opId,
    entityId: articleEntity(key.id, key.lang),
    people: desk.people.persons().filter(({ isDemo }) => !isDemo),
    file: textBelow(desk, key),
  };
}

/** Whoever was forgotten meanwhile is decided for by who sits here. */
function actorOf(desk: Desk, { byId }: PendingOp) {
  return desk.people.person(byId) ?? desk.me;
}
