import type { Clarification, Handover, LadderCall, VendorCase, VoiceGrant } from './handover.ts';

/** What happened to a ticket on its way between lines. Texts stand in the entries beside. */
export type HandoverFact =
  | { readonly type: 'handed-over'; readonly handover: Handover }
  | { readonly type: 'handover-accepted'; readonly handoverId: string }
  | { readonly type: 'handover-returned'; readonly handoverId: string; readonly missing: string }
  | { readonly type: 'diagnosed'; readonly line: string }
  | { readonly type: 'vendor-noted'; readonly vendorCase: VendorCase }
  | { readonly type: 'question-asked'; readonly clarification: Clarification }
  | {
      readonly type: 'question-answered';
      readonly clarificationId: string;
      readonly answer: string;
    }
  | { readonly type: 'voice-granted'; readonly grant: VoiceGrant }
  | { readonly type: 'ladder-called'; readonly call: LadderCall }
  | { readonly type: 'brief-asked'; readonly owedById: string | null }
  | {
      readonly type: 'brief-settled';
      readonly state: 'written' | 'waived';
      readonly reason: string;
    }
  /** Who answers for the next update meanwhile; null when the responsible does again. */
  | { readonly type: 'care-changed'; readonly personId: string | null };
