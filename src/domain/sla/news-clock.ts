import type { DeskConfig } from '../desk-config.ts';
import type { SlaPolicy } from '../sla-policy.ts';
import type { Ticket } from '../ticket.ts';
import { fallback } from './choose-policy.ts';
import type { SlaClock } from './sla-clock.ts';

/** The longest silence towards a customer, and whether keeping it is a deadline or a courtesy. */
export interface NewsClock {
  readonly clock: SlaClock;
  /** In an outage, and while somebody else has the ticket in hands. */
  readonly isPromised: boolean;
}

/** News after our last word; in an outage from the registration on. Null while nobody waits for any. */
export function newsClock(ticket: Ticket, desk: DeskConfig, policy: SlaPolicy): NewsClock | null {
  const { kind, tags, lastPublicAt, createdAt, audience } = ticket;
  if (audience !== 'customer') return null;
  const isOutage =
    kind === 'provider-outage' || tags.some((tag) => policy.outageTags.includes(tag));
  const startedAt = isOutage ? (lastPublicAt ?? createdAt) : lastPublicAt;
  if (startedAt === null) return null;
  const clock: SlaClock = {
    target: isOutage ? 'outage-update' : 'status-update',
    calendar: policy.calendar,
    targetMs: isOutage ? policy.outageUpdateMs : policy.statusUpdateMs,
    source: fallback,
    startedAt,
    metAt: null,
  };
  return { clock, isPromised: isOutage || isInOtherHands(ticket, desk) };
}

function isInOtherHands({ status, line }: Ticket, { lines }: DeskConfig): boolean {
  return status === 'waiting-third-party' || lines.some((l) => l.code === line && l.isExternal);
}
