import type { FamilyCommand } from './family/family-command.ts';
import type { HandoverCommand } from './handover/handover-command.ts';
import type { AppliedRoute } from './routing/applied-route.ts';
import type { SupervisionCommand } from './supervision/supervision-command.ts';
import type { TemplateUse } from './template-use.ts';
import type { NewPromise, TextEffects } from './text-effects.ts';
import type { AttachmentRef, EntryKind, TicketLink, Visibility } from './ticket.ts';
import type { Audience, Channel, Priority, Status, TicketKind } from './vocabulary.ts';
import type { ReleaseMessage } from './withheld-message.ts';
import type { OpeningEnd, PriorityRating, WordOfDone, WorkCommand } from './work/work-command.ts';

/** What comes with text from outside: who wrote it, which letter it was. */
export interface ForeignText {
  readonly text: string;
  readonly contactId: string | null;
  readonly contactName: string;
  readonly messageId: string | null;
  readonly attachments: readonly AttachmentRef[];
  readonly isAutomatic: boolean;
}

/** An entry that another system already had; kept as it was. */
export interface ImportedEntry {
  readonly id: string;
  readonly at: number;
  readonly kind: EntryKind;
  readonly visibility: Visibility;
  readonly authorName: string;
  readonly fromCustomer: boolean;
  /** Who of the desk wrote it; without one it is the person that imports. */
  readonly authorId?: string | undefined;
  readonly text: string;
  readonly messageId: string | null;
}

export interface RegisterTicket {
  readonly type: 'register';
  readonly subject: string;
  readonly kind: TicketKind;
  readonly priority: Priority;
  readonly line: string;
  readonly channel: Channel;
  readonly audience: Audience;
  readonly customerId: string | null;
  readonly contactId: string | null;
  readonly tags: readonly string[];
  /** What its kind asks for, by the code of the field. */
  readonly details?: Readonly<Record<string, string>> | undefined;
  /** The answers that give its priority. */
  readonly rating?: PriorityRating | undefined;
  /** Solved while it was being written down, or not served here. */
  readonly ending?: OpeningEnd | undefined;
  /** What the desk's rules gave it; absent where they say nothing. */
  readonly routing?: AppliedRoute | undefined;
  readonly first: ForeignText | null;
  /** Registered as a mass incident of these. */
  readonly childIds?: readonly string[] | undefined;
  /** Keeps the number of the system it came from; otherwise the store gives the next one. */
  readonly number?: string | undefined;
  readonly externalId?: string | undefined;
  readonly importId?: string | undefined;
  readonly isDemo?: boolean | undefined;
}

/** A ticket that lived elsewhere: its state is taken over, its entries keep their times. */
export interface ImportTicket
  extends Omit<RegisterTicket, 'type' | 'first' | 'routing' | 'details' | 'rating' | 'ending'> {
  readonly type: 'import';
  readonly status: Status;
  readonly assigneeId: string | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly entries: readonly ImportedEntry[];
}

/** What an engineer (or a connector) intends to do to one ticket. */
export type TicketCommand =
  | RegisterTicket
  | ImportTicket
  | { readonly type: 'take' }
  | { readonly type: 'assign'; readonly personId: string | null }
  | { readonly type: 'route'; readonly route: AppliedRoute }
  | {
      readonly type: 'reply';
      readonly text: string;
      readonly messageId: string | null;
      readonly promise: NewPromise | null;
      readonly status: Status | null;
      readonly attachments: readonly AttachmentRef[];
      /** What of it came from templates. */
      readonly templates?: readonly TemplateUse[] | undefined;
      readonly effects?: TextEffects | undefined;
    }
  | ({
      readonly type: 'receive';
      readonly at: number;
      /** Thanks or a confirmation: the words do not send a solution back. */
      readonly keepsSolution?: boolean | undefined;
      /** Said by the mail system or by the import itself (a bounce, a hint), not by a contact. */
      readonly isNotice?: boolean | undefined;
    } & ForeignText)
  | {
      readonly type: 'note';
      readonly text: string;
      readonly status?: Status | null | undefined;
      readonly templates?: readonly TemplateUse[] | undefined;
      readonly effects?: TextEffects | undefined;
    }
  | {
      readonly type: 'log-call';
      readonly text: string;
      readonly durationMs: number | null;
      readonly promise: NewPromise | null;
    }
  | { readonly type: 'set-status'; readonly status: Status; readonly reason: string }
  | { readonly type: 'schedule'; readonly until: number; readonly reason: string }
  | { readonly type: 'set-fields'; readonly fields: TicketFields }
  /** Keeps the deadlines that have passed; every other command does it besides. */
  | { readonly type: 'keep-breaches' }
  | { readonly type: 'tag'; readonly add: readonly string[]; readonly remove: readonly string[] }
  | { readonly type: 'promise'; readonly promise: NewPromise }
  | {
      readonly type: 'settle-promise';
      readonly promiseId: string;
      readonly state: 'kept' | 'moved';
    }
  | ({ readonly type: 'resolve'; readonly solution: string } & WordOfDone)
  | ({ readonly type: 'confirm'; readonly by: string; readonly how: string } & WordOfDone)
  /** The customer said nothing for as long as the desk waits: the policy closes it. */
  | { readonly type: 'close-by-timeout' }
  | { readonly type: 'return'; readonly reason: string }
  | { readonly type: 'reopen'; readonly reason: string }
  | { readonly type: 'link'; readonly link: TicketLink }
  | HandoverCommand
  | WorkCommand
  | FamilyCommand
  | SupervisionCommand
  | ReleaseMessage;

/** Fields that may be changed after registration. Only the given ones change. */
export interface TicketFields {
  readonly subject?: string | undefined;
  readonly kind?: TicketKind | undefined;
  readonly priority?: Priority | undefined;
  readonly line?: string | undefined;
  readonly customerId?: string | null | undefined;
  readonly contactId?: string | null | undefined;
  readonly reason?: string | undefined;
}
