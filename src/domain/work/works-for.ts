import { foldText } from '../../util/fold-text.ts';
import type { PlannedWork } from '../desk-people.ts';
import type { Ticket } from '../ticket.ts';
import type { MatchedCustomer } from '../ticket-match.ts';
import { fieldValue } from './known-field.ts';
import { windowOf } from './visit-window.ts';

/** What planned works look at in a ticket. */
export type WorkedTicket = Pick<Ticket, 'tags'>;

/**
 * The planned works that a ticket falls under while they last: those of its customer, its town or
 * its tags. Works that name nobody are for everybody.
 */
export function worksFor(
  ticket: WorkedTicket,
  customer: Pick<MatchedCustomer, 'name' | 'city' | 'mailDomain'> | null,
  works: readonly PlannedWork[],
  now: number,
): readonly PlannedWork[] {
  return works.filter((work) => isUnderWay(work, now) && touches(work, ticket, customer));
}

/** Whether works last now: they begin on their first moment and are over on their last. */
export function isUnderWay({ from, to }: PlannedWork, now: number): boolean {
  return from <= now && now < to;
}

/**
 * A ticket of planned works as the works themselves: its window, and whom they hit. The field
 * `affected` names customers, towns or tags, or everybody; else it is the ticket's customer.
 */
export function worksOfTicket(ticket: Ticket, customerName: string | null): PlannedWork | null {
  const window = windowOf(fieldValue(ticket, 'window'));
  if (window === null) return null;
  const affected = (fieldValue(ticket, 'affected') ?? '').split(/[,;\n]/).map((one) => one.trim());
  const named = affected.filter((one) => one !== '');
  const isEverybody = named.some((one) => /^(?:все|всех|all|everybody|\*)$/i.test(one));
  const names = named.length === 0 && customerName !== null ? [customerName] : named;
  if (!isEverybody && names.length === 0) return null;
  const whom = isEverybody ? [] : names;
  const title = { ru: ticket.subject, en: ticket.subject };
  return {
    ...{ code: ticket.number, title, ...window, notice: null },
    ...{ customers: whom, towns: whom, tags: whom },
  };
}

function touches(
  { customers, towns, tags }: PlannedWork,
  ticket: WorkedTicket,
  customer: Parameters<typeof worksFor>[1],
): boolean {
  if (customers.length + towns.length + tags.length === 0) return true;
  if (tags.some((tag) => ticket.tags.includes(tag))) return true;
  if (customer === null) return false;
  return (
    isAmong(customers, [customer.name, customer.mailDomain ?? '']) ||
    isAmong(towns, [customer.city])
  );
}

function isAmong(names: readonly string[], own: readonly string[]): boolean {
  const folded = own.filter((name) => name !== '').map(foldText);
  return names.some((name) => folded.includes(foldText(name)));
}
