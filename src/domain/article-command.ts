import type { ArticleAbout } from './article-record.ts';

/** A whole Markdown file and what it was written over. */
export interface RevisedText {
  readonly text: string;
  /** SHA-256 of the text in hexadecimal digits. */
  readonly hash: string;
  readonly about: ArticleAbout | null;
  readonly baseVersion: number | null;
  readonly baseHash: string | null;
}

/** One of the versions that were written here. */
export interface VersionRef {
  /** Null: the own draft, or the last one that waits for review. */
  readonly version: number | null;
  /** Hash of its text: at a server the same text may have another number. */
  readonly versionHash?: string | undefined;
}

/** What an engineer intends to do to one article in one language. */
export type RevisionCommand =
  | ({
      readonly type: 'save-draft';
      readonly note: string;
      readonly ticketId: string | null;
    } & RevisedText)
  | ({ readonly type: 'submit' } & VersionRef)
  | ({ readonly type: 'accept'; readonly note: string } & VersionRef)
  | ({ readonly type: 'send-back'; readonly reason: string } & VersionRef)
  /** Still true: the same text with a new day of review. */
  | ({ readonly type: 'renew'; readonly reviewBy: string } & RevisedText)
  /** A proof restore was made on a day and took so long. */
  | ({
      readonly type: 'verify-backup';
      readonly on: string;
      readonly minutes: number;
    } & RevisedText)
  | ({ readonly type: 'archive'; readonly reason: string } & RevisedText)
  | ({ readonly type: 'restore-version'; readonly version: number } & RevisedText);

/** What is said of an article in one touch; the last two are about one that was suggested. */
export const articleMarks = ['helped', 'outdated', 'accepted', 'rejected'] as const;
export type ArticleMark = (typeof articleMarks)[number];

/** What a reader says of an article. */
export type OpinionCommand =
  | {
      readonly type: 'mark';
      readonly kind: ArticleMark;
      readonly ticketId: string | null;
      readonly text: string;
    }
  | { readonly type: 'rate'; readonly stars: number }
  | { readonly type: 'favourite' }
  | { readonly type: 'unfavourite' };

/** How a search ended that led nowhere; `missing` was said from a ticket. */
export const lostOutcomes = ['failed', 'abandoned', 'missing'] as const;
export type LostOutcome = (typeof lostOutcomes)[number];

/** What is asked of the base and not found. */
export type SearchCommand =
  | {
      readonly type: 'log-search';
      readonly query: string;
      readonly outcome: LostOutcome;
      readonly ticketId: string | null;
    }
  | { readonly type: 'settle-search' };

export type ArticleCommand = RevisionCommand | OpinionCommand | SearchCommand;
