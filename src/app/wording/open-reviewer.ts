import type { Language } from '../../domain/vocabulary.ts';
import type { Finding } from '../../wording/finding.ts';
import type { ContentLibrary } from '../desk/content-library.ts';
import type { Desk } from '../desk/desk.ts';
import { openWording } from './open-wording.ts';
import {
  type ReviewedReply,
  type ReviewOrder,
  reviewCopies,
  reviewReply,
  reviewSpelling,
} from './review-reply.ts';

/** Looks at texts while they are written and before they go. */
export interface Reviewer {
  /** At once: what the rules say, and the times that are promised. */
  review(order: ReviewOrder): ReviewedReply;
  /** Misspelt words, when the dictionaries have answered. */
  spelling(order: ReviewOrder): Promise<readonly Finding[]>;
  /** What a misspelt word may have been meant for, the likeliest first. */
  suggest(word: string, language: Language): Promise<readonly string[]>;
  /** Parts copied from an article, when the base was searched. */
  copies(order: ReviewOrder): Promise<readonly Finding[]>;
}

/** Reads the rules of a desk. Articles and dictionaries are opened when first needed. */
export async function openReviewer(desk: Desk, content: ContentLibrary): Promise<Reviewer> {
  const wording = await openWording(desk, { content });
  return {
    review: (order) => reviewReply(desk, wording, order),
    spelling: (order) => reviewSpelling(desk, wording, order),
    async suggest(word, language) {
      const speller = await wording.speller();
      return speller ? speller.suggest(word, language) : [];
    },
    copies: (order) => reviewCopies(desk, wording, order),
  };
}
