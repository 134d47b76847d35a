import type { Desk } from '../app/desk/desk.ts';
import { familyOf } from '../app/family/family-view.ts';
import type { Ticket } from '../domain/ticket.ts';
import { iso } from './iso.ts';

/** How a ticket stands to others, as scripts see it. */
export function familyJson(desk: Desk, ticket: Ticket) {
  const family = familyOf(desk, ticket);
  const { parent, mergedInto, splitFrom } = family;
  return {
    massIncident: ticket.isMassIncident === true,
    parent: parent?.ticket.number ?? null,
    parentId: parent?.ticket.id ?? null,
    parentSubject: parent?.ticket.subject ?? null,
    parentNextUpdateAt: iso(parent?.nextUpdateDueAt ?? null),
    children: family.children.map((child) => memberJson(desk, child)),
    mergedInto: mergedInto?.number ?? null,
    mergedIntoId: mergedInto?.id ?? null,
    mergedFrom: family.mergedFrom.map(({ id, number }) => ({ id, number })),
    splitFrom: splitFrom?.number ?? null,
    splitFromId: splitFrom?.id ?? null,
    reminders: ticket.reminded?.times ?? 0,
    remindedAt: iso(ticket.reminded?.lastAt ?? null),
  };
}

/** A ticket among others: who it is about and how it stands. */
export function memberJson(desk: Desk, { id, number, subject, status, customerId }: Ticket) {
  const customer = desk.people.customer(customerId);
  return { id, number, subject, status, customer: customer?.name ?? null, customerId };
}
