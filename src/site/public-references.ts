import type { Article } from '../domain/article.ts';
import type { Language } from '../domain/vocabulary.ts';

/** What a page may say about other articles. */
export interface PublicReferences {
  /** A public article by its id, in a language or else as its twin; null for any other. */
  find(id: string, lang: Language): Article | null;
  /** A text without the ids of articles that are not public. */
  withhold(text: string): string;
  /** The ids that were left out so far. */
  readonly withheld: ReadonlySet<string>;
  /** Notes that an id was left out. */
  leaveOut(id: string): void;
}

const ID = /(?<![\w-])[a-z0-9]+(?:-[a-z0-9]+)+(?![\w-])/g;

/** The name of an article's page. */
export function pageOf({ id, lang }: Pick<Article, 'id' | 'lang'>): string {
  return `${id}.${lang}.html`;
}

/** Knows which of all ids may be named in public; the call gives one text its own count of others. */
export function publicReferences(
  articles: readonly Article[],
  internalIds: ReadonlySet<string>,
): () => PublicReferences {
  const twins = Map.groupBy(articles, ({ id }) => id);
  const find: PublicReferences['find'] = (id, lang) => {
    const found = twins.get(id) ?? [];
    return found.find((twin) => twin.lang === lang) ?? found[0] ?? null;
  };
  return () => {
    const withheld = new Set<string>();
    const leaveOut = (id: string) => void withheld.add(id);
    const withhold = (text: string) =>
      text.replace(ID, (id) => {
        if (!internalIds.has(id)) return id;
        leaveOut(id);
        return '…';
      });
    return { find, withhold, withheld, leaveOut };
  };
}
