import type {
  ReportSection,
  ReviewMark,
  Shift,
  ShiftItem,
  ShiftMember,
  ShiftPlan,
  TicketNote,
} from './shift.ts';
import type { AcceptedItem, HandoverRemark, ShiftHandover } from './shift-handover.ts';

/** What happened to a shift. The list of events is the audit trail. */
export type ShiftFact =
  | {
      readonly type: 'shift-opened';
      readonly plan: ShiftPlan;
      readonly space: string;
      readonly leadId: string | null;
      readonly isDemo: boolean;
    }
  | { readonly type: 'shift-closed' }
  | { readonly type: 'member-set'; readonly member: ShiftMember }
  | { readonly type: 'member-removed'; readonly personId: string }
  | { readonly type: 'item-logged'; readonly item: ShiftItem }
  | { readonly type: 'item-settled'; readonly itemId: string; readonly outcome: string }
  | {
      readonly type: 'section-written';
      readonly section: ReportSection;
      readonly text: string;
      /** What stood there before, so that nothing is lost by an overwrite. */
      readonly from: string;
    }
  | { readonly type: 'ticket-noted'; readonly note: TicketNote }
  | { readonly type: 'dialogue-reviewed'; readonly mark: ReviewMark }
  | { readonly type: 'shift-submitted'; readonly handover: ShiftHandover }
  | {
      readonly type: 'shift-accepted';
      readonly revision: number;
      readonly items: readonly AcceptedItem[];
      /** Keys of items whose ticket somebody else had taken by then. */
      readonly kept: readonly string[];
    }
  | { readonly type: 'shift-returned'; readonly revision: number; readonly reason: string }
  | { readonly type: 'handover-expired'; readonly revision: number }
  | {
      readonly type: 'handover-remarked';
      readonly revision: number;
      readonly remark: HandoverRemark;
    };

/** A fact with its identity: id = op id and index, so that every store decides the same events. */
export interface ShiftEvent {
  readonly id: string;
  readonly opId: string;
  readonly shiftId: Shift['id'];
  readonly at: number;
  readonly byId: string;
  readonly device: string;
  readonly fact: ShiftFact;
}
