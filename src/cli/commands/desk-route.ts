import type { Desk } from '../../app/desk/desk.ts';
import { readInstant } from '../../app/desk/read-moment.ts';
import { newCustomer } from '../../app/people/new-records.ts';
import { findContact, findCustomer } from '../../app/people/served-people.ts';
import { type RoutedTicket, routeAt, routedTicket } from '../../app/routing/route-desk.ts';
import { routeExisting } from '../../app/routing/route-existing.ts';
import type { Route } from '../../domain/routing/route-ticket.ts';
import { servedCustomer } from '../../domain/served-customer.ts';
import { channels, kinds, priorities } from '../../domain/vocabulary.ts';
import { routingTexts } from '../../i18n/routing-texts.ts';
import type { CommandInput } from '../command-input.ts';
import { describeRoute, routeJson } from '../describe-route.ts';
import { readText } from '../read-text.ts';
import type { Session } from '../session.ts';
import { accepted, findTarget, printState } from '../ticket-command.ts';
import { oneOf, UsageError } from '../usage-error.ts';

/** `smena desk route [REF] [--dry-run] …`: where the rules send a ticket, and why. */
export async function deskRoute(session: Session, input: CommandInput): Promise<void> {
  const reference = input.argument(0) ?? input.value('ticket');
  const isTried = input.has('dryRun');
  const typed = input.value('at');
  if (reference === undefined) return tryOut(session, input, typed);
  if (!isTried && typed !== undefined) {
    throw new UsageError('either-or', { one: '--at', other: 'REF' });
  }
  const target = await findTarget(session, reference);
  const { desk, ticket } = target;
  const at = typed === undefined ? desk.clock.now() : readInstant(typed);
  const route = routeAt(desk, routedTicket(desk, ticket), at);
  if (isTried) return tell(session, desk, route);
  const done = accepted(target, routeExisting(desk, ticket, route));
  await printState(session, desk, done.ticket, {
    rule: route.rule?.code,
    strategy: route.strategy,
  });
}

/** A ticket that is only described. */
async function tryOut(
  session: Session,
  input: CommandInput,
  typed: string | undefined,
): Promise<void> {
  if (!input.has('dryRun')) throw new UsageError('argument-missing', { name: 'ref' });
  const text = (await readText(session, input)) ?? '';
  const desk = await session.desk();
  const at = typed === undefined ? desk.clock.now() : readInstant(typed);
  await tell(session, desk, routeAt(desk, described(desk, input, text), at));
}

function described(desk: Desk, input: CommandInput, text: string): RoutedTicket {
  const known = input.value('customer');
  const typed =
    known === undefined ? null : (findCustomer(desk, known) ?? newCustomer(desk, known.trim()));
  const named = input.value('contact');
  const contact = named === undefined ? null : findContact(desk, named, typed?.id ?? null);
  const theirs = contact?.customerId ? desk.people.customer(contact.customerId) : null;
  const customer = typed ?? theirs ?? undefined;
  const kind = oneOf(input.value('kind') ?? 'incident', kinds, '--kind');
  const rule = desk.config.kinds.find(({ code }) => code === kind);
  const lines = desk.config.lines.map(({ code }) => code);
  const priority = input.value('priority') ?? rule?.defaultPriority ?? 'P3';
  return {
    id: null,
    kind,
    priority: oneOf(priority, priorities, '--priority'),
    channel: oneOf(input.value('channel') ?? 'mail', channels, '--channel'),
    audience: 'customer',
    line: oneOf(input.value('line') ?? rule?.defaultLine ?? desk.me.line, lines, '--line'),
    tags: input.all('tag'),
    customer: customer && servedCustomer(customer, (id) => desk.people.customer(id)),
    customerId: customer?.id ?? null,
    contactId: contact?.id ?? null,
    isDemo: customer?.isDemo ?? false,
    text: `${input.value('subject') ?? ''}\n${text}`,
  };
}

async function tell(session: Session, desk: Desk, route: Route): Promise<void> {
  const { output } = session;
  const texts = routingTexts(desk.language);
  if (output.isJson) return output.json(routeJson(route, { desk, texts }));
  for (const line of describeRoute(route, { desk, texts })) output.row(line);
}
