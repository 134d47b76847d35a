import type { Refusal } from '../../domain/refusal.ts';
import type { Channel, Priority, TicketKind } from '../../domain/vocabulary.ts';
import type { Executed } from '../../store/ticket/ticket-transactor.ts';
import type { Result } from '../../util/result.ts';
import type { Desk } from '../desk/desk.ts';
import { execute } from '../desk/execute.ts';

export interface NewTicket {
  readonly subject: string;
  readonly text: string;
  readonly kind?: TicketKind | undefined;
  readonly priority?: Priority | undefined;
  readonly line?: string | undefined;
  readonly channel?: Channel | undefined;
  readonly customerId?: string | null | undefined;
  readonly contactId?: string | null | undefined;
  readonly tags?: readonly string[] | undefined;
}

/** Registers what somebody said or wrote; the text becomes the first entry. */
export function registerTicket(desk: Desk, ticket: NewTicket): Result<Executed, Refusal> {
  const contact = ticket.contactId ? desk.people.contact(ticket.contactId) : null;
  const customerId = ticket.customerId ?? contact?.customerId ?? null;
  return execute(desk, desk.makeId(), {
    type: 'register',
    subject: ticket.subject,
    kind: ticket.kind ?? 'incident',
    priority: ticket.priority ?? 'P3',
    line: ticket.line ?? desk.me.line,
    channel: ticket.channel ?? 'mail',
    audience: 'customer',
    customerId,
    contactId: ticket.contactId ?? null,
    tags: ticket.tags ?? [],
    first: {
      text: ticket.text,
      contactId: ticket.contactId ?? null,
      contactName: contact?.name ?? '',
      messageId: null,
      attachments: [],
      isAutomatic: false,
    },
  });
}
