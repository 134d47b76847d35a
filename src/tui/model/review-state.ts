import type { TicketNews } from '../../app/ticket/ticket-news.ts';
import type { NewPromise } from '../../domain/text-effects.ts';
import type { Finding } from '../../wording/finding.ts';

/** The one look at a reply before it goes. */
export interface Review {
  readonly type: 'review';
  /** What others did to the ticket while the text was being written. */
  readonly news: readonly TicketNews[];
  /** What the wording says about the text, the worst first. */
  readonly findings: readonly Finding[];
  readonly promises: readonly ReviewedPromise[];
  /** Rows of a long text scrolled away. */
  readonly scroll: number;
}

/** A time that the text gives; it is kept unless the person says that it is none. */
export interface ReviewedPromise {
  readonly promise: NewPromise;
  readonly isKept: boolean;
}

/** What an E finding allows: nothing, or sending with a reason. */
export type SendBar = 'none' | 'reason' | 'absolute';

/** What stands between the reviewed text and its sending. */
export function barOf({ findings }: Pick<Review, 'findings'>): SendBar {
  if (findings.some(({ isAbsolute }) => isAbsolute)) return 'absolute';
  return findings.some(({ severity }) => severity === 'E') ? 'reason' : 'none';
}

/** What the rules of wording say about a text. */
export interface Remarks {
  readonly text: string;
  readonly findings: readonly Finding[];
}
