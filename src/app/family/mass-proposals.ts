import {
  type CommonGround,
  proposeMassIncidents,
} from '../../domain/family/propose-mass-incidents.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { FamilyReader } from '../../store/ticket/family-reader.ts';
import type { Desk } from '../desk/desk.ts';
import { recentTicket } from './compare-tickets.ts';
import { knownIncidents } from './known-incidents.ts';

/** Tickets that look like one cause, and where they could be gathered. */
export interface ProposedIncident {
  readonly key: string;
  readonly ground: CommonGround;
  /** The oldest first. */
  readonly tickets: readonly Ticket[];
  /** An open mass incident that they seem to be part of; null: a new one. */
  readonly parent: Ticket | null;
  /** What a new one would be called. */
  readonly subject: string;
}

/** In a flood the first ones show what it is about. */
const MOST_RECENT = 200;
/** What is usual is counted over the newest tickets of the desk. */
const USUAL_OVER = 3_000;
const DISMISSED = 'mass-dismissed';

/** What may be a mass incident now, the biggest first; what was put aside stays aside. */
export function massProposals(desk: Desk): readonly ProposedIncident[] {
  const { massIncident } = desk.config;
  const now = desk.clock.now();
  const reader = new FamilyReader(desk.store.sql);
  const recent = reader.registeredSince(now - massIncident.withinMs, MOST_RECENT);
  if (recent.length < massIncident.tickets) return [];
  const aside = new Set(dismissed(desk).map(({ ticketId }) => ticketId));
  const free = recent.filter(({ ticket }) => isFree(ticket) && !aside.has(ticket.id));
  const compared = free.map(recentTicket);
  const often = usualIn(reader, { now, withinMs: massIncident.withinMs });
  const tokens = new Map(compared.flatMap((one) => [...one.tokens]));
  const usual = (word: string) => often(tokens.get(word) ?? word);
  const proposals = proposeMassIncidents(compared, now, { ...massIncident, usual });
  const tickets = new Map(free.map(({ ticket }) => [ticket.id, ticket]));
  return proposals.map(({ key, ground, ticketIds }) => {
    const members = ticketIds.flatMap((id) => tickets.get(id) ?? []);
    const subject = members[0]?.subject ?? '';
    return { key, ground, tickets: members, parent: parentFor(desk, members), subject };
  });
}

/** Puts a proposal aside: its tickets do not ask again. False when there is none of that key. */
export function dismissProposal(desk: Desk, key: string): boolean {
  return desk.store.sql.transact(() => {
    const proposal = massProposals(desk).find((one) => one.key === key);
    if (!proposal) return false;
    const at = desk.clock.now();
    const oldest = at - desk.config.massIncident.withinMs;
    // A ticket too old to be proposed need not be remembered.
    const kept = dismissed(desk).filter((mark) => mark.at > oldest);
    const added = proposal.tickets.map(({ id }) => ({ ticketId: id, at }));
    desk.meta.set(DISMISSED, JSON.stringify([...kept, ...added]));
    return true;
  });
}

interface DismissMark {
  readonly ticketId: string;
  readonly at: number;
}

function dismissed(desk: Desk): readonly DismissMark[] {
  // Written by `dismissProposal` only.
  return JSON.parse(desk.meta.get(DISMISSED) ?? '[]') as DismissMark[];
}

function isFree({ parentId, isMassIncident, kind }: Ticket): boolean {
  const isTrouble = kind === 'incident' || kind === 'provider-outage' || kind === 'complaint';
  return isTrouble && parentId === undefined && isMassIncident !== true;
}

/** How often a word comes in the time of the rule, by what the desk has seen lately. */
function usualIn(
  reader: FamilyReader,
  { now, withinMs }: { readonly now: number; readonly withinMs: number },
): (token: string) => number {
  const since = reader.newestSince(USUAL_OVER);
  const before = since === null ? 0 : now - withinMs - since;
  // A desk that has seen less than ten such times has no idea of what is usual.
  if (before < 10 * withinMs) return () => 0;
  const windows = before / withinMs;
  return (token) => reader.saidLately(token, USUAL_OVER) / windows;
}

/** The incident that most of the tickets seem to be part of. */
function parentFor(desk: Desk, members: readonly Ticket[]): Ticket | null {
  const [first] = members;
  if (!first) return null;
  const { id, subject, customerId, tags } = first;
  return knownIncidents(desk, { id, subject, text: '', customerId, tags })[0]?.ticket ?? null;
}
