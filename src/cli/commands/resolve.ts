import type { CommandInput } from '../command-input.ts';
import { readText } from '../read-text.ts';
import type { Session } from '../session.ts';
import { runOnTicket } from '../ticket-command.ts';

/** `smena resolve REF [--text SOLUTION]`. */
export async function resolve(session: Session, input: CommandInput): Promise<void> {
  const solution = (await readText(session, input)) ?? '';
  await runOnTicket(session, input.required(0), { type: 'resolve', solution });
}

/** `smena confirm REF [--by NAME] [--how TEXT]`: by the contact's word when nothing else is said. */
export async function confirm(session: Session, input: CommandInput): Promise<void> {
  await runOnTicket(session, input.required(0), ({ desk, ticket }) => {
    const contact = ticket.contactId === null ? null : desk.people.contact(ticket.contactId);
    return {
      type: 'confirm',
      by: input.value('by') ?? contact?.name ?? '',
      how: input.value('how') ?? '',
    };
  });
}

/** `smena return REF [--reason TEXT]`. */
export async function returnToWork(session: Session, input: CommandInput): Promise<void> {
  const reason = input.value('reason') ?? '';
  await runOnTicket(session, input.required(0), { type: 'return', reason });
}

/** `smena reopen REF [--reason TEXT]`. */
export async function reopen(session: Session, input: CommandInput): Promise<void> {
  const reason = input.value('reason') ?? '';
  await runOnTicket(session, input.required(0), { type: 'reopen', reason });
}
