/** What the rules look at in the front matter of an article. */
export interface ArticleAbout {
  readonly title: string;
  readonly kind: string;
  readonly owner: string;
}

/**
 * Where a version stands. A published one whose day of review has come is due for review: that is
 * computed from the day (see `isReviewDue`) and never stored.
 */
export const versionStates = ['draft', 'in-review', 'published', 'archived', 'replaced'] as const;
export type VersionState = (typeof versionStates)[number];

/** What a version was written for. */
export const versionCauses = ['edit', 'restore', 'renew', 'verify', 'archive'] as const;
export type VersionCause = (typeof versionCauses)[number];

/** One text of an article as somebody wrote it. The text itself stands in its own row. */
export interface ArticleVersion {
  readonly version: number;
  readonly state: VersionState;
  readonly cause: VersionCause;
  readonly authorId: string;
  readonly at: number;
  /** The published version it was written over; null when there was none. */
  readonly baseVersion: number | null;
  /** Hash of the shipped file or the desk's own at that time; null when there was none. */
  readonly baseHash: string | null;
  readonly hash: string;
  /** Null for a text whose front matter cannot be read. */
  readonly about: ArticleAbout | null;
  readonly note: string;
  readonly ticketId: string | null;
  readonly decidedById: string | null;
  readonly decidedAt: number | null;
  /** What was said with the decision. */
  readonly decision: string;
  /** When it was accepted; readers have seen it since. */
  readonly publishedAt: number | null;
}

/** Everything that was written here of one article in one language, versions 1 to n. */
export interface ArticleRecord {
  readonly versions: readonly ArticleVersion[];
  /** Number of its events. */
  readonly rev: number;
}

/** A record of nothing yet. */
export const emptyRecord: ArticleRecord = { versions: [], rev: 0 };

/** The version of a number; where its text is another one, the last version with that text. */
export function versionOf(
  { versions }: ArticleRecord,
  number: number,
  hash: string | undefined,
): ArticleVersion | null {
  const numbered = versions.find(({ version }) => version === number) ?? null;
  if (hash === undefined || numbered?.hash === hash) return numbered;
  return versions.findLast((known) => known.hash === hash) ?? null;
}

/** The version that readers see; null when they see a file or nothing. */
export function publishedVersion({ versions }: ArticleRecord): ArticleVersion | null {
  return versions.find(({ state }) => state === 'published') ?? null;
}

/** The version that was taken out of use; while there is one, files of the same id stay hidden. */
export function archivedVersion({ versions }: ArticleRecord): ArticleVersion | null {
  return versions.find(({ state }) => state === 'archived') ?? null;
}
