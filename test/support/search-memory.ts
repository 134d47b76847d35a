import type { Desk } from '../../src/app/desk/desk.ts';
import { listLostSearches } from '../../src/app/knowledge/lost-search.ts';

/** What a desk remembers of searches, short enough to compare. */
export function searchMemory(desk: Desk) {
  return {
    choices: (stem: string) => desk.choices.of(stem),
    lost: () =>
      listLostSearches(desk, 1).map(
        ({ query, failed, abandoned }) => `${query}: ${failed} failed, ${abandoned} abandoned`,
      ),
  };
}
