import type { Desk } from '../desk/desk.ts';
import { openSearch } from '../search/open-search.ts';
import { type IndexProgress, indexArticles, refreshArticles } from '../search/refresh-articles.ts';
import type { Knowledge } from './knowledge.ts';

// Apart from what looks into an open base: the screens know how to ask before there is a base.

/**
 * Opens the knowledge base: takes over changed files and indexes what waits, a large part of it
 * in the background.
 */
export async function openKnowledge(desk: Desk): Promise<Knowledge> {
  const files = await refreshArticles(desk);
  let progress: IndexProgress | null = null;
  const ready = indexArticles(desk, (now) => {
    progress = now.done < now.total ? now : null;
  });
  return { ...files, desk, engine: await openSearch(desk), progress: () => progress, ready };
}
