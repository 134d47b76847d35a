import type { ClockFact, ClockState } from './clock-state.ts';
import type { FamilyState } from './family/family.ts';
import type { FamilyFact } from './family/family-fact.ts';
import type { HandoverState } from './handover/handover.ts';
import type { HandoverFact } from './handover/handover-fact.ts';
import type { SupervisionState } from './supervision/supervision.ts';
import type { SupervisionFact } from './supervision/supervision-fact.ts';
import type { TemplateUse } from './template-use.ts';
import type { CustomerPromise, Entry, Ticket, TicketLink } from './ticket.ts';
import type { Status } from './vocabulary.ts';
import type { WithheldFact, WithheldState } from './withheld-message.ts';
import type { WorkState } from './work/work.ts';
import type { WorkFact } from './work/work-fact.ts';

/**
 * The opening of a ticket: everything that is known at registration. `updatedAt` and `cameAt` come
 * with a ticket that lived elsewhere.
 */
export type Registration = { readonly updatedAt?: number } & Pick<ClockState, 'cameAt'> &
  Omit<
    Ticket,
    | 'firstAnsweredAt'
    | 'lastPublicAt'
    | 'lastCustomerAt'
    | 'resolvedAt'
    | 'scheduledUntil'
    | 'returns'
    | 'hands'
    | 'statusLog'
    | 'promises'
    | 'links'
    | 'timeSpentMs'
    | 'rev'
    | 'updatedAt'
    | 'id'
    | keyof HandoverState
    | keyof WorkState
    | keyof FamilyState
    | keyof ClockState
    | keyof WithheldState
    | keyof SupervisionState
  >;

/** What happened to a ticket. The list of events is the audit trail. */
export type TicketFact =
  | { readonly type: 'registered'; readonly ticket: Registration }
  | { readonly type: 'entry-added'; readonly entry: Entry }
  | { readonly type: 'assigned'; readonly personId: string | null; readonly reason: string }
  | {
      readonly type: 'status-changed';
      readonly from: Status;
      readonly to: Status;
      readonly reason: string;
      readonly until: number | null;
    }
  | { readonly type: 'field-changed'; readonly field: FieldChange; readonly reason: string }
  | {
      readonly type: 'tags-changed';
      readonly added: readonly string[];
      readonly removed: readonly string[];
    }
  | { readonly type: 'promise-made'; readonly promise: CustomerPromise }
  | {
      readonly type: 'promise-settled';
      readonly promiseId: string;
      readonly state: 'kept' | 'broken' | 'moved';
    }
  | { readonly type: 'returned'; readonly reason: string; readonly times: number }
  | { readonly type: 'confirmed'; readonly by: string; readonly how: string }
  | { readonly type: 'linked'; readonly link: TicketLink }
  | ({ readonly type: 'template-used' } & TemplateUse)
  | { readonly type: 'time-spent'; readonly ms: number }
  | {
      readonly type: 'wording-overruled';
      readonly rules: readonly string[];
      readonly reason: string;
    }
  | HandoverFact
  | WorkFact
  | FamilyFact
  | ClockFact
  | WithheldFact
  | SupervisionFact;

/** One changed field with its old value, so that an overwrite can be seen and undone. */
export type FieldChange = {
  [Name in EditableField]: {
    readonly name: Name;
    readonly from: Ticket[Name];
    readonly to: Ticket[Name];
  };
}[EditableField];

export type EditableField = 'subject' | 'kind' | 'priority' | 'line' | 'customerId' | 'contactId';

/** A fact with its identity: id = op id and index, so that every store decides the same events. */
export interface TicketEvent {
  readonly id: string;
  readonly opId: string;
  readonly ticketId: string;
  readonly at: number;
  /** The person of the desk, or null for a connector or the system. */
  readonly byId: string | null;
  readonly device: string;
  readonly fact: TicketFact;
}
