import type { RegisterTicket } from '../../domain/command.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Channel, Priority, TicketKind } from '../../domain/vocabulary.ts';
import type { TypedDetails } from '../../domain/work/decide-details.ts';
import { kindRule } from '../../domain/work/missing.ts';
import type { OpeningEnd, PriorityRating } from '../../domain/work/work-command.ts';
import type { Executed } from '../../store/ticket/ticket-transactor.ts';
import type { Result } from '../../util/result.ts';
import type { Desk } from '../desk/desk.ts';
import { type ExecuteOptions, execute } from '../desk/execute.ts';
import { withRouting } from '../routing/route-desk.ts';
import { readDetails } from '../work/read-details.ts';

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
  /** A mass incident of these tickets. */
  readonly childIds?: readonly string[] | undefined;
  /** What its kind asks for, as it was typed. */
  readonly details?: TypedDetails | undefined;
  /** The two answers that give its priority. */
  readonly rating?: PriorityRating | undefined;
  /** It is over already: solved, or not served here. */
  readonly ending?: OpeningEnd | undefined;
  /** Whoever registers it works on it at once: no rule gives it to somebody else. */
  readonly isTaken?: boolean | undefined;
}

/** Registers what somebody said or wrote; the text becomes the first entry. */
export function registerTicket(
  desk: Desk,
  ticket: NewTicket,
  options: ExecuteOptions = {},
): Result<Executed, Refusal> {
  const command = commandOf(desk, ticket);
  // What is over already, or stands for others, is for nobody to be given out.
  const isTaken = ticket.isTaken === true || Boolean(ticket.ending ?? ticket.childIds);
  const own = {
    line: isTaken || ticket.line !== undefined,
    priority: ticket.priority !== undefined || ticket.rating !== undefined,
    assignee: isTaken,
  };
  const routed = withRouting(desk, command, { own, at: options.at ?? desk.clock.now() });
  return execute(desk, desk.makeId(), routed, options);
}

function commandOf(desk: Desk, ticket: NewTicket): RegisterTicket {
  const contact = ticket.contactId ? desk.people.contact(ticket.contactId) : null;
  const customerId = ticket.customerId ?? contact?.customerId ?? null;
  const kind = ticket.kind ?? desk.config.kinds.find(({ isOn }) => isOn)?.code ?? 'incident';
  const rule = kindRule(desk.config, kind);
  return {
    type: 'register',
    subject: ticket.subject,
    kind,
    priority: ticket.priority ?? rule?.defaultPriority ?? 'P3',
    line: ticket.line ?? rule?.defaultLine ?? desk.me.line,
    channel: ticket.channel ?? 'mail',
    // A mass incident by itself has nobody to answer: the tickets that belong to it have.
    audience: ticket.childIds && customerId === null ? 'internal' : 'customer',
    customerId,
    contactId: ticket.contactId ?? null,
    tags: ticket.tags ?? [],
    details: ticket.details && readDetails(desk, kind, ticket.details),
    rating: ticket.rating,
    ending: ticket.ending,
    childIds: ticket.childIds,
    first: {
      text: ticket.text,
      contactId: ticket.contactId ?? null,
      contactName: contact?.name ?? '',
      messageId: null,
      attachments: [],
      isAutomatic: false,
    },
  };
}
