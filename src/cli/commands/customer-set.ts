import { allOrNothing } from '../../app/desk/all-or-nothing.ts';
import type { Desk } from '../../app/desk/desk.ts';
import {
  assetOf,
  changeCustomer,
  changedCommands,
  changedVariables,
  saveAsset,
} from '../../app/people/change-records.ts';
import { customerCard } from '../../app/people/customer-card.ts';
import { findCustomer, findOrAddCustomer } from '../../app/people/served-people.ts';
import { fillCommand, variablesOf } from '../../domain/fill-command.ts';
import type { AccessCommand, Customer } from '../../domain/person.ts';
import { describeFill } from '../../i18n/describe-fill.ts';
import { UserError } from '../../util/user-error.ts';
import type { CommandInput } from '../command-input.ts';
import { cardJson, printCustomer } from '../customer-card.ts';
import { givenChanges } from '../given-changes.ts';
import type { Session } from '../session.ts';
import { accepted } from '../ticket-command.ts';
import { pairs, timeZoneName } from '../usage-error.ts';

/** `smena customer set NAME …`: what is told changes; an unknown customer is added. */
export async function customerSet(session: Session, input: CommandInput): Promise<void> {
  const desk = await session.desk();
  const changed = allOrNothing(desk, () => {
    const customer = findOrAddCustomer(desk, input.required(0));
    return changeCustomer(desk, customer, changesOf(desk, input, customer));
  });
  await print(session, desk, accepted({ desk, ticket: null }, changed));
}

/** `smena customer asset NAME ASSET …`: a thing of a customer; an unknown one is added. */
export async function customerAsset(session: Session, input: CommandInput): Promise<void> {
  const desk = await session.desk();
  const name = input.required(0);
  const customer = findCustomer(desk, name);
  if (!customer) throw new UserError('customer-unknown', { customer: name });
  const asset = assetOf(desk, customer, input.required(1));
  const saved = saveAsset(desk, {
    ...asset,
    address: oneLine(input.value('host')) ?? asset.address,
    about: input.value('about') ?? asset.about,
    ...recordChanges(desk, input, asset),
  });
  accepted({ desk, ticket: null }, saved);
  await print(session, desk, customer);
}

function changesOf(desk: Desk, input: CommandInput, customer: Customer): Partial<Customer> {
  const zone = input.value('timeZone');
  const environment = input.all('environment');
  return givenChanges<Customer>({
    name: input.value('name')?.trim() || undefined,
    about: input.value('about'),
    city: input.value('town'),
    level: input.value('level'),
    timeZone: zone === undefined ? undefined : timeZoneName(zone, '--time-zone'),
    peculiarity: input.value('peculiarity'),
    mailDomain: input.value('domain')?.toLowerCase(),
    team: input.value('team'),
    personalEngineerId: personId(desk, input.value('engineer')),
    teamLeadId: personId(desk, input.value('teamLead')),
    parentId: parentId(desk, input.value('parent')),
    environment: environment.length > 0 ? environment.filter((line) => line !== '') : undefined,
    ...recordChanges(desk, input, customer),
  });
}

/** Commands and values, which customers and assets both have. */
function recordChanges(
  desk: Desk,
  input: CommandInput,
  { commands = [], variables = {} }: Pick<Customer, 'commands' | 'variables'>,
) {
  const added = [
    ...readCommands(desk, input.all('command'), 'access'),
    ...readCommands(desk, input.all('diagnosis'), 'diagnosis'),
  ];
  const values = pairs(input.all('variable'), '--variable');
  return {
    commands: changedCommands(commands, added, input.all('removeCommand')),
    variables: changedVariables(variables, values),
  };
}

function readCommands(
  desk: Desk,
  items: readonly string[],
  purpose: AccessCommand['purpose'],
): readonly AccessCommand[] {
  const option = purpose === 'access' ? '--command' : '--diagnosis';
  return [...pairs(items, option)].map(([title, command]) => {
    // With plain values in its places only the command itself can be wrong.
    const values = Object.fromEntries(variablesOf(command).map((name) => [name, 'x']));
    const tried = fillCommand(command, values);
    if (tried.ok) return { title: title.trim(), command, purpose };
    const problem = describeFill(tried.problem, desk.language);
    throw new UserError('command-wrong', { title: title.trim(), problem });
  });
}

/** Empty text takes away what is there; a name that was not given changes nothing. */
function personId(desk: Desk, text: string | undefined): string | null | undefined {
  if (text === undefined) return undefined;
  if (isNone(text)) return null;
  const person = desk.people.findPerson(text);
  if (!person) throw new UserError('person-unknown', { person: text });
  return person.id;
}

function parentId(desk: Desk, text: string | undefined): string | null | undefined {
  if (text === undefined) return undefined;
  if (isNone(text)) return null;
  const parent = findCustomer(desk, text);
  if (!parent) throw new UserError('customer-unknown', { customer: text });
  return parent.id;
}

function isNone(text: string): boolean {
  return ['', 'none', 'никто', '-'].includes(text.trim().toLowerCase());
}

function oneLine(text: string | undefined): string | undefined {
  return text?.replace(/\s+/g, ' ').trim();
}

async function print(session: Session, desk: Desk, customer: Customer): Promise<void> {
  const card = customerCard(desk, customer, null);
  if (session.output.isJson) session.output.json(cardJson(desk, card));
  else await printCustomer(session, desk, card);
}
