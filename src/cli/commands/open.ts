import type { Desk } from '../../app/desk/desk.ts';
import {
  type Caller,
  findCaller,
  registerCall,
  ticketsOfCaller,
} from '../../app/people/open-caller.ts';
import type { Contact } from '../../domain/person.ts';
import { kinds, priorities } from '../../domain/vocabulary.ts';
import type { CommandInput } from '../command-input.ts';
import { readText } from '../read-text.ts';
import type { Session } from '../session.ts';
import { accepted, printState } from '../ticket-command.ts';
import { queueRowsJson } from '../ticket-json.ts';
import { oneOf, UsageError } from '../usage-error.ts';

const SHOWN_TICKETS = 20;

/** `smena open --phone +7…`: who it is; with --subject or --text also registers and takes. */
export async function openCaller(session: Session, input: CommandInput): Promise<void> {
  const text = await readText(session, input);
  const caller = callerOf(input);
  const subject = input.value('subject') ?? text?.trim().split('\n')[0];
  const desk = await session.desk();
  if (subject === undefined) return printCaller(session, desk, findCaller(desk, caller));
  const kind = input.value('kind');
  const priority = input.value('priority');
  const done = registerCall(desk, caller, {
    subject,
    text: text ?? '',
    kind: kind === undefined ? undefined : oneOf(kind, kinds, '--kind'),
    priority: priority === undefined ? undefined : oneOf(priority, priorities, '--priority'),
  });
  await printState(session, desk, accepted({ desk, ticket: null }, done));
}

function callerOf(input: CommandInput): Caller {
  const phone = input.value('phone') ?? null;
  const email = input.value('email') ?? null;
  if (phone === null && email === null) {
    throw new UsageError('nothing-asked', { known: '--phone, --email' });
  }
  const name = input.value('name') ?? null;
  return { phone, email, name, customer: input.value('customer') ?? null };
}

async function printCaller(session: Session, desk: Desk, contact: Contact | null): Promise<void> {
  const { output } = session;
  const rows = contact ? ticketsOfCaller(desk, contact, SHOWN_TICKETS) : [];
  const customer = contact?.customerId ? desk.people.customer(contact.customerId) : null;
  if (output.isJson) {
    output.json({
      contact: contact?.name ?? null,
      contactId: contact?.id ?? null,
      phone: contact?.phone ?? null,
      email: contact?.email ?? null,
      timeZone: contact?.timeZone ?? customer?.timeZone ?? null,
      customer: customer?.name ?? null,
      customerId: customer?.id ?? null,
      peculiarity: customer?.peculiarity || null,
      tickets: queueRowsJson(desk, rows),
    });
    return;
  }
  const texts = await session.texts();
  if (!contact) return output.talk(texts.words.unknownCaller);
  const who = [contact.name, customer?.name, contact.phone, contact.email, customer?.peculiarity];
  output.row(who.filter(Boolean).join(' · '));
  const { printRows } = await import('../queue-table.ts');
  printRows(output, rows, { desk, texts });
}
