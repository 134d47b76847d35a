import type { Result } from '../util/result.ts';
import type { DeskConfig } from './desk-config.ts';
import type { TicketFact } from './event.ts';
import type { Person } from './person.ts';
import type { SignOffs } from './practice/sign-offs.ts';
import type { Refusal } from './refusal.ts';
import type { Entry, Ticket } from './ticket.ts';
import type { MatchedCustomer } from './ticket-match.ts';

/** What a decision may look at besides the ticket. Everything that varies is passed in. */
export interface DecideContext {
  /** Epoch ms; the server's estimate where there is one. */
  readonly now: number;
  readonly actor: Person;
  readonly device: string;
  readonly desk: DeskConfig;
  readonly opId: string;
  readonly ticketId: string;
  /** Where a new ticket lies; absent: `main`. */
  readonly space?: string | undefined;
  /** Another ticket as it stands now; null when there is none. */
  readonly other: (ticketId: string) => Ticket | null;
  /** An entry that is read in this ticket; null when there is none. */
  readonly entry: (entryId: string) => Entry | null;
  /** A reply stands in its ticket but does not leave by itself: then a closed ticket takes it, too. */
  readonly isHeldBack?: boolean | undefined;
  /** The number a new ticket gets. */
  readonly nextNumber: () => string;
  /** Who heads the desk: takes what came back for the third time. Null when nobody does. */
  readonly headId: string | null;
  /** The shift senior on duty now, or whoever leads when the roster names nobody; null: nobody. */
  readonly seniorId: string | null;
  /** Who leads the module of the ticket's customer. */
  readonly teamLeadId: string | null;
  /** Who is served by a ticket, where a policy asks for it; absent: nobody asks. */
  readonly customerOf?: ((ticket: Ticket) => MatchedCustomer | null) | undefined;
  /** Somebody of the desk who is given a ticket; absent: nobody asks. */
  readonly person?: ((personId: string) => Person | null) | undefined;
  /** Whether a new hire gets live tickets of a channel; absent: nobody is ready for any. */
  readonly isSignedOff?: SignOffs['isSignedOff'] | undefined;
}

/** The facts of a permitted command, or the reason of a refusal. */
export type Decision = Result<readonly TicketFact[], Refusal>;
