import type { Desk } from '../desk/desk.ts';
import { learnMeanings, placeWaiting, shouldLearn } from './learn-meanings.ts';

/** How far the index is. */
export interface IndexProgress {
  readonly done: number;
  readonly total: number;
}

export interface IndexOptions {
  readonly onProgress?: (progress: IndexProgress) => void;
  /** A larger base is not learned now: it would hold the keys for seconds. */
  readonly learnUpTo?: number;
  /** Articles to a transaction; few where somebody types meanwhile. */
  readonly batch?: number;
}

/** Some thirty milliseconds of work. */
const BATCH = 10;

/** Indexes what waits and learns from it, a batch at a time: keys and searches go on in between. */
export async function indexArticles(
  desk: Desk,
  { onProgress, learnUpTo = Number.POSITIVE_INFINITY, batch = BATCH }: IndexOptions = {},
): Promise<void> {
  const { articles, meanings } = desk;
  const total = articles.waiting();
  for (let done = 0; done < total; ) {
    const indexed = articles.indexWaiting(batch);
    if (indexed === 0) break;
    done += indexed;
    onProgress?.({ done, total });
    await new Promise((resolve) => setImmediate(resolve));
  }
  const learning = { articles, meanings };
  if (shouldLearn(learning) && articles.size().count <= learnUpTo) learnMeanings(learning);
  else placeWaiting(learning);
}
