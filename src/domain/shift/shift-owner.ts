import type { DeskConfig } from '../desk-config.ts';
import { whyNotAllowed } from '../permission-gate.ts';
import type { Person } from '../person.ts';
import { type Refusal, refusal } from '../refusal.ts';
import { whyNotLive } from '../supervision/live-gate.ts';
import type { Ticket } from '../ticket.ts';
import type { DecideShiftContext } from './shift-context.ts';

type OwnerContext = Pick<DecideShiftContext, 'person' | 'desk' | 'isSignedOff'>;

/** Why somebody cannot become responsible for a ticket by a hand-over; null when they can. */
export function whyNotOwner(
  ownerId: string,
  ticket: Ticket | null,
  context: OwnerContext,
): Refusal | null {
  const owner = context.person(ownerId);
  if (!owner) return refusal('owner-unknown', [], { person: ownerId });
  const unready = ticket && !ticket.isDemo ? whyNotLive(owner, ticket.channel, context) : null;
  if (unready) return unready;
  if (mayWork(owner, ticket, context.desk)) return null;
  const params = { person: owner.name, ticket: ticket?.number ?? '' };
  return refusal('owner-cannot', [], params);
}

/** Whether a new hire is ready for it was asked before; other organisations get tickets with a form. */
function mayWork(owner: Person, ticket: Ticket | null, desk: DeskConfig): boolean {
  if (desk.lines.find(({ code }) => code === owner.line)?.isExternal) return false;
  const why = whyNotAllowed('work-on-ticket', owner, desk);
  return why === null || (why.code === 'practice-only' && ticket !== null);
}
