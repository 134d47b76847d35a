import { foldOutput } from '../../app/ticket/mask-secrets.ts';
import { UserError } from '../../util/user-error.ts';
import type { CommandInput } from '../command-input.ts';
import { readStandardInput, readText } from '../read-text.ts';
import type { Session } from '../session.ts';
import { runOnTicket } from '../ticket-command.ts';

/**
 * `smena note [REF] --text …`: an internal note. What is piped in without --text is the output of
 * a program: it is folded as a block, and without REF it goes to the ticket that is open.
 */
export async function note(session: Session, input: CommandInput): Promise<void> {
  const text = (await readText(session, input)) ?? (await readPiped(session));
  if (text.trim() === '') throw new UserError('text-needed');
  await runOnTicket(session, input.argument(0) ?? '.', { type: 'note', text });
}

async function readPiped(session: Session): Promise<string> {
  if (session.io.stdin.isTTY) return '';
  const { text, masked } = foldOutput(await readStandardInput(session));
  session.keepText(text);
  if (masked > 0) session.output.talk((await session.texts()).done.masked);
  return text;
}
