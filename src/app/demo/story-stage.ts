import type { TicketCommand } from '../../domain/command.ts';
import type { DeskConfig } from '../../domain/desk-config.ts';
import type { Contact, Customer, Person } from '../../domain/person.ts';
import type { RefusalCode } from '../../domain/refusal.ts';
import type { ShiftCommand } from '../../domain/shift/shift-command.ts';
import type { MakeId } from '../../util/id.ts';

/** A solution of a story: what a desk asks for before it was not told. */
export const solved = { type: 'resolve', solution: '', isSaidElsewhere: true } as const;

/** Who plays in a story, and what its ticket is called. */
export interface StoryStage {
  readonly ticketId: string;
  readonly number: string;
  readonly now: number;
  readonly desk: DeskConfig;
  readonly device: string;
  readonly customer: Customer;
  readonly contact: Contact;
  readonly headId: string | null;
  /** Somebody of the desk by the story's key; `me` is whoever opens the demo. */
  readonly person: (key: string) => Person;
  /** Who registers what nobody has touched yet. */
  readonly registrar: Person;
  readonly makeId: MakeId;
}

/** A rule refused what the story tells: a mistake of the story. */
export interface StoryRefusal {
  readonly story: string;
  readonly command: TicketCommand['type'] | ShiftCommand['type'];
  readonly code: RefusalCode;
}
