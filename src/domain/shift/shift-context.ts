import type { Result } from '../../util/result.ts';
import type { DeskConfig } from '../desk-config.ts';
import type { TicketEvent } from '../event.ts';
import type { Person } from '../person.ts';
import type { SignOffs } from '../practice/sign-offs.ts';
import type { Refusal } from '../refusal.ts';
import type { Ticket } from '../ticket.ts';
import type { ShiftEvent } from './shift-fact.ts';

/** What a decision on a shift may look at besides the shift. */
export interface DecideShiftContext {
  readonly now: number;
  readonly actor: Person;
  readonly device: string;
  readonly opId: string;
  readonly shiftId: string;
  readonly space: string;
  readonly isDemo: boolean;
  readonly desk: DeskConfig;
  /** Nobody is there who leads a shift, so that whoever works does (`isUnled` of shift-right.ts). */
  readonly isUnled: boolean;
  /** Somebody of the desk, or null. */
  readonly person: (id: string) => Person | null;
  /** A ticket as it stands now; null where there is none, or none that may be seen. */
  readonly ticket: (id: string) => Ticket | null;
  /** Whether a new hire gets live tickets of a channel; absent: nobody is ready for any. */
  readonly isSignedOff?: SignOffs['isSignedOff'] | undefined;
}

/** What a permitted command does: to the shift, and to the tickets that change hands with it. */
export interface ShiftOutcome {
  readonly events: readonly ShiftEvent[];
  /** Their ids go on where those of `events` end. */
  readonly tickets: readonly TicketEvent[];
}

/** The outcome of a permitted command, or the reason of a refusal. */
export type ShiftDecision = Result<ShiftOutcome, Refusal>;
