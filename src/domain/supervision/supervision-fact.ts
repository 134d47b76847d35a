import type { HelpAnswer, HelpRequest, Review } from './supervision.ts';

/** What happened to a reply that goes through a mentor, and to a call for help. */
export type SupervisionFact =
  | {
      readonly type: 'review-asked';
      readonly review: Pick<Review, 'id' | 'byId' | 'since' | 'draft'>;
    }
  | {
      readonly type: 'review-sent';
      readonly reviewId: string;
      readonly entryId: string;
      /** Who looked it through; its author is the entry's. */
      readonly reviewedById: string;
      /** What the customer got where it is not what was written. */
      readonly sentText: string | null;
    }
  | { readonly type: 'review-returned'; readonly reviewId: string; readonly remark: string }
  | { readonly type: 'review-withdrawn'; readonly reviewId: string }
  | {
      readonly type: 'help-asked';
      readonly help: Pick<HelpRequest, 'id' | 'byId' | 'at' | 'text' | 'draft'>;
    }
  | { readonly type: 'help-given'; readonly helpId: string; readonly answer: HelpAnswer }
  | { readonly type: 'help-ended'; readonly helpId: string };

const types: Readonly<Record<SupervisionFact['type'], true>> = {
  'review-asked': true,
  'review-sent': true,
  'review-returned': true,
  'review-withdrawn': true,
  'help-asked': true,
  'help-given': true,
  'help-ended': true,
};

/** Whether a fact is one of these. */
export function isSupervisionFact<Fact extends { readonly type: string }>(
  fact: Fact,
): fact is Extract<Fact, SupervisionFact> {
  return Object.hasOwn(types, fact.type);
}
