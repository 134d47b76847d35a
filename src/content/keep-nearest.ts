import type { ContentSource } from '../domain/article.ts';
import { fileProblem } from './content-files.ts';
import type { ContentProblem } from './content-problem.ts';

interface ContentItem {
  readonly id: string;
  readonly lang: string;
  readonly source: ContentSource;
  readonly file: string;
}

/**
 * Of the items with one id and language the desk's own, else the shipped one. Two of one source
 * are a problem of the second.
 */
export function keepNearest<Item extends ContentItem>(
  items: readonly Item[],
): { readonly items: readonly Item[]; readonly problems: readonly ContentProblem[] } {
  const kept = new Map<string, Item>();
  const problems: ContentProblem[] = [];
  for (const item of items) {
    const key = `${item.id} ${item.lang}`;
    const known = kept.get(key);
    if (known?.source === item.source) {
      problems.push(fileProblem(item.file, `${item.id} is also in ${known.file}`));
    } else if (known?.source !== 'overlay') {
      kept.set(key, item);
    }
  }
  return { items: [...kept.values()], problems };
}
