import type { ShiftCommand } from './shift-command.ts';
import type { ShiftFact } from './shift-fact.ts';

/** What is said about handing a shift over, by whoever leaves and by whoever comes. */
export type ShiftHandoverCommand = Extract<
  ShiftCommand,
  { type: 'submit-shift' | 'accept-shift' | 'return-shift' | 'expire-shift' | 'remark-shift' }
>;

/** What happens to a hand-over. */
export type ShiftHandoverFact = Extract<
  ShiftFact,
  {
    type:
      | 'shift-submitted'
      | 'shift-accepted'
      | 'shift-returned'
      | 'handover-expired'
      | 'handover-remarked';
  }
>;
