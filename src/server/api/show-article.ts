import type { RevisionFact } from '../../domain/article-event.ts';
import type { RowBody } from '../../protocol/wire.ts';
import type { Served } from '../core/sync-server.ts';
import type { ServerStore } from '../db/server-store.ts';
import { type ApiEntity, toEntity } from './api-entity.ts';

type Saved = Extract<RevisionFact, { readonly type: 'version-saved' }>;

/** A version with its whole text. */
export type ArticleText = Pick<Saved, 'version' | 'text' | 'hash' | 'cause' | 'note'>;

/** An article in one language with the texts of its versions, oldest first. */
export interface ArticleView extends ApiEntity {
  readonly texts: readonly ArticleText[];
}

/** An article by its name and language, `vpn-no-access.ru`, or by its id. */
export async function showArticle(
  store: ServerStore,
  reference: string,
): Promise<Served<ArticleView>> {
  const id = reference.startsWith('article/') ? reference : `article/${reference}`;
  const [record] = await store.entities([{ type: 'article', id }]);
  if (!record?.state) return { ok: false, problem: { status: 404, code: 'not-found' } };
  const rows = await store.history(id, Number.MAX_SAFE_INTEGER);
  // Written by this server only.
  const bodies = rows.map(({ body }) => JSON.parse(body) as RowBody);
  const facts = bodies.flatMap((body) => (body.kind === 'article' ? body.events : []));
  const texts = facts.flatMap(({ fact }) => (fact.type === 'version-saved' ? [textOf(fact)] : []));
  return { ok: true, value: { ...toEntity(record), texts } };
}

function textOf({ version, text, hash, cause, note }: Saved): ArticleText {
  return { version, text, hash, cause, note };
}
