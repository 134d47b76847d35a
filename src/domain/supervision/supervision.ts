import { isLeading, type Person } from '../person.ts';
import type { TemplateUse } from '../template-use.ts';
import type { NewPromise, TextEffects } from '../text-effects.ts';
import type { AttachmentRef } from '../ticket.ts';
import type { Status } from '../vocabulary.ts';

/** A reply that waits for somebody's leave, with everything that goes with it. */
export interface DraftReply {
  readonly text: string;
  readonly promise: NewPromise | null;
  readonly status: Status | null;
  readonly attachments: readonly AttachmentRef[];
  readonly templates?: readonly TemplateUse[] | undefined;
  readonly effects?: TextEffects | undefined;
}

/** One reply that a mentor was asked to look through, and what became of it. Times are epoch ms. */
export interface Review {
  readonly id: string;
  readonly byId: string;
  readonly since: number;
  readonly draft: DraftReply;
  readonly state: 'waiting' | 'sent' | 'returned' | 'withdrawn';
  readonly settledAt: number | null;
  readonly settledById: string | null;
  /** Why it came back; only of a returned one. */
  readonly remark: string | null;
  /** What the customer got where it is not what was written; only of a sent one. */
  readonly sentText: string | null;
  /** The entry that the customer got; only of a sent one. */
  readonly entryId: string | null;
}

/** Somebody asked for help on a ticket. It is a good deed, and nothing counts it as a fault. */
export interface HelpRequest {
  readonly id: string;
  readonly byId: string;
  readonly at: number;
  readonly text: string;
  /** What was written so far for the customer; empty while nothing was. */
  readonly draft: string;
  readonly answers: readonly HelpAnswer[];
}

export interface HelpAnswer {
  readonly byId: string;
  readonly at: number;
  readonly text: string;
}

/** What a ticket knows of work under somebody's eye. Every part is absent until it is first needed. */
export interface SupervisionState {
  /** The last one; earlier ones stand in the history. */
  readonly review?: Review | undefined;
  /** Those that nobody has ended yet; earlier ones stand in the history. */
  readonly helps?: readonly HelpRequest[] | undefined;
}

/** Whether somebody looks through what others write to customers. */
export function isMentoring({ role }: Pick<Person, 'role'>): boolean {
  return role === 'mentor' || isLeading({ role });
}

/** The reply that waits for its review; null when none does. */
export function waitingReview({ review }: SupervisionState): Review | null {
  return review?.state === 'waiting' ? review : null;
}

/** The reply that came back to its author and has not been handed in again; null when none did. */
export function returnedReview({ review }: SupervisionState, personId: string): Review | null {
  const isBack = review?.state === 'returned' || review?.state === 'withdrawn';
  return isBack && review.byId === personId ? review : null;
}
