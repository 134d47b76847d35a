import type { ManyPurpose } from './family-command.ts';

/** What happened between tickets that belong together. */
export type FamilyFact =
  | {
      readonly type: 'children-gathered';
      readonly childIds: readonly string[];
      readonly reason: string;
    }
  | { readonly type: 'joined-parent'; readonly parentId: string }
  | { readonly type: 'left-parent'; readonly parentId: string; readonly reason: string }
  | { readonly type: 'child-left'; readonly childId: string }
  | { readonly type: 'merged-into'; readonly targetId: string; readonly reason: string }
  | {
      readonly type: 'merged-in';
      /** The ticket itself and whatever was merged into it before. */
      readonly sourceIds: readonly string[];
      /** When its customer spoke last, and since when nobody has answered; epoch ms. */
      readonly lastCustomerAt: number | null;
      readonly unansweredSince: number | null;
    }
  | { readonly type: 'split-off'; readonly newId: string; readonly entryId: string }
  | { readonly type: 'split-from'; readonly sourceId: string; readonly entryId: string }
  | {
      readonly type: 'many-written';
      readonly purpose: ManyPurpose;
      readonly ticketIds: readonly string[];
    }
  | { readonly type: 'customer-reminded' };
