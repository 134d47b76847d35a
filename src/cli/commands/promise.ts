import { promiseKinds } from '../../domain/vocabulary.ts';
import type { CommandInput } from '../command-input.ts';
import { tellPromise } from '../read-promise.ts';
import { readText } from '../read-text.ts';
import type { Session } from '../session.ts';
import { futureMoment, runOnTicket } from '../ticket-command.ts';
import { oneOf } from '../usage-error.ts';

/** `smena promise REF TIME [--kind KIND]`: a time that was given to the customer elsewhere. */
export async function promise(session: Session, input: CommandInput): Promise<void> {
  const kind = oneOf(input.value('kind') ?? 'next-update', promiseKinds, '--kind');
  const text = (await readText(session, input)) ?? '';
  const { desk, ticket } = await runOnTicket(session, input.required(0), (target) => {
    const dueAt = futureMoment(target, input.args.slice(1).join(' '), 'promise-in-past');
    return { type: 'promise', promise: { id: target.desk.makeId(), kind, dueAt, text } };
  });
  await tellPromise(session, desk, ticket.promises.at(-1) ?? null);
}
