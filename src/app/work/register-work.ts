import type { TicketCommand } from '../../domain/command.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Ticket } from '../../domain/ticket.ts';
import type { Channel, TicketKind } from '../../domain/vocabulary.ts';
import type { TypedDetails } from '../../domain/work/decide-details.ts';
import type { OpeningEnd, PriorityRating } from '../../domain/work/work-command.ts';
import { ok, type Result } from '../../util/result.ts';
import { allOrNothing } from '../desk/all-or-nothing.ts';
import type { Desk } from '../desk/desk.ts';
import { execute } from '../desk/execute.ts';
import { findOrAddContact } from '../people/served-people.ts';
import { registerTicket } from '../ticket/register-ticket.ts';
import { forgetDraft } from '../ticket/save-draft.ts';

/** What becomes of a ticket once it is registered. */
export type FirstStep =
  | { readonly type: 'take' }
  | OpeningEnd
  /** Another line takes over. */
  | {
      readonly type: 'hand-on';
      readonly line: string;
      /** What the customer was told: who takes over, and by when (epoch ms); null: nobody talked. */
      readonly told: { readonly text: string; readonly dueAt: number } | null;
    };

/** A ticket as it is written down while somebody tells of it. */
export interface NewWork {
  /** The first line is the subject, the whole of it the first entry. */
  readonly text: string;
  readonly customerId: string | null;
  readonly contactId: string | null;
  /** A number, an address or a name that nobody here has: a contact is made of it. */
  readonly unknownContact: string | null;
  readonly kind: TicketKind;
  readonly channel: Channel;
  readonly details: TypedDetails;
  readonly rating: PriorityRating | null;
  readonly next: FirstStep;
}

/** Registers a ticket and does the first step with it, all of it or nothing; its draft goes. */
export function registerWork(desk: Desk, work: NewWork): Result<Ticket, Refusal> {
  if (work.text.trim() === '') return refuse('subject-missing');
  return allOrNothing(desk, () => {
    const { next, unknownContact, customerId } = work;
    const added =
      unknownContact === null ? null : findOrAddContact(desk, unknownContact, customerId);
    const registered = registerTicket(desk, {
      subject: '',
      text: work.text.trim(),
      kind: work.kind,
      channel: work.channel,
      customerId,
      contactId: work.contactId ?? added?.id ?? null,
      details: work.details,
      rating: work.rating ?? undefined,
      ...(next.type === 'hand-on' ? { line: next.line } : { isTaken: true }),
      ending: next.type === 'solved' || next.type === 'off-topic' ? next : undefined,
    });
    if (!registered.ok) return registered;
    forgetDraft(desk, 'new', null);
    return firstStep(desk, registered.value.ticket, next);
  });
}

function firstStep(desk: Desk, ticket: Ticket, next: FirstStep): Result<Ticket, Refusal> {
  switch (next.type) {
    case 'solved':
    case 'off-topic':
      return ok(ticket);
    case 'take':
      return done(desk, ticket, { type: 'take' });
    case 'hand-on': {
      if (next.told === null) return ok(ticket);
      const { text, dueAt } = next.told;
      const promise = { id: desk.makeId(), kind: 'next-update', dueAt, text: '' } as const;
      const told = done(desk, ticket, { type: 'log-call', text, durationMs: null, promise });
      // Whoever speaks to a customer gets the ticket; here it was to say that somebody else does.
      return told.ok ? done(desk, ticket, { type: 'assign', personId: null }) : told;
    }
  }
}

function done(desk: Desk, { id }: Ticket, command: TicketCommand): Result<Ticket, Refusal> {
  const outcome = execute(desk, id, command);
  return outcome.ok ? ok(outcome.value.ticket) : outcome;
}
