import { allOrNothing } from '../../app/desk/all-or-nothing.ts';
import { execute } from '../../app/desk/execute.ts';
import { findOrAddContact, findOrAddCustomer } from '../../app/people/served-people.ts';
import type { TicketFields } from '../../domain/command.ts';
import { kinds, priorities } from '../../domain/vocabulary.ts';
import type { CommandInput } from '../command-input.ts';
import type { Session } from '../session.ts';
import { accepted, findTarget, printState, runOnTicket, type Target } from '../ticket-command.ts';
import { oneOf, UsageError } from '../usage-error.ts';

/** `smena priority REF P1`. */
export async function setPriority(session: Session, input: CommandInput): Promise<void> {
  const priority = oneOf(input.required(1), priorities, '<code>');
  const fields = { priority, reason: input.value('reason') ?? '' };
  await runOnTicket(session, input.required(0), { type: 'set-fields', fields });
}

/** `smena tag REF +a -b c`: a tag without a sign is added. */
export async function tag(session: Session, input: CommandInput): Promise<void> {
  const words = input.args.slice(1);
  const remove = words.filter((word) => word.startsWith('-')).map((word) => word.slice(1));
  const add = words.filter((word) => !word.startsWith('-')).map((word) => word.replace(/^\+/, ''));
  await runOnTicket(session, input.required(0), { type: 'tag', add, remove });
}

/** `smena set REF --subject … --line …`. */
export async function setFields(session: Session, input: CommandInput): Promise<void> {
  const names = ['subject', 'priority', 'kind', 'line', 'customer', 'contact'];
  if (names.every((name) => input.value(name) === undefined)) {
    throw new UsageError('nothing-asked', { known: names.map((name) => `--${name}`).join(', ') });
  }
  const target = await findTarget(session, input.required(0));
  const { desk, ticket } = target;
  // Whoever is named for the first time is added with the change, and goes with its refusal.
  const done = allOrNothing(desk, () => {
    return execute(desk, ticket.id, { type: 'set-fields', fields: fieldsOf(target, input) });
  });
  await printState(session, desk, accepted(target, done).ticket);
}

function fieldsOf({ desk, ticket }: Target, input: CommandInput): TicketFields {
  const kind = input.value('kind');
  const priority = input.value('priority');
  const customer = input.value('customer');
  const contact = input.value('contact');
  const customerId = customer === undefined ? undefined : findOrAddCustomer(desk, customer).id;
  return {
    subject: input.value('subject'),
    kind: kind === undefined ? undefined : oneOf(kind, kinds, '--kind'),
    priority: priority === undefined ? undefined : oneOf(priority, priorities, '--priority'),
    line: input.value('line'),
    customerId,
    contactId:
      contact === undefined
        ? undefined
        : findOrAddContact(desk, contact, customerId ?? ticket.customerId).id,
    reason: input.value('reason') ?? '',
  };
}
