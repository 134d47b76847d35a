import { execute } from '../../app/desk/execute.ts';
import type { CommandInput } from '../command-input.ts';
import { promiseOption, tellPromise } from '../read-promise.ts';
import { needText } from '../read-text.ts';
import type { Session } from '../session.ts';
import { accepted, findTarget, printState } from '../ticket-command.ts';
import { wholeNumber } from '../usage-error.ts';

/** `smena call REF --text … [--minutes N] [--promise TIME]`: writes a telephone call down. */
export async function logCall(session: Session, input: CommandInput): Promise<void> {
  const minutes = input.value('minutes');
  const durationMs = minutes === undefined ? null : wholeNumber(minutes, '--minutes') * 60_000;
  const text = await needText(session, input);
  const target = await findTarget(session, input.required(0));
  const promise = promiseOption(target, input);
  const command = { type: 'log-call', text, durationMs, promise } as const;
  const { ticket } = accepted(target, execute(target.desk, target.ticket.id, command));
  await printState(session, target.desk, ticket);
  await tellPromise(session, target.desk, promise);
}
