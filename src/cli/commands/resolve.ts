import { childrenToTell } from '../../app/family/message-children.ts';
import { confirmingName } from '../../app/ticket/confirming-name.ts';
import { handoverWords } from '../../domain/handover/handover-words.ts';
import type { CommandInput } from '../command-input.ts';
import { readText } from '../read-text.ts';
import type { Session } from '../session.ts';
import { findTarget, runOnTicket } from '../ticket-command.ts';

/** `smena resolve REF [--text SOLUTION]`; of a mass incident everybody is answered with it. */
export async function resolve(session: Session, input: CommandInput): Promise<void> {
  const target = await findTarget(session, input.required(0));
  if (childrenToTell(target.desk, target.ticket).length > 0) {
    const { resolveWithChildren } = await import('./mass-message.ts');
    return resolveWithChildren(session, input, target);
  }
  const solution = (await readText(session, input)) ?? '';
  await runOnTicket(session, input.required(0), {
    type: 'resolve',
    solution,
    without: input.value('without'),
  });
}

/**
 * `smena confirm REF [--by NAME] [--how TEXT]`: by the contact's word when nobody is named.
 * `--timeout`: nobody has said anything for as long as the desk waits.
 */
export async function confirm(session: Session, input: CommandInput): Promise<void> {
  if (input.has('timeout')) {
    await runOnTicket(session, input.required(0), { type: 'close-by-timeout' });
    return;
  }
  await runOnTicket(session, input.required(0), ({ desk, ticket }) => ({
    type: 'confirm',
    by: input.value('by') ?? confirmingName(desk, ticket),
    how: input.value('how') ?? handoverWords[desk.config.language].customerSaid,
    without: input.value('without'),
  }));
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
