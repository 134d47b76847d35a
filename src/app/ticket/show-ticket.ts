import type { PlannedWork } from '../../domain/desk-people.ts';
import { nextUpdateDueAt } from '../../domain/next-update.ts';
import type { Contact, Customer, Person } from '../../domain/person.ts';
import { isShouted } from '../../domain/shouting.ts';
import type { TimeLeft } from '../../domain/sla/time-left.ts';
import { type Deadline, runningDeadlines } from '../../domain/sla.ts';
import { waitingReview } from '../../domain/supervision/supervision.ts';
import type { CustomerPromise, Ticket } from '../../domain/ticket.ts';
import type { Draft } from '../../store/draft/draft-store.ts';
import type { StoredEntry } from '../../store/ticket/entry-row.ts';
import type { RelatedTicket } from '../../store/ticket/ticket-reader.ts';
import type { Desk } from '../desk/desk.ts';
import { type FamilyView, familyOf } from '../family/family-view.ts';
import { policyCustomer } from '../sla/policy-customer.ts';
import { timeLeftOf } from '../sla/time-left-of.ts';
import { newsSinceReview } from '../supervision/list-supervised.ts';
import { worksNow } from '../work/current-works.ts';
import type { TicketNews } from './ticket-news.ts';

/** An entry with the name of who wrote it. */
export interface ShownEntry extends StoredEntry {
  readonly authorName: string;
  readonly isMine: boolean;
  /** The ticket it was written in, when that was merged into this one. */
  readonly fromNumber: string | null;
}

/** Everything that the ticket screen and `smena show` tell. */
export interface TicketView {
  readonly ticket: Ticket;
  readonly customer: Customer | null;
  readonly contact: Contact | null;
  readonly assignee: Person | null;
  readonly entries: readonly ShownEntry[];
  /** Everybody of the desk, by id: who handed over, who watches. */
  readonly people: ReadonlyMap<string, Person>;
  readonly deadlines: readonly Deadline[];
  /** What is left until the nearest of them, in working time; also of a paused one. */
  readonly timeLeft: TimeLeft | null;
  /** When the customer must hear from us again, epoch ms. */
  readonly nextUpdateDueAt: number | null;
  readonly related: readonly RelatedTicket[];
  /** The tickets that it belongs to, holds or was made of. */
  readonly family: FamilyView;
  /** Planned works that it falls under now. */
  readonly works: readonly PlannedWork[];
  readonly drafts: readonly Draft[];
  /** What happened since a reply was put on review that still waits there. */
  readonly reviewNews: readonly TicketNews[];
}

/** Reads a ticket as it stands now; null when it is gone. */
export function showTicket(desk: Desk, ticketId: string): TicketView | null {
  const ticket = desk.tickets.byId(ticketId);
  if (!ticket) return null;
  const family = familyOf(desk, ticket);
  const numbers = new Map(family.mergedFrom.map(({ id, number }) => [id, number]));
  const names = new Map(desk.people.persons().map((p) => [p.id, p]));
  const served = policyCustomer(desk, ticket);
  return {
    ticket,
    customer: ticket.customerId ? desk.people.customer(ticket.customerId) : null,
    contact: ticket.contactId ? desk.people.contact(ticket.contactId) : null,
    assignee: ticket.assigneeId ? (names.get(ticket.assigneeId) ?? null) : null,
    entries: desk.tickets.entries(ticketId).map((entry) => {
      const delivery = entry.delivery ?? heldBack(ticket, entry.id);
      const fromNumber = numbers.get(entry.ticketId) ?? null;
      return { ...shown({ ...entry, delivery }, names, desk), fromNumber };
    }),
    people: names,
    deadlines: runningDeadlines(ticket, desk.config, served),
    timeLeft: timeLeftOf(desk, ticket),
    nextUpdateDueAt: nextUpdateDueAt(ticket, desk.config, served),
    related: ticket.customerId ? desk.tickets.ofCustomer(ticket.customerId, ticketId, 5) : [],
    family,
    works: worksNow(desk)(ticket),
    drafts: desk.drafts.all().filter((d) => d.ticketId === ticketId),
    reviewNews: waitingReview(ticket) ? newsSinceReview(desk, ticket) : [],
  };
}

/** A colleague's message that has not left: the letter itself waits at the colleague's. */
function heldBack({ withheld }: Ticket, entryId: string): StoredEntry['delivery'] {
  const message = withheld?.[entryId];
  return message ? { state: 'withheld', reason: message.reason, heldUntil: 0 } : null;
}

function shown(
  entry: StoredEntry,
  people: ReadonlyMap<string, Person>,
  desk: Desk,
): Omit<ShownEntry, 'fromNumber'> {
  const { author } = entry;
  const authorName =
    author.type === 'person'
      ? (people.get(author.id)?.name ?? '')
      : author.type === 'contact'
        ? author.name
        : '';
  const isMine = author.type === 'person' && author.id === desk.me.id;
  return { ...entry, authorName, isMine };
}

/**
 * What an engineer should know before the first word: how long the customer has waited, through
 * how many hands it went, and what became of the last promise.
 */
export interface PickUp {
  readonly waitedMs: number | null;
  readonly hands: number;
  readonly lastPromise: CustomerPromise | null;
  /** When the customer must hear from us again, epoch ms; null when nobody waits for news. */
  readonly nextUpdateDueAt: number | null;
  readonly returns: number;
  readonly isAngry: boolean;
}

/** The one line shown when a ticket is taken or opened. Times against `now`, epoch ms. */
export function pickUp(view: TicketView, now: number): PickUp {
  const { ticket } = view;
  const lastOurs = ticket.lastPublicAt ?? 0;
  const isWaiting = ticket.lastCustomerAt !== null && ticket.lastCustomerAt > lastOurs;
  const settled = ticket.promises.filter((p) => p.state !== 'moved');
  // Automatic letters stand inside; nobody waits for an answer to them.
  const fromCustomer = view.entries.filter(
    (e) => e.author.type === 'contact' && e.visibility === 'public',
  );
  return {
    waitedMs: isWaiting ? now - firstUnanswered(fromCustomer, lastOurs) : null,
    hands: ticket.hands,
    lastPromise: settled.at(-1) ?? null,
    nextUpdateDueAt: view.nextUpdateDueAt,
    returns: ticket.returns,
    isAngry: ticket.tags.includes('angry') || isAngry(fromCustomer.at(-1)?.text ?? ''),
  };
}

function firstUnanswered(entries: readonly ShownEntry[], since: number): number {
  return entries.find((e) => e.at > since)?.at ?? since;
}

/** Capitals and rows of exclamation marks: the two signs of anger that need no guessing. */
function isAngry(text: string): boolean {
  const words = text.match(/\p{L}{3,}/gu) ?? [];
  const loud = words.filter((w) => w === w.toUpperCase() && w !== w.toLowerCase());
  return (
    isShouted(text) || /!{2,}/.test(text) || (words.length >= 4 && loud.length * 2 > words.length)
  );
}
