import type { TicketMatch } from './match-rule.ts';
import type { Customer } from './person.ts';
import type { Ticket } from './ticket.ts';

/** What a rule of the desk looks at in a customer. */
export type MatchedCustomer = Pick<Customer, 'name' | 'level' | 'city' | 'mailDomain'>;

/** What a rule of the desk looks at in a ticket. */
export type MatchedTicket = Pick<
  Ticket,
  'kind' | 'priority' | 'channel' | 'audience' | 'line' | 'tags'
>;

/** Whether a rule is for a ticket: all that it names must hold; it may name nothing. */
export function fitsTicket(
  match: TicketMatch,
  ticket: MatchedTicket,
  customer: MatchedCustomer | null,
): boolean {
  const { audience } = match;
  return (
    holds(match.kinds, ticket.kind) &&
    holds(match.priorities, ticket.priority) &&
    holds(match.channels, ticket.channel) &&
    (audience === undefined || audience === ticket.audience) &&
    holds(match.lines, ticket.line) &&
    (match.tags === undefined || match.tags.some((tag) => ticket.tags.includes(tag))) &&
    (match.customers === undefined || isNamed(match.customers, customer)) &&
    (match.levels === undefined || (customer !== null && match.levels.includes(customer.level)))
  );
}

function holds<Value>(wanted: readonly Value[] | undefined, value: Value): boolean {
  return wanted === undefined || wanted.includes(value);
}

/** By name or mail domain, whatever the case. */
function isNamed(names: readonly string[], customer: MatchedCustomer | null): boolean {
  if (customer === null) return false;
  const own = [customer.name, customer.mailDomain ?? ''].map((name) => name.toLowerCase());
  return names.some((name) => own.includes(name.toLowerCase()));
}
