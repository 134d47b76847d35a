import type { DeskConfig } from '../desk-config.ts';
import { whyNotAllowed } from '../permission-gate.ts';
import type { Person } from '../person.ts';
import { type Refusal, refusal } from '../refusal.ts';
import type { Ticket } from '../ticket.ts';
import type { DecideShiftContext } from './shift-context.ts';

type OwnerContext = Pick<DecideShiftContext, 'person' | 'desk'>;

/** Why somebody cannot become responsible for a ticket by a hand-over; null when they can. */
export function whyNotOwner(
  ownerId: string,
  ticket: Ticket | null,
  { person, desk }: OwnerContext,
): Refusal | null {
  const owner = person(ownerId);
  if (!owner) return refusal('owner-unknown', [], { person: ownerId });
  if (mayWork(owner, ticket, desk)) return null;
  const params = { person: owner.name, ticket: ticket?.number ?? '' };
  return refusal('owner-cannot', [], params);
}

/** New hires practise on what is only practice; other organisations get tickets with a form. */
function mayWork(owner: Person, ticket: Ticket | null, desk: DeskConfig): boolean {
  if (desk.lines.find(({ code }) => code === owner.line)?.isExternal) return false;
  const why = whyNotAllowed('work-on-ticket', owner, desk);
  return why === null || (why.code === 'practice-only' && ticket?.isDemo === true);
}
