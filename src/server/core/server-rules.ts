import type { ArticleAbout } from '../../domain/article-record.ts';
import type { DeskConfig } from '../../domain/desk-config.ts';
import type { DeskRenames } from '../../domain/desk-renames.ts';
import type { DeskVersion } from '../../domain/desk-version.ts';

/** What the texts of a pack say, or what is wrong with them, a line for each problem. */
export type ReadRules =
  | { readonly ok: true; readonly desk: DeskConfig; readonly renames: DeskRenames }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Which article is meant. */
export interface ArticleName {
  readonly id: string;
  readonly lang: string;
}

/** What the server knows beside its store: how packs and articles are read. */
export interface ServerRules {
  /** The rules of a desk that has put none in force. */
  readonly shipped: DeskConfig;
  /** Reads a pack from its files; parts that it lacks are the shipped ones. */
  packOf(files: Readonly<Record<string, string>>): ReadRules;
  /** What the front matter of an article says; null when it cannot be read. */
  aboutOf(name: ArticleName, text: string): ArticleAbout | null;
  /** The shipped file of an article; null when there is none. */
  shippedArticle(name: ArticleName): {
    readonly about: ArticleAbout | null;
    readonly hash: string;
  } | null;
}

/** The pack in force as the server keeps it. */
export interface DeskState {
  readonly current: DeskVersion;
  /** Who put the first one in force. */
  readonly founderId: string;
  readonly files: Readonly<Record<string, string>>;
}
