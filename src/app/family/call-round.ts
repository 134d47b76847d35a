import type { Contact, Customer } from '../../domain/person.ts';
import type { TicketSelection } from '../../domain/selection.ts';
import type { Ticket } from '../../domain/ticket.ts';
import type { Desk } from '../desk/desk.ts';
import { queuePage } from '../ticket/list-queue.ts';
import { selectTickets } from '../ticket/select-tickets.ts';

/** One person to call, with everything that waits for a word of theirs. */
export interface CallRoundItem {
  readonly customer: Customer | null;
  readonly contact: Contact | null;
  readonly timeZone: string;
  /** The longest waiting first. */
  readonly tickets: readonly Ticket[];
}

/** A call round of more people is no list for one shift. */
const MOST = 1_000;

/** Whom to call about solved tickets that nobody has confirmed, customer by customer. */
export function callRound(desk: Desk): readonly CallRoundItem[] {
  const groups = Map.groupBy(
    waiting(desk),
    ({ customerId, contactId }) => `${customerId ?? ''} ${contactId ?? ''}`,
  );
  const items = [...groups.values()].map((tickets) => itemOf(desk, tickets));
  const nameOf = ({ customer, contact }: CallRoundItem) =>
    `${customer?.name ?? contact?.name ?? '\uffff'}\n${contact?.name ?? ''}`;
  return items.toSorted((a, b) => nameOf(a).localeCompare(nameOf(b), desk.language));
}

function waiting(desk: Desk): readonly Ticket[] {
  const { selection } = selectTickets(desk, null, '');
  const resolved: TicketSelection = { ...selection, queue: { status: ['resolved'] } };
  const rows = queuePage(desk, resolved, { offset: 0, limit: MOST });
  return rows.flatMap(({ id }) => desk.tickets.byId(id) ?? []);
}

function itemOf(desk: Desk, tickets: readonly Ticket[]): CallRoundItem {
  const { customerId = null, contactId = null } = tickets[0] ?? {};
  const customer = desk.people.customer(customerId);
  const contact = desk.people.contact(contactId);
  const since = ({ resolvedAt, updatedAt }: Ticket) => resolvedAt ?? updatedAt;
  return {
    customer,
    contact,
    timeZone: contact?.timeZone ?? customer?.timeZone ?? desk.config.timeZone,
    tickets: tickets.toSorted((a, b) => since(a) - since(b)),
  };
}
