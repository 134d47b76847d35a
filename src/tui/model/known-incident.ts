import { incidentsFor } from '../../app/family/known-incidents.ts';
import { childrenToTell } from '../../app/family/message-children.ts';
import type { CommonGround } from '../../domain/family/propose-mass-incidents.ts';
import { sayGround } from '../../i18n/say-ground.ts';
import type { KnownOffer } from './mailing-state.ts';
import type { Ui } from './ui.ts';

/** Why tickets look like one cause, in words. */
export function whyTogether(ui: Ui, grounds: readonly CommonGround[]): string {
  const nameOf = (id: string) => ui.desk().people.customer(id)?.name ?? '';
  return grounds.map((ground) => sayGround(ground, nameOf, ui.store.get().language)).join(', ');
}

/** The open incident that a ticket may be part of, or null. */
export function knownFor(ui: Ui, ticketId: string): KnownOffer | null {
  const ticket = ui.desk().tickets.byId(ticketId);
  const [best] = ticket ? incidentsFor(ui.desk(), ticket) : [];
  if (!best) return null;
  const { id: incidentId, number, subject } = best.ticket;
  return { ticketId, incidentId, number, subject, why: whyTogether(ui, best.grounds) };
}

/** Whether a ticket stands for others that nobody has solved yet. */
export function isSolvedWithOthers(ui: Ui, ticketId: string): boolean {
  const ticket = ui.desk().tickets.byId(ticketId);
  return ticket !== null && childrenToTell(ui.desk(), ticket).length > 0;
}
