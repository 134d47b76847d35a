import { nextUpdateDueAt } from '../../domain/next-update.ts';
import { openPromises, type Ticket } from '../../domain/ticket.ts';
import type { Desk } from '../desk/desk.ts';
import { policyCustomer } from '../sla/policy-customer.ts';
import { standsFor } from '../ticket/find-ticket.ts';

/** A mass incident as its tickets see it. */
export interface ParentView {
  readonly ticket: Ticket;
  /** When its customers must hear from us again, epoch ms; null when nobody waits. */
  readonly nextUpdateDueAt: number | null;
}

/** How a ticket stands to others, with the others. */
export interface FamilyView {
  readonly parent: ParentView | null;
  readonly children: readonly Ticket[];
  /** Of a merged one: the ticket in which it is read now. */
  readonly mergedInto: Ticket | null;
  readonly mergedFrom: readonly Ticket[];
  readonly splitFrom: Ticket | null;
}

/** Reads the family of a ticket. */
export function familyOf(desk: Desk, ticket: Ticket): FamilyView {
  const read = (id: string | undefined) => (id === undefined ? null : desk.tickets.byId(id));
  const all = (ids: readonly string[] = []) => ids.flatMap((id) => read(id) ?? []);
  const parent = read(ticket.parentId);
  return {
    parent: parent && { ticket: parent, nextUpdateDueAt: nextNewsAt(desk, parent) },
    children: all(ticket.childIds),
    mergedInto: ticket.mergedIntoId === undefined ? null : read(standsFor(desk, ticket.id)),
    mergedFrom: all(ticket.mergedFromIds),
    splitFrom: read(ticket.splitFromId),
  };
}

/**
 * When the customers of a mass incident must hear from us again: the nearest of the times that they
 * were given and the desk's longest silence, epoch ms; null when nobody waits.
 */
export function nextNewsAt(desk: Desk, parent: Ticket): number | null {
  const children = (parent.childIds ?? []).flatMap((id) => desk.tickets.byId(id) ?? []);
  const promised = [parent, ...children].flatMap((one) => openPromises(one).map((p) => p.dueAt));
  const silence = nextUpdateDueAt(parent, desk.config, policyCustomer(desk, parent));
  const times = silence === null ? promised : [...promised, silence];
  return times.length === 0 ? null : Math.min(...times);
}
