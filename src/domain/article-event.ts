import type { ArticleMark, LostOutcome } from './article-command.ts';
import type { ArticleAbout, VersionCause } from './article-record.ts';
import type { Language } from './vocabulary.ts';

/** What happened to the versions of an article. */
export type RevisionFact =
  | {
      readonly type: 'version-saved';
      readonly version: number;
      readonly cause: VersionCause;
      /** Empty in the audit trail: it stands in the version's own row. */
      readonly text: string;
      readonly hash: string;
      readonly about: ArticleAbout | null;
      readonly baseVersion: number | null;
      readonly baseHash: string | null;
      readonly note: string;
      readonly ticketId: string | null;
    }
  | { readonly type: 'version-submitted'; readonly version: number }
  | {
      readonly type: 'version-accepted';
      readonly version: number;
      readonly note: string;
      /** The author accepted it, as nobody else may. */
      readonly isOwn: boolean;
    }
  | { readonly type: 'version-sent-back'; readonly version: number; readonly reason: string }
  | { readonly type: 'article-archived'; readonly version: number; readonly reason: string };

/** What readers said, and what they looked for. */
export type ReaderFact =
  | {
      readonly type: 'article-marked';
      readonly kind: ArticleMark;
      readonly ticketId: string | null;
      readonly text: string;
    }
  | { readonly type: 'article-rated'; readonly stars: number }
  | { readonly type: 'article-favoured'; readonly isFavourite: boolean }
  | {
      readonly type: 'search-lost';
      readonly query: string;
      readonly outcome: LostOutcome;
      readonly ticketId: string | null;
    }
  | { readonly type: 'search-settled' };

/** A fact with its identity: id = op id and index, so that every store decides the same events. */
export interface ArticleEvent<Fact extends RevisionFact | ReaderFact = RevisionFact | ReaderFact> {
  readonly id: string;
  readonly opId: string;
  readonly entityId: string;
  readonly at: number;
  readonly byId: string;
  readonly device: string;
  readonly fact: Fact;
}

/** Where an event comes from: who did what, when, on which device. */
export interface EventOrigin {
  readonly now: number;
  readonly actor: { readonly id: string };
  readonly device: string;
  readonly opId: string;
  readonly entityId: string;
}

/** Facts as the events of one operation. */
export function toEvents<Fact extends RevisionFact | ReaderFact>(
  facts: readonly Fact[],
  { now, actor, device, opId, entityId }: EventOrigin,
): readonly ArticleEvent<Fact>[] {
  return facts.map((fact, index) => {
    return { id: `${opId}:${index}`, opId, entityId, at: now, byId: actor.id, device, fact };
  });
}

/** The name of an article in events and operations: `article/vpn-809-behind-nat.ru`. */
export function articleEntity(id: string, lang: string): string {
  return `article/${id}.${lang}`;
}

/** The article that events and operations of this name are about; null for anything else. */
export function articleOfEntity(
  entityId: string,
): { readonly id: string; readonly lang: Language } | null {
  const [, id, lang] = /^article\/(.+)\.(ru|en)$/.exec(entityId) ?? [];
  // The pattern knows the languages.
  return id === undefined ? null : { id, lang: lang as Language };
}

/** The name of an asked question in events and operations, by the stems of its words. */
export function searchEntity(key: string): string {
  return `search/${key}`;
}
