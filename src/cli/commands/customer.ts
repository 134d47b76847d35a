import type { Desk } from '../../app/desk/desk.ts';
import { type CardCommand, customerCard } from '../../app/people/customer-card.ts';
import { findCustomer } from '../../app/people/served-people.ts';
import { findTicketId, mustFindTicket } from '../../app/ticket/find-ticket.ts';
import type { Customer } from '../../domain/person.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { describeFill } from '../../i18n/describe-fill.ts';
import { UserError } from '../../util/user-error.ts';
import type { CommandInput } from '../command-input.ts';
import { cardJson, printCustomer } from '../customer-card.ts';
import type { Session } from '../session.ts';

/** `smena customer list`. */
export async function customerList(session: Session): Promise<void> {
  const desk = await session.desk();
  const { output } = session;
  const customers = desk.people.customers();
  const names = new Map(customers.map(({ id, name }) => [id, name]));
  const persons = new Map(desk.people.persons().map(({ id, name }) => [id, name]));
  const rows = customers.map((customer) => ({
    name: customer.name,
    id: customer.id,
    town: customer.city || null,
    level: customer.level || null,
    timeZone: customer.timeZone,
    mailDomain: customer.mailDomain,
    parent: names.get(customer.parentId ?? '') ?? null,
    parentId: customer.parentId ?? null,
    personalEngineer: persons.get(customer.personalEngineerId ?? '') ?? null,
    personalEngineerId: customer.personalEngineerId ?? null,
    demo: customer.isDemo,
  }));
  if (output.isJson) return output.json(rows);
  for (const { name, town, level, parent, personalEngineer } of rows) {
    const parts = [name, town, level, parent && `↑ ${parent}`, personalEngineer];
    output.row(parts.filter(Boolean).join(output.isPlain ? '\t' : ' · '));
  }
}

/** `smena customer show NAME|REF`: the card; by a ticket also what was like it. */
export async function customerShow(session: Session, input: CommandInput): Promise<void> {
  const desk = await session.desk();
  const { customer, ticket } = mustFindCustomer(desk, input);
  const card = customerCard(desk, customer, ticket);
  const { output } = session;
  if (output.isJson) return output.json(cardJson(desk, card));
  await printCustomer(session, desk, card);
}

/** `smena customer command NAME TITLE [--asset NAME]`: one command, ready to be run. */
export async function customerCommand(session: Session, input: CommandInput): Promise<void> {
  const desk = await session.desk();
  const { customer, ticket } = mustFindCustomer(desk, input);
  const title = input.required(1);
  const { commands } = customerCard(desk, customer, ticket);
  const command = commands.find((one) => isMeant(one, title, input.value('asset')));
  if (!command) throw new UserError('command-unknown', { title, name: customer.name });
  const { filled } = command;
  if (!filled.ok) {
    const problem = describeFill(filled.problem, desk.language);
    throw new UserError('command-wrong', { title: command.title, problem });
  }
  const { output } = session;
  if (!output.isJson) return output.row(filled.command);
  const { asset, purpose } = command;
  output.json({
    title: command.title,
    asset: asset?.name ?? null,
    purpose,
    command: filled.command,
  });
}

function isMeant(command: CardCommand, title: string, asset: string | undefined): boolean {
  const same = (a: string, b: string) => a.toLowerCase() === b.trim().toLowerCase();
  return (
    same(command.title, title) && (asset === undefined || same(command.asset?.name ?? '', asset))
  );
}

/** By name or id, else the customer of a ticket. */
function mustFindCustomer(
  desk: Desk,
  input: CommandInput,
): { readonly customer: Customer; readonly ticket: Ticket | null } {
  const text = input.required(0);
  const reference = input.value('ticket');
  const known = findCustomer(desk, text);
  if (known) {
    const ticket = reference === undefined ? null : mustFindTicket(desk, reference);
    return { customer: known, ticket };
  }
  const ticketId = findTicketId(desk, text);
  const ticket = ticketId === null ? null : desk.tickets.byId(ticketId);
  const customer = ticket?.customerId ? desk.people.customer(ticket.customerId) : null;
  if (!customer) throw new UserError('customer-unknown', { customer: text });
  return { customer, ticket };
}
