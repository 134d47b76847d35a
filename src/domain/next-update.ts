import type { DeskConfig } from './desk-config.ts';
import type { Ticket } from './ticket.ts';

/**
 * When the customer must hear from us again at the latest, epoch ms: the desk's longest silence
 * after our last word. In an outage it runs from the registration on. Null while nobody waits for
 * news: the ticket is not in work, the customer is to answer, or no first answer was given yet.
 */
export function nextUpdateDueAt(ticket: Ticket, desk: DeskConfig): number | null {
  const rule = desk.statuses.find(({ code }) => code === ticket.status);
  const policy = desk.policies[0];
  if (!rule?.isOpen || rule.pausesSla || !policy) return null;
  if (ticket.audience !== 'customer' || ticket.isAutomatic) return null;
  const isOutage =
    ticket.kind === 'provider-outage' || ticket.tags.some((tag) => policy.outageTags.includes(tag));
  if (isOutage) return (ticket.lastPublicAt ?? ticket.createdAt) + policy.outageUpdateMs;
  return ticket.lastPublicAt === null ? null : ticket.lastPublicAt + policy.statusUpdateMs;
}
