import type { Article } from '../domain/article.ts';
import type { Language } from '../domain/vocabulary.ts';

/** Articles that are listed together. */
export interface FaqSection {
  /** Null for those that belong nowhere. */
  readonly name: string | null;
  readonly articles: readonly Article[];
}

/**
 * Articles of one language by the part of the work they stand in, or else by the tag that most of
 * the others share with them.
 */
export function faqSections(articles: readonly Article[], lang: Language): readonly FaqSection[] {
  const counts = new Map<string, number>();
  for (const { tags } of articles) {
    for (const tag of new Set(tags.map(plain))) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  const { compare } = new Intl.Collator(lang, { numeric: true });
  const sorted = articles.toSorted((a, b) => compare(a.title, b.title) || (a.id < b.id ? -1 : 1));
  const groups = Map.groupBy(sorted, (article) => article.section ?? sharedTag(article, counts));
  const sections = [...groups].map(([name, members]) => ({ name, articles: members }));
  return sections.sort((a, b) => {
    if (a.name === null || b.name === null) return a.name === null ? 1 : -1;
    return compare(a.name, b.name);
  });
}

function sharedTag({ tags }: Article, counts: ReadonlyMap<string, number>): string | null {
  let best: string | null = null;
  let most = 1;
  for (const tag of tags) {
    const count = counts.get(plain(tag)) ?? 0;
    if (count > most) [best, most] = [plain(tag), count];
  }
  return best;
}

function plain(tag: string): string {
  return tag.toLowerCase();
}
