import type { Desk } from '../app/desk/desk.ts';
import type { CardCommand, CustomerCard, Site } from '../app/people/customer-card.ts';
import type { Contact } from '../domain/person.ts';
import { describeFill } from '../i18n/describe-fill.ts';
import { fill } from '../i18n/fill.ts';
import { routingTexts } from '../i18n/routing-texts.ts';
import { iso } from './iso.ts';
import { localTime } from './local-time.ts';
import type { Session } from './session.ts';
import { queueRowsJson } from './ticket-json.ts';

/** The card of a customer for programs. */
export function cardJson(desk: Desk, card: CustomerCard) {
  const { customer } = card;
  return {
    ...whoJson(desk, card),
    environment: customer.environment ?? [],
    variables: customer.variables ?? {},
    contacts: card.contacts.map(contactJson),
    assets: card.assets.map(({ id, name, address, about, variables }) => {
      return { name, id, host: address || null, about: about || null, variables };
    }),
    commands: card.commands.map((command) => commandJson(desk, command)),
    openTickets: card.open,
    openTicketsWithSites: card.total,
    sites: card.sites.map(siteJson),
    history: queueRowsJson(desk, card.history),
    similar: card.similar.map(({ score: _, solvedAt, ...similar }) => {
      return { ...similar, solvedAt: iso(solvedAt) };
    }),
    demo: customer.isDemo,
  };
}

function whoJson(desk: Desk, { customer, parent, engineer, teamLead }: CustomerCard) {
  return {
    name: customer.name,
    id: customer.id,
    about: customer.about || null,
    town: customer.city || null,
    timeZone: customer.timeZone,
    localTime: customer.timeZone ? localTime(desk, customer, desk.clock.now()) : null,
    level: customer.level || null,
    peculiarity: customer.peculiarity || null,
    mailDomain: customer.mailDomain,
    parent: parent?.name ?? null,
    parentId: parent?.id ?? null,
    personalEngineer: engineer?.name ?? null,
    personalEngineerId: engineer?.id ?? null,
    teamLead: teamLead?.name ?? null,
    teamLeadId: teamLead?.id ?? null,
    team: customer.team ?? null,
  };
}

function siteJson({ customer, depth, open, total }: Site) {
  const { name, id } = customer;
  return { name, id, depth, openTickets: open, openTicketsWithSites: total };
}

function contactJson({ name, id, role, phone, email, timeZone }: Contact) {
  return { name, id, role: role || null, phone, email, timeZone };
}

function commandJson(desk: Desk, { title, purpose, asset, command, filled }: CardCommand) {
  return {
    title,
    purpose,
    asset: asset?.name ?? null,
    assetId: asset?.id ?? null,
    template: command,
    command: filled.ok ? filled.command : null,
    problem: filled.ok ? null : describeFill(filled.problem, desk.language),
  };
}

/** Prints the card of a customer as a person reads it. */
export async function printCustomer(
  { output, texts }: Pick<Session, 'output' | 'texts'>,
  desk: Desk,
  card: CustomerCard,
): Promise<void> {
  const w = routingTexts(desk.language).card;
  output.row(fill(w.title, { name: card.customer.name }));
  for (const [title, value] of factsOf(desk, card)) output.row(`  ${title}: ${value}`);
  const section = (title: string, rows: readonly string[]) => {
    if (rows.length === 0) return;
    output.row(title);
    for (const row of rows) output.row(`  ${row}`);
  };
  section(w.environment, card.customer.environment ?? []);
  section(w.contacts, card.contacts.map(contactLine));
  section(
    w.sites,
    card.sites.map((site) => siteLine(desk, site)),
  );
  section(
    w.assets,
    card.assets.map(({ name, address, about }) => joined([name, address, about])),
  );
  section(
    w.commands,
    card.commands.map((command) => commandLine(desk, command)),
  );
  section(
    w.similar,
    card.similar.map(({ number, subject, solution }) => joined([number, subject, solution])),
  );
  output.row(w.history);
  const { printRows } = await import('./queue-table.ts');
  printRows(output, card.history, { desk, texts: await texts() });
}

function factsOf(desk: Desk, card: CustomerCard): readonly (readonly [string, string])[] {
  const { customer, parent, engineer, teamLead, open, total } = card;
  const w = routingTexts(desk.language).card;
  const zone = customer.timeZone;
  const time = zone ? `${localTime(desk, customer, desk.clock.now())} (${zone})` : w.zoneUnknown;
  const facts: readonly (readonly [string, string | undefined])[] = [
    [w.parent, parent?.name],
    [w.about, customer.about],
    [w.level, customer.level],
    [w.town, customer.city],
    [w.time, time],
    [w.engineer, engineer?.name],
    [w.teamLead, teamLead?.name],
    [w.peculiarity, customer.peculiarity],
    [w.history, fill(open === total ? w.openHere : w.openBelow, { open, total })],
  ];
  return facts.flatMap(([title, value]) => (value ? [[title, value] as const] : []));
}

function contactLine({ name, role, phone, email }: Contact): string {
  return joined([name, role, phone, email]);
}

function siteLine(desk: Desk, { customer, depth, open, total }: Site): string {
  const w = routingTexts(desk.language).card;
  const count = fill(open === total ? w.openHere : w.openBelow, { open, total });
  return `${'  '.repeat(depth - 1)}${joined([customer.name, customer.city, count])}`;
}

function commandLine(desk: Desk, { title, asset, filled }: CardCommand): string {
  const w = routingTexts(desk.language).card;
  const said = filled.ok
    ? filled.command
    : fill(w.unfilled, { problem: describeFill(filled.problem, desk.language) });
  return `${joined([title, asset?.name])}: ${said}`;
}

function joined(parts: readonly (string | null | undefined)[]): string {
  return parts.filter((part) => part).join(' · ');
}
