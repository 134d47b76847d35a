import type { ArticleCommand } from './article-command.ts';
import type { TicketCommand } from './command.ts';
import type { ApplyDesk } from './desk-version.ts';
import type { Asset, Contact, Customer, Person } from './person.ts';
import type { PracticeCommand } from './practice/practice-command.ts';
import type { QueueCommand } from './saved-queue.ts';
import type { ShiftCommand } from './shift/shift-command.ts';

/** A change of the desk's own records: who works here, who is served. */
export type RecordCommand = (
  | { readonly type: 'save-person'; readonly person: Person }
  | { readonly type: 'save-customer'; readonly customer: Customer }
  | { readonly type: 'save-contact'; readonly contact: Contact }
  | { readonly type: 'save-asset'; readonly asset: Asset }
) & {
  /** Names of the fields that were changed; absent: all of them, as in a new record. */
  readonly changed?: readonly string[] | undefined;
};

/** A command on its way: what goes through the outbox and over the wire. Times are epoch ms. */
export interface Op {
  readonly opId: string;
  /** The device that made it. */
  readonly client: string;
  readonly v: number;
  readonly space: string;
  readonly entityType:
    | 'ticket'
    | 'person'
    | 'customer'
    | 'contact'
    | 'asset'
    | 'article'
    | 'desk'
    | 'queue'
    | 'shift'
    | 'practice';
  readonly entityId: string;
  /** The state it was decided on: number of events of the entity. */
  readonly baseRev: number;
  readonly payload:
    | TicketCommand
    | RecordCommand
    | ArticleCommand
    | QueueCommand
    | ApplyDesk
    | ShiftCommand
    | PracticeCommand;
  readonly occurredAt: number;
  readonly byId: string;
  readonly isDemo: boolean;
  /** Not pushed and not delivered before this time (the undo window of a public reply). */
  readonly heldUntil: number | null;
}

/** Version of the payloads this program writes. */
export const OP_VERSION = 1;
