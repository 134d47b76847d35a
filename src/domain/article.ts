import type { Language } from './vocabulary.ts';

/** What an article is for. The folder of an article has the same name. */
export const articleKinds = [
  'symptom-tree',
  'instruction',
  'alert',
  'escalation',
  'peculiarity',
  'system',
  'typical-answer',
  'backup',
  'faq-public',
] as const;
export type ArticleKind = (typeof articleKinds)[number];

/** The kind as one of ours, or null for a word of an imported set. */
export function knownKind(kind: string): ArticleKind | null {
  return articleKinds.find((known) => known === kind) ?? null;
}

/** Where a piece of content came from: the package, or the desk's own files over it. */
export type ContentSource = 'shipped' | 'overlay';

/**
 * Where an article came from, the weakest first: of two with one id and language the one further
 * down is the article. `import` is a set brought in whole, `store` what was edited here.
 */
export const articleOrigins = ['shipped', 'overlay', 'import', 'store'] as const;
export type ArticleOrigin = (typeof articleOrigins)[number];

/** What a search weighs of an article beside its words. Articles go by number there: `doc`. */
export interface ArticleFacts {
  readonly doc: number;
  readonly id: string;
  readonly lang: string;
  readonly title: string;
  readonly kind: string;
  readonly line: string;
  /** The day on which its owner looks at it again, `2027-05-21`. */
  readonly reviewBy: string | null;
}

/** Where in an article a word stands; the index has a column for each. */
export const indexColumns = ['title', 'tags', 'lead', 'body', 'often'] as const;
export type IndexColumn = (typeof indexColumns)[number];

/** An article as the index keeps it: a text of tokens for each column, and the forms of its words. */
export interface ArticleTokens {
  readonly columns: Readonly<Record<IndexColumn, string>>;
  /** Each word as it is written, with its stem. */
  readonly forms: ReadonlyMap<string, string>;
}

/** What stands behind a backup article: without a proof restore a copy is a hope. */
export interface BackupFacts {
  readonly resource: string;
  readonly where: string;
  /** How long a restore takes, in minutes, measured by a proof restore. */
  readonly restoreMinutes: number;
  /** The day of the last proof restore, `2026-11-14`; null when there was none. */
  readonly verified: string | null;
  /** After how many days a proof is stale. */
  readonly every: number;
}

/** Whose text it is, when it is not the desk's own. */
export interface Attribution {
  readonly source: string;
  readonly licence: string;
}

/** An article of the knowledge base. Translations are separate articles with one `id`. */
export interface Article {
  readonly id: string;
  readonly lang: Language;
  readonly title: string;
  /** One of `articleKinds`; a set brought in whole may use words of its own. */
  readonly kind: string;
  /** Code of the line it is written for. */
  readonly line: string;
  readonly tags: readonly string[];
  readonly owner: string;
  /** The day on which the owner looks at it again, `2027-05-21`; null when none was set. */
  readonly reviewBy: string | null;
  /** How long the work takes, in minutes; null when nobody measured. */
  readonly minutes: number | null;
  /** Ids of other articles; those that do not exist are reported when the base is loaded. */
  readonly related: readonly string[];
  /** May be shown to customers. */
  readonly isPublic: boolean;
  /** Markdown. */
  readonly body: string;
  /** The part of a larger work it stands in; null for an article of its own. */
  readonly section: string | null;
  /** The day of its last change, `2026-11-14`; null when unknown. */
  readonly updated: string | null;
  readonly backup: BackupFacts | null;
  readonly attribution: Attribution | null;
  readonly origin: ArticleOrigin;
  /** The file it was read from, or a name of the place it came from. */
  readonly file: string;
}
