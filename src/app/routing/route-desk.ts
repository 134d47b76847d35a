import type { RegisterTicket } from '../../domain/command.ts';
import type { Customer } from '../../domain/person.ts';
import type { RoutingWorld } from '../../domain/routing/find-assignee.ts';
import {
  appliedRoute,
  type OwnChoice,
  type Route,
  routeTicket,
} from '../../domain/routing/route-ticket.ts';
import type { RoutingFacts } from '../../domain/routing/rule-miss.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { LoadReader } from '../../store/ticket/load-reader.ts';
import { firstWords } from '../content/ticket-words.ts';
import type { Desk } from '../desk/desk.ts';
import { deskRoster } from '../people/desk-roster.ts';
import { phrasesIn } from './holds-phrase.ts';

/** What routing has to know of a ticket, whether it is there already or comes in. */
export interface RoutedTicket
  extends Pick<Ticket, 'kind' | 'priority' | 'channel' | 'audience' | 'line' | 'tags'>,
    Pick<Ticket, 'customerId' | 'contactId' | 'isDemo'> {
  /** Absent while it is not registered. */
  readonly id: string | null;
  /** Absent: the one of `customerId`. */
  readonly customer?: Customer | undefined;
  /** The subject and what the customer wrote first. */
  readonly text: string;
}

/** Where the desk's rules send a ticket at a moment. */
export function routeAt(desk: Desk, ticket: RoutedTicket, at: number): Route {
  return routeTicket(factsOf(desk, ticket), worldOf(desk, ticket, at));
}

/** The command with what the desk's rules give the ticket, beside what a person chose. */
export function withRouting(
  desk: Desk,
  command: RegisterTicket,
  { own, at }: { readonly own: OwnChoice; readonly at: number },
): RegisterTicket {
  if (desk.config.routing.length === 0) return command;
  const text = `${command.subject}\n${command.first?.text ?? ''}`;
  const route = routeAt(desk, { ...command, isDemo: false, id: null, text }, at);
  const routing = appliedRoute(route, own);
  return routing ? { ...command, routing } : command;
}

/** A ticket that is there, as the rules look at it: by its own first words. */
export function routedTicket(desk: Desk, ticket: Ticket): RoutedTicket {
  return { ...ticket, text: `${ticket.subject}\n${firstWords(desk, ticket)}` };
}

function factsOf(desk: Desk, ticket: RoutedTicket): RoutingFacts {
  const { kind, priority, channel, audience, line, tags, contactId } = ticket;
  return {
    ...{ kind, priority, channel, audience, line, tags, contactId },
    customer: ticket.customer ?? desk.people.served(ticket.customerId),
    says: phrasesIn(ticket.text),
  };
}

function worldOf(desk: Desk, ticket: RoutedTicket, at: number): RoutingWorld {
  const reader = new LoadReader(desk.store.sql);
  return {
    desk: desk.config,
    people: deskRoster(desk, ticket),
    at,
    loadOf: (personId) => reader.loadOf(personId),
    previousAssignee: () => reader.previousAssignee(ticket.id, ticket),
  };
}
