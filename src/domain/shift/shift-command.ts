import type { ShiftReport } from '../report/shift-report.ts';
import type {
  ReportSection,
  ReviewMark,
  ShiftItem,
  ShiftMember,
  ShiftPlan,
  TicketNote,
} from './shift.ts';
import type { AcceptedItem, HandoverItem, HandoverRemark } from './shift-handover.ts';

type Unsigned<Item> = Omit<Item, 'byId' | 'at'>;

/** What somebody wants of a shift. Ids of new things travel with the command. */
export type ShiftCommand =
  | {
      readonly type: 'open-shift';
      readonly plan: ShiftPlan;
      readonly leadId: string;
      readonly members: readonly ShiftMember[];
    }
  | { readonly type: 'close-shift' }
  | { readonly type: 'set-member'; readonly member: ShiftMember }
  | { readonly type: 'remove-member'; readonly personId: string }
  /** The plan opens the shift when nobody has: a line of the log is never refused for want of a lead. */
  | {
      readonly type: 'log-item';
      readonly plan: ShiftPlan;
      readonly item: Omit<Unsigned<ShiftItem>, 'settled'>;
    }
  | { readonly type: 'settle-item'; readonly itemId: string; readonly outcome: string }
  /** `base` is the text that it was begun over; another one by now is merged line by line. */
  | {
      readonly type: 'write-section';
      readonly section: ReportSection;
      readonly text: string;
      readonly base: string;
      readonly baseRev: number;
    }
  | { readonly type: 'note-ticket'; readonly note: Unsigned<TicketNote> }
  | {
      readonly type: 'mark-reviewed';
      readonly plan: ShiftPlan;
      readonly mark: Unsigned<ReviewMark>;
    }
  | {
      readonly type: 'submit-shift';
      readonly revision: number;
      readonly toId: string | null;
      readonly items: readonly HandoverItem[];
      readonly report: ShiftReport;
      /** Why it goes although something stands in the way. */
      readonly override: string;
    }
  | {
      readonly type: 'accept-shift';
      readonly revision: number;
      readonly items: readonly AcceptedItem[];
      /** Everything that is not taken one by one is taken, too. */
      readonly isRestAccepted: boolean;
      readonly remarks: readonly Pick<HandoverRemark, 'id' | 'kind' | 'text'>[];
    }
  | { readonly type: 'return-shift'; readonly revision: number; readonly reason: string }
  | { readonly type: 'expire-shift'; readonly revision: number }
  | {
      readonly type: 'remark-shift';
      readonly revision: number;
      readonly remark: Pick<HandoverRemark, 'id' | 'kind' | 'text'>;
    };
