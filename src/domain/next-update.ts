import type { DeskConfig } from './desk-config.ts';
import { newsClock } from './sla/news-clock.ts';
import { dueAt, ticketSla } from './sla/ticket-sla.ts';
import type { Ticket } from './ticket.ts';
import type { MatchedCustomer } from './ticket-match.ts';

/**
 * When the customer must hear from us again at the latest, epoch ms: the desk's longest silence
 * after our last word. In an outage it runs from the registration on. Null while nobody waits for
 * news: the ticket is not in work, the customer is to answer, or no first answer was given yet.
 */
export function nextUpdateDueAt(
  ticket: Ticket,
  desk: DeskConfig,
  customer: MatchedCustomer | null = null,
): number | null {
  const sla = ticketSla(ticket, desk, customer);
  if (!sla) return null;
  const news = newsClock(ticket, desk, sla.policy);
  const clocks = [...(news ? [news.clock] : []), ...sla.clocks.filter(isUpdate)];
  const times = clocks.map((clock) => dueAt(clock, sla, desk)).filter((at) => at !== null);
  return times.length === 0 ? null : Math.min(...times);
}

function isUpdate({ target }: { readonly target: string }): boolean {
  return target === 'update';
}
