import type { Desk } from '../desk/desk.ts';
import { type IndexProgress, indexArticles } from '../search/index-articles.ts';
import { openSearch } from '../search/open-search.ts';
import { refreshArticles } from '../search/refresh-articles.ts';
import type { Knowledge } from './knowledge.ts';

// Apart from what looks into an open base: the screens know how to ask before there is a base.

/** So many are indexed before the base is handed out; more while people search it. */
const AT_ONCE = 400;
/** A base of this size is learned in a blink; a larger one where its set is brought in. */
const LEARNED_AT_ONCE = 1_500;

/**
 * Opens the knowledge base: takes over changed files and indexes what waits, never holding the
 * keys for long.
 */
export async function openKnowledge(desk: Desk): Promise<Knowledge> {
  const files = await refreshArticles(desk);
  let progress: IndexProgress | null = null;
  const isLittle = desk.articles.waiting() <= AT_ONCE;
  const ready = indexArticles(desk, {
    learnUpTo: LEARNED_AT_ONCE,
    onProgress: (now) => {
      progress = now.done < now.total ? now : null;
    },
  });
  if (isLittle) await ready;
  return { ...files, desk, engine: await openSearch(desk), progress: () => progress, ready };
}
