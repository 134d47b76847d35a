import { ok } from '../util/result.ts';
import type { TicketCommand } from './command.ts';
import type { DecideContext, Decision } from './decide-context.ts';
import type { TicketFact } from './event.ts';
import { refuse } from './refusal.ts';
import type { NewPromise } from './text-effects.ts';
import { type CustomerPromise, openPromises, type Ticket } from './ticket.ts';
import type { PromiseKind } from './vocabulary.ts';

/** Gives the customer a time without a message (said on the phone, written elsewhere). */
export function decidePromise(
  promise: NewPromise,
  state: Ticket,
  context: DecideContext,
): Decision {
  if (state.status === 'closed') {
    return refuse('ticket-closed', ['reopen', 'new']);
  }
  return promiseFacts(promise, state, context);
}

/** Settles a promise by hand: kept, or moved to another time; what was late was not moved. */
export function decideSettle(
  command: Extract<TicketCommand, { type: 'settle-promise' }>,
  state: Ticket,
  context: DecideContext,
): Decision {
  const promise = state.promises.find((p) => p.id === command.promiseId && p.state === 'open');
  if (!promise) return refuse('no-such-promise');
  const isMoved = command.state === 'moved' && promise.dueAt > context.now;
  return ok([settled(promise, isMoved ? 'moved' : kept(promise, context.now))]);
}

/**
 * The facts of a new promise: it moves the open one of its kind, since a customer holds one time.
 * A time that passed before anybody spoke of it was not moved, it is broken.
 */
export function promiseFacts(
  promise: NewPromise,
  state: Ticket,
  context: DecideContext,
): { readonly ok: true; readonly value: readonly TicketFact[] } | Extract<Decision, { ok: false }> {
  if (promise.dueAt <= context.now) return refuse('promise-in-past');
  const moved = openPromises(state)
    .filter((p) => p.kind === promise.kind)
    .map((p) => settled(p, p.dueAt > context.now ? 'moved' : 'broken'));
  const made: CustomerPromise = {
    ...promise,
    madeAt: context.now,
    byId: context.actor.id,
    state: 'open',
    settledAt: null,
  };
  return ok([...moved, { type: 'promise-made', promise: made }]);
}

/**
 * A word to the customer settles what was promised as a word: a hold, a call back, the next
 * update. In time it is kept, later it is broken. A promised deadline waits for the solution.
 */
export function settledByContact(state: Ticket, context: DecideContext): readonly TicketFact[] {
  return settleKinds(state, context, ['hold', 'call-back', 'next-update']);
}

/** A solution settles everything that is still open and that `written` has not settled. */
export function settledBySolution(
  state: Ticket,
  context: DecideContext,
  written: readonly TicketFact[] = [],
): readonly TicketFact[] {
  const promises = state.promises.filter(({ id }) => !isSettledBy(written, id));
  const left = { ...state, promises };
  return settleKinds(left, context, ['hold', 'call-back', 'next-update', 'deadline']);
}

/** Whether some facts settle a promise. */
export function isSettledBy(facts: readonly TicketFact[], promiseId: string): boolean {
  return facts.some((fact) => fact.type === 'promise-settled' && fact.promiseId === promiseId);
}

function settleKinds(state: Ticket, context: DecideContext, kinds: readonly PromiseKind[]) {
  return openPromises(state)
    .filter((promise) => kinds.includes(promise.kind))
    .map((promise) => settled(promise, kept(promise, context.now)));
}

function kept(promise: CustomerPromise, now: number): 'kept' | 'broken' {
  return now <= promise.dueAt ? 'kept' : 'broken';
}

function settled(promise: CustomerPromise, state: 'kept' | 'broken' | 'moved'): TicketFact {
  return { type: 'promise-settled', promiseId: promise.id, state };
}
