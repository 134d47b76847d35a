import type { Knowledge } from '../content/knowledge.ts';
import type { Desk } from '../desk/desk.ts';
import { logLostSearch } from './lost-search.ts';
import { countUse } from './mark-article.ts';

/** Remembers that an article was opened, and after which words of a search. */
export function rememberOpening(
  { desk, engine }: Knowledge,
  { id, query }: { readonly id: string; readonly query: string },
): void {
  countUse(desk, id, 'opened');
  const stems = engine.tellingStems(query);
  if (stems.length > 0) desk.choices.remember(stems, id, desk.clock.now());
}

/** A search that was left without opening anything. */
export interface LeftSearch {
  readonly query: string;
  readonly hasHits: boolean;
}

/** Half a word is typed on the way to every other one. */
const SHORTEST_QUESTION = 4;

/** Notes a search that led nowhere for those who write the articles. */
export function noteLeftSearch(desk: Desk, { query, hasHits }: LeftSearch): void {
  if (query.trim().length < SHORTEST_QUESTION) return;
  logLostSearch(desk, { query, outcome: hasHits ? 'abandoned' : 'failed' });
}
