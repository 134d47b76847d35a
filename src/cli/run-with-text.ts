import { execute } from '../app/desk/execute.ts';
import type { TicketCommand } from '../domain/command.ts';
import type { CommandInput } from './command-input.ts';
import { needTypedText } from './read-text.ts';
import type { Session } from './session.ts';
import { accepted, findTarget, printState } from './ticket-command.ts';

/** Runs a command on the ticket of the first argument with the text that was typed or piped in. */
export async function runWithText(
  session: Session,
  input: CommandInput,
  command: (text: string) => TicketCommand,
): Promise<void> {
  const text = await needTypedText(session, input);
  const target = await findTarget(session, input.required(0));
  const { ticket } = accepted(target, execute(target.desk, target.ticket.id, command(text)));
  await printState(session, target.desk, ticket);
}
