import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { ok, type Result } from '../../util/result.ts';
import type { Desk } from '../desk/desk.ts';
import { execute } from '../desk/execute.ts';
import { registerTicket } from '../ticket/register-ticket.ts';
import { forgetDraft } from '../ticket/save-draft.ts';
import { findOrAddContact } from './served-people.ts';

/** A call as it was written down while the caller spoke. */
export interface WrittenCall {
  /** The first line is the subject, the whole of it the first entry. */
  readonly text: string;
  readonly contactId: string | null;
  readonly customerId: string | null;
  /** The number of somebody nobody knows yet: a contact is made of it, so that the next call finds it. */
  readonly unknownPhone: string | null;
}

/** Registers a call, takes the ticket and forgets the draft of the pad, all in one commit. */
export function takeCall(desk: Desk, call: WrittenCall): Result<Ticket, Refusal> {
  const text = call.text.trim();
  const subject = text.split('\n', 1)[0]?.trim() ?? '';
  if (subject === '') return refuse('subject-missing');
  return desk.store.sql.transact(() => {
    const { customerId, unknownPhone } = call;
    const added = unknownPhone === null ? null : findOrAddContact(desk, unknownPhone, customerId);
    const contactId = call.contactId ?? added?.id ?? null;
    const ticket = {
      subject,
      text,
      channel: 'call',
      customerId,
      contactId,
      isTaken: true,
    } as const;
    const done = registerTicket(desk, ticket);
    if (!done.ok) return done;
    forgetDraft(desk, 'call', null);
    const taken = execute(desk, done.value.ticket.id, { type: 'take' });
    return taken.ok ? ok(taken.value.ticket) : taken;
  });
}
