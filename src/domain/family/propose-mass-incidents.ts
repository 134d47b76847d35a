import type { DeskConfig } from '../desk-config.ts';

/** What a proposal looks at in a ticket. */
export interface RecentTicket {
  readonly id: string;
  readonly createdAt: number;
  readonly customerId: string | null;
  /** Where the customer is; '' when nobody knows. */
  readonly town: string;
  readonly tags: readonly string[];
  /** Telling words of the subject and the first words: stem, and the word as it was written. */
  readonly words: ReadonlyMap<string, string>;
  /** Those that name the matter by themselves: words of the subject, codes anywhere. */
  readonly named: ReadonlySet<string>;
}

/** When tickets are worth a proposal. */
export interface MassRule extends Pick<DeskConfig['massIncident'], 'tickets' | 'withinMs'> {
  /** How many tickets usually say a word in as long a time: a word of every day is no news. */
  readonly usual: (stem: string) => number;
}

/** What tickets have in common. */
export type CommonGround =
  | { readonly kind: 'topic'; readonly words: readonly string[] }
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'customer'; readonly customerId: string }
  | { readonly kind: 'town'; readonly town: string };

/** Tickets that look like one cause. */
export interface MassProposal {
  /** The same for the same ground, whoever asks. */
  readonly key: string;
  readonly ground: CommonGround;
  /** The oldest first. */
  readonly ticketIds: readonly string[];
}

/** So many common words are a topic even when they stand deep in the texts. */
const LEAST_COMMON = 2;
/** A word is news when it comes so many times as often as usual. */
const UNUSUAL = 3;
const MOST_WORDS = 4;

/**
 * Groups of fresh tickets that may have one cause: the same topic, tag, customer or town, as many
 * of them within as long a time as the desk says. A ticket stands in one proposal only, the
 * biggest; of equal ones what people said themselves counts before where they are.
 */
export function proposeMassIncidents(
  tickets: readonly RecentTicket[],
  now: number,
  rule: MassRule,
): readonly MassProposal[] {
  const fresh = tickets
    .filter(({ createdAt }) => createdAt > now - rule.withinMs && createdAt <= now)
    .toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
  const found: MassProposal[] = [];
  let left: readonly RecentTicket[] = fresh;
  for (;;) {
    const best = biggest(left, rule);
    if (best === null || best.ticketIds.length < Math.max(2, rule.tickets)) return found;
    found.push(best);
    left = left.filter(({ id }) => !best.ticketIds.includes(id));
  }
}

/** Tickets with something in common; what it is of a topic is told only when it is wanted. */
interface Group {
  readonly tickets: readonly RecentTicket[];
  readonly ground: CommonGround | null;
}

function biggest(tickets: readonly RecentTicket[], rule: MassRule): MassProposal | null {
  const groups = [
    ...namedTopics(tickets, rule),
    ...sharedTopics(tickets),
    ...grounds(tickets, ({ tags }) => tags).map(([tag, group]): Group => {
      return { tickets: group, ground: { kind: 'tag', tag } };
    }),
    ...grounds(tickets, customerOf).map(([customerId, group]): Group => {
      return { tickets: group, ground: { kind: 'customer', customerId } };
    }),
    ...towns(tickets),
  ];
  for (const group of groups.toSorted((a, b) => b.tickets.length - a.tickets.length)) {
    const ground = group.ground ?? topicOf(group.tickets);
    if (ground) return proposal(ground, group.tickets);
  }
  return null;
}

function customerOf({ customerId }: RecentTicket): readonly string[] {
  return customerId === null ? [] : [customerId];
}

function proposal(ground: CommonGround, tickets: readonly RecentTicket[]): MassProposal {
  return { key: keyOf(ground), ground, ticketIds: tickets.map(({ id }) => id) };
}

function keyOf(ground: CommonGround): string {
  switch (ground.kind) {
    case 'topic':
      return `topic:${ground.words.join('+')}`;
    case 'tag':
      return `tag:${ground.tag}`;
    case 'customer':
      return `customer:${ground.customerId}`;
    case 'town':
      return `town:${ground.town}`;
  }
}

/** A town is a sign only when several customers of it are hit: one of them is a customer's matter. */
function towns(tickets: readonly RecentTicket[]): Group[] {
  const told = tickets.filter(({ town, customerId }) => town !== '' && customerId !== null);
  return grounds(told, ({ town }) => [town]).flatMap(([town, group]) => {
    const customers = new Set(group.map(({ customerId }) => customerId));
    // Where everybody is in one town it says nothing.
    const isTelling = customers.size > 1 && group.length < told.length;
    return isTelling ? [{ tickets: group, ground: { kind: 'town', town } }] : [];
  });
}

/** Tickets by what they share, in the order of the first who has it. */
function grounds(
  tickets: readonly RecentTicket[],
  valuesOf: (ticket: RecentTicket) => Iterable<string>,
): [string, RecentTicket[]][] {
  const found = new Map<string, RecentTicket[]>();
  for (const ticket of tickets) {
    for (const value of new Set(valuesOf(ticket))) {
      const group = found.get(value);
      if (group) group.push(ticket);
      else found.set(value, [ticket]);
    }
  }
  return [...found];
}

/** Tickets whose subjects name the same thing, or in which the same code stands. */
function namedTopics(tickets: readonly RecentTicket[], { usual }: MassRule): Group[] {
  return grounds(tickets, ({ named }) => named).flatMap(([stem, group]) => {
    return group.length < UNUSUAL * usual(stem) ? [] : [{ tickets: group, ground: null }];
  });
}

/** Round each ticket those that share words with it, wherever they stand. */
function sharedTopics(tickets: readonly RecentTicket[]): Group[] {
  const saying = new Map(grounds(tickets, ({ words }) => words.keys()));
  return tickets.map((seed): Group => {
    const common = new Map<RecentTicket, number>();
    for (const stem of seed.words.keys()) {
      for (const other of saying.get(stem) ?? []) common.set(other, (common.get(other) ?? 0) + 1);
    }
    const near = tickets.filter((other) => (common.get(other) ?? 0) >= LEAST_COMMON);
    return { tickets: near, ground: null };
  });
}

function topicOf(group: readonly RecentTicket[]): CommonGround | null {
  const words = sharedBy(group);
  return words.length === 0 ? null : { kind: 'topic', words };
}

/** What most of a group say, in the words of the first who said it. */
function sharedBy(group: readonly RecentTicket[]): string[] {
  const first = new Map(group.toReversed().flatMap(({ words }) => [...words]));
  return [...first]
    .map(([stem, word]) => ({ word, n: group.filter(({ words }) => words.has(stem)).length }))
    .filter(({ n }) => n * 2 > group.length)
    .toSorted((a, b) => b.n - a.n || (a.word < b.word ? -1 : 1))
    .slice(0, MOST_WORDS)
    .map(({ word }) => word);
}

/** An open mass incident as it is compared with a ticket. */
export interface OpenIncident extends Omit<RecentTicket, 'customerId' | 'town'> {
  /** Customers and towns of the tickets that hang on it. */
  readonly customerIds: readonly string[];
  readonly towns: readonly string[];
}

/** An open mass incident that a ticket may belong to, and why it looks so. */
export interface KnownIncident {
  readonly id: string;
  readonly grounds: readonly CommonGround[];
}

/**
 * Open mass incidents that a ticket may belong to, the likeliest first. A town alone is no reason:
 * somebody's printer may break in a town without power.
 */
export function knownIncidentsFor(
  ticket: Omit<RecentTicket, 'createdAt'>,
  incidents: readonly OpenIncident[],
): readonly KnownIncident[] {
  return incidents
    .filter(({ id }) => id !== ticket.id)
    .map((incident) => ({ id: incident.id, grounds: groundsOf(ticket, incident) }))
    .filter(({ grounds: all }) => all.some(({ kind }) => kind !== 'town'))
    .toSorted((a, b) => b.grounds.length - a.grounds.length);
}

function groundsOf(
  { customerId, town, tags, words, named }: Omit<RecentTicket, 'createdAt'>,
  incident: OpenIncident,
): CommonGround[] {
  const common = [...words].filter(([stem]) => incident.words.has(stem)).map(([, word]) => word);
  const isNamed = [...named].some((stem) => incident.named.has(stem));
  const isTopic = isNamed || common.length >= LEAST_COMMON;
  const isCustomer = customerId !== null && incident.customerIds.includes(customerId);
  return [
    ...(isTopic ? [{ kind: 'topic', words: common } as const] : []),
    ...(isCustomer ? [{ kind: 'customer', customerId } as const] : []),
    ...tags
      .filter((tag) => incident.tags.includes(tag))
      .map((tag) => ({ kind: 'tag', tag }) as const),
    ...(town !== '' && incident.towns.includes(town) ? [{ kind: 'town', town } as const] : []),
  ];
}
