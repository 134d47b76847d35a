import { teamLeadOf } from '../../domain/duty/on-duty.ts';
import { type FilledCommand, fillCommand } from '../../domain/fill-command.ts';
import type { AccessCommand, Asset, Contact, Customer, Person } from '../../domain/person.ts';
import type { QueueRow } from '../../domain/selection.ts';
import { servedCustomer } from '../../domain/served-customer.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { LoadReader } from '../../store/ticket/load-reader.ts';
import { ticketWords } from '../content/ticket-words.ts';
import type { Desk } from '../desk/desk.ts';
import { queuePage } from '../ticket/list-queue.ts';
import { selectTickets } from '../ticket/select-tickets.ts';
import { showTicket } from '../ticket/show-ticket.ts';
import { type SimilarTicket, similarTickets } from '../ticket/similar-tickets.ts';
import { deskRoster } from './desk-roster.ts';

/** A site below the customer: its own open tickets, and those of everything below it. */
export interface Site {
  readonly customer: Customer;
  /** 1 for a site of the customer itself. */
  readonly depth: number;
  readonly open: number;
  readonly total: number;
}

/** A command of the customer or of one of its assets, with the values in their places. */
export interface CardCommand extends AccessCommand {
  /** Null for the customer's own. */
  readonly asset: Asset | null;
  readonly filled: FilledCommand;
}

/** Everything that is known of a customer. */
export interface CustomerCard {
  readonly customer: Customer;
  readonly parent: Customer | null;
  readonly engineer: Person | null;
  readonly teamLead: Person | null;
  readonly contacts: readonly Contact[];
  readonly assets: readonly Asset[];
  readonly commands: readonly CardCommand[];
  readonly open: number;
  /** With all sites. */
  readonly total: number;
  readonly sites: readonly Site[];
  /** Tickets over all channels, the latest first. */
  readonly history: readonly QueueRow[];
  readonly similar: readonly SimilarTicket[];
}

const MOST_TICKETS = 20;
const MOST_SIMILAR = 5;

/** Reads the card of a customer; with a ticket at hand also what was like it. */
export function customerCard(desk: Desk, known: Customer, ticket: Ticket | null): CustomerCard {
  const customer = servedCustomer(known, (id) => desk.people.customer(id));
  const people = deskRoster(desk, { isDemo: true });
  const assets = desk.people.assetsOf(customer.id);
  const tree = sitesOf(desk, customer);
  return {
    customer,
    parent: customer.parentId === undefined ? null : desk.people.customer(customer.parentId),
    engineer: people.find(({ id }) => id === customer.personalEngineerId) ?? null,
    teamLead: teamLeadOf(customer, people),
    contacts: desk.people.contactsOf(customer.id),
    assets,
    commands: commandsOf(desk, { customer, assets, ticket }),
    ...tree,
    history: historyOf(desk, customer),
    similar: ticket ? similarTo(desk, ticket) : [],
  };
}

interface Node {
  readonly customer: Customer;
  readonly below: readonly Node[];
}

function sitesOf(desk: Desk, customer: Customer): Pick<CustomerCard, 'open' | 'total' | 'sites'> {
  const seen = new Set<string>();
  const nodeOf = (one: Customer): Node => {
    seen.add(one.id);
    // Two desks that were joined can make a circle of customers that neither of them had.
    const below = desk.people.sitesOf(one.id).filter(({ id }) => !seen.has(id));
    return { customer: one, below: below.map(nodeOf) };
  };
  const root = nodeOf(customer);
  const counts = new LoadReader(desk.store.sql).openOfCustomers([...seen]);
  const open = (one: Customer) => counts.get(one.id) ?? 0;
  const totalOf = (node: Node): number =>
    node.below.reduce((sum, next) => sum + totalOf(next), open(node.customer));
  const rows = (node: Node, depth: number): readonly Site[] =>
    node.below.flatMap((next) => [
      { customer: next.customer, depth, open: open(next.customer), total: totalOf(next) },
      ...rows(next, depth + 1),
    ]);
  return { open: open(customer), total: totalOf(root), sites: rows(root, 1) };
}

interface Known {
  readonly customer: Customer;
  readonly assets: readonly Asset[];
  readonly ticket: Ticket | null;
}

function commandsOf(desk: Desk, { customer, assets, ticket }: Known): readonly CardCommand[] {
  const common = {
    login: desk.me.login,
    customer: customer.name,
    ...(ticket ? { ticket: ticket.number } : {}),
    ...customer.variables,
  };
  const own = (customer.commands ?? []).map((command) => filled(command, null, common));
  const ofAssets = assets.flatMap((asset) => {
    const values = { ...common, asset: asset.name, host: asset.address, ...asset.variables };
    return asset.commands.map((command) => filled(command, asset, values));
  });
  return [...own, ...ofAssets];
}

function filled(
  command: AccessCommand,
  asset: Asset | null,
  values: Readonly<Record<string, string>>,
): CardCommand {
  return { ...command, asset, filled: fillCommand(command.command, values) };
}

function historyOf(desk: Desk, { id }: Customer): readonly QueueRow[] {
  const { selection } = selectTickets(desk, null, '');
  const condition = { field: 'customer', values: [id], negated: false } as const;
  const page = { offset: 0, limit: MOST_TICKETS };
  return queuePage(desk, { ...selection, conditions: [condition] }, page);
}

function similarTo(desk: Desk, ticket: Ticket): readonly SimilarTicket[] {
  const view = showTicket(desk, ticket.id);
  if (!view) return [];
  const words = ticketWords(view);
  return similarTickets(desk, { ticketId: ticket.id, words, limit: MOST_SIMILAR });
}
