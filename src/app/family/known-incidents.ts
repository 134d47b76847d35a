import {
  type CommonGround,
  knownIncidentsFor,
} from '../../domain/family/propose-mass-incidents.ts';
import { isOpenStatus } from '../../domain/status-path.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { FamilyReader } from '../../store/ticket/family-reader.ts';
import { firstWords } from '../content/ticket-words.ts';
import type { Desk } from '../desk/desk.ts';
import { openIncident, saidWords } from './compare-tickets.ts';
import { nextNewsAt, type ParentView } from './family-view.ts';

/** What is known of a ticket, registered or still being written down. */
export interface AskedTicket {
  readonly id?: string | undefined;
  readonly subject: string;
  readonly text: string;
  readonly customerId: string | null;
  readonly tags: readonly string[];
}

/** An open mass incident that somebody's problem may be part of. */
export interface FoundIncident extends ParentView {
  readonly grounds: readonly CommonGround[];
  /** Tickets that hang on it. */
  readonly size: number;
}

/** Known mass incidents that a problem may be part of, the likeliest first. */
export function knownIncidents(desk: Desk, asked: AskedTicket): readonly FoundIncident[] {
  const open = new FamilyReader(desk.store.sql).openMassIncidents();
  if (open.length === 0) return [];
  const { id = '', customerId, tags } = asked;
  const town = customerId === null ? '' : (desk.people.customer(customerId)?.city ?? '');
  const about = { id, customerId, town, tags, ...saidWords(asked) };
  const found = knownIncidentsFor(
    about,
    open.map((incident) => openIncident(desk, incident)),
  );
  return found.flatMap(({ id: incidentId, grounds }) => {
    const ticket = open.find(({ ticket: one }) => one.id === incidentId)?.ticket;
    if (!ticket) return [];
    const nextUpdateDueAt = nextNewsAt(desk, ticket);
    return { ticket, nextUpdateDueAt, grounds, size: ticket.childIds?.length ?? 0 };
  });
}

/** The same for a ticket that is there; one that belongs to an incident needs no other. */
export function incidentsFor(desk: Desk, ticket: Ticket): readonly FoundIncident[] {
  const isSettled = ticket.parentId !== undefined || ticket.isMassIncident === true;
  if (isSettled || !isOpenStatus(desk.config, ticket.status)) return [];
  const { id, subject, customerId, tags } = ticket;
  return knownIncidents(desk, { id, subject, text: firstWords(desk, ticket), customerId, tags });
}
