import { type ListedPromises, listPromises } from '../../app/promise/list-promises.ts';
import { promiseStats } from '../../app/promise/promise-stats.ts';
import { isOverdue, type PromiseRecord } from '../../domain/promise-record.ts';
import { fill } from '../../i18n/fill.ts';
import type { CommandInput } from '../command-input.ts';
import { moment } from '../format-ticket.ts';
import { iso } from '../iso.ts';
import type { Session } from '../session.ts';
import { findTarget } from '../ticket-command.ts';
import { calendarDay, wholeNumber } from '../usage-error.ts';

const DEFAULT_LIMIT = '200';

/** `smena promise list [REF] [--due|--overdue|--history] [--mine]`: what customers were told. */
export async function promiseList(session: Session, input: CommandInput): Promise<void> {
  const desk = await session.desk();
  const reference = input.argument(0);
  const target = reference === undefined ? null : await findTarget(session, reference);
  const promises = listPromises(desk, {
    scope: scopeOf(input),
    isMine: input.has('mine'),
    ticketId: target?.ticket.id ?? null,
    limit: wholeNumber(input.value('limit') ?? DEFAULT_LIMIT, '--limit'),
  });
  const { output } = session;
  const now = desk.clock.now();
  if (output.isJson) return output.json(promises.map((promise) => promiseJson(promise, now)));
  const texts = await session.texts();
  if (promises.length === 0) return output.talk(texts.words.noPromises);
  for (const promise of promises) {
    const state = isOverdue(promise, now) ? 'overdue' : promise.state;
    const parts = [
      moment(promise.dueAt, desk),
      texts.promiseStates[state],
      texts.promiseKinds[promise.kind],
      promise.number,
      promise.by ?? texts.words.nobody,
      promise.customer ?? '',
      promise.text || promise.subject,
    ];
    output.row(parts.filter((part) => part !== '').join(output.isPlain ? '\t' : ' · '));
  }
}

function scopeOf(input: CommandInput): ListedPromises['scope'] {
  if (input.has('history')) return 'history';
  if (input.has('overdue')) return 'overdue';
  return input.has('due') ? 'due' : 'open';
}

function promiseJson(promise: PromiseRecord, now: number) {
  return {
    id: promise.id,
    ticketId: promise.ticketId,
    number: promise.number,
    subject: promise.subject,
    customer: promise.customer,
    kind: promise.kind,
    text: promise.text,
    madeAt: iso(promise.madeAt),
    dueAt: iso(promise.dueAt),
    state: promise.state,
    overdue: isOverdue(promise, now),
    settledAt: iso(promise.settledAt),
    by: promise.by,
    byId: promise.byId,
    assignee: promise.assignee,
    assigneeId: promise.assigneeId,
  };
}

/** `smena promise stats [--from DAY] [--to DAY] [--mine]`: how many promises were kept. */
export async function promiseShare(session: Session, input: CommandInput): Promise<void> {
  const day = (name: string) => {
    const text = input.value(name);
    return text === undefined ? null : calendarDay(text, `--${name}`);
  };
  const period = { from: day('from'), to: day('to'), isMine: input.has('mine') };
  const stats = promiseStats(await session.desk(), period);
  if (session.output.isJson) return session.output.json(stats);
  const { done } = await session.texts();
  const { made, kept, broken, moved, open } = stats;
  const share = stats.share === null ? '—' : `${Math.round(stats.share * 100)} %`;
  session.output.row(fill(done.promiseStats, { made, kept, broken, moved, open, share }));
}
