import type { Result } from '../util/result.ts';
import type { DeskConfig } from './desk-config.ts';
import type { TicketFact } from './event.ts';
import type { Person } from './person.ts';
import type { Refusal } from './refusal.ts';

/** What a decision may look at besides the ticket. Everything that varies is passed in. */
export interface DecideContext {
  /** Epoch ms; the server's estimate where there is one. */
  readonly now: number;
  readonly actor: Person;
  readonly device: string;
  readonly desk: DeskConfig;
  readonly opId: string;
  readonly ticketId: string;
  /** The number a new ticket gets. */
  readonly nextNumber: () => string;
  /** Who heads the desk: takes what came back for the third time. Null when nobody does. */
  readonly headId: string | null;
}

/** The facts of a permitted command, or the reason of a refusal. */
export type Decision = Result<readonly TicketFact[], Refusal>;
