import type { Desk } from '../app/desk/desk.ts';
import type { NewPromise } from '../domain/text-effects.ts';
import { promiseKinds } from '../domain/vocabulary.ts';
import { fill } from '../i18n/fill.ts';
import type { CommandInput } from './command-input.ts';
import { moment } from './format-ticket.ts';
import type { Session } from './session.ts';
import { futureMoment, type Target } from './ticket-command.ts';
import { oneOf } from './usage-error.ts';

/** The promise of `--promise TIME [--promise-kind KIND]`, or null. */
export function promiseOption(target: Target, input: CommandInput): NewPromise | null {
  const time = input.value('promise');
  if (time === undefined) return null;
  const kind = oneOf(input.value('promiseKind') ?? 'next-update', promiseKinds, '--promise-kind');
  const dueAt = futureMoment(target, time, 'promise-in-past');
  return { id: target.desk.makeId(), kind, dueAt, text: '' };
}

/** Says which moment was understood: a phrase may be misread. */
export async function tellPromise(
  session: Session,
  desk: Desk,
  promise: Pick<NewPromise, 'dueAt'> | null,
): Promise<void> {
  if (promise === null || session.output.isJson) return;
  const { done } = await session.texts();
  session.output.talk(fill(done.promised, { time: moment(promise.dueAt, desk) }));
}
