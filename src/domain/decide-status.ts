import { fail, ok } from '../util/result.ts';
import type { TicketCommand } from './command.ts';
import type { DecideContext, Decision } from './decide-context.ts';
import { solutionFacts } from './decide-solution.ts';
import type { TicketFact } from './event.ts';
import { diagnosedBySolution, whyUndiagnosed } from './handover/diagnosis.ts';
import { tooManyReturns, whyBriefMissing } from './handover/third-return.ts';
import { noteFact } from './own-entry.ts';
import { type Refusal, refuse } from './refusal.ts';
import { statusFact } from './status-fact.ts';
import type { Ticket } from './ticket.ts';

type Command<Type extends TicketCommand['type']> = Extract<TicketCommand, { type: Type }>;

/** Moves a ticket to a working status. Resolving, closing and reopening have rules of their own. */
export function decideStatus(
  command: Command<'set-status'>,
  state: Ticket,
  context: DecideContext,
): Decision {
  const { status: to, reason } = command;
  if (to === 'resolved')
    return decideResolve({ type: 'resolve', solution: reason }, state, context);
  if (to === state.status) return refuse('already-in-status', [], { status: to });
  if (to === 'closed' || to === 'merged') {
    const next = { resolved: 'confirm', closed: 'reopen' } as const;
    const step = state.status in next ? next[state.status as keyof typeof next] : 'resolve';
    return refuse('closing-needs-confirmation', [step]);
  }
  if (to === 'new') return refuse('status-new');
  if (state.status === 'closed') return refuse('ticket-closed', ['reopen', 'new']);
  if (state.status === 'resolved') return refuse('already-resolved', ['return', 'confirm']);
  if (to === 'scheduled') return refuse('until-in-past', ['schedule']);
  return ok([statusFact(state, to, reason)]);
}

/** Puts a ticket off until a time; it comes back by itself. */
export function decideSchedule(
  command: Command<'schedule'>,
  state: Ticket,
  context: DecideContext,
): Decision {
  if (state.status === 'closed') return refuse('ticket-closed', ['reopen', 'new']);
  if (state.status === 'resolved') return refuse('already-resolved', ['return', 'confirm']);
  if (command.until <= context.now) return refuse('until-in-past');
  return ok([{ ...statusFact(state, 'scheduled', command.reason), until: command.until }]);
}

/** Says that the problem is gone. Not the end: closing needs the customer's confirmation. */
export function decideResolve(
  command: Command<'resolve'>,
  state: Ticket,
  context: DecideContext,
): Decision {
  if (state.status === 'closed') return refuse('ticket-closed', ['reopen', 'new']);
  if (state.status === 'resolved') return refuse('already-resolved', ['confirm', 'return']);
  const { solution } = command;
  const unready = command.isSaidElsewhere ? null : whyUnsolved(solution, state, context);
  if (unready) return fail(unready);
  const facts: TicketFact[] = solution.trim() === '' ? [] : [noteFact(solution, context)];
  facts.push(...diagnosedBySolution(solution, state, context));
  return ok([...facts, ...solutionFacts(state, context), statusFact(state, 'resolved')]);
}

/** Why a ticket cannot be called solved yet, whoever says so and in whichever way. */
export function whyUnsolved(
  solution: string,
  state: Ticket,
  context: DecideContext,
): Refusal | null {
  return whyBriefMissing(state) ?? whyUndiagnosed(solution, state, context);
}

/** Sends a solution back for rework; a closed ticket only while it may be reopened. */
export function decideReturn(reason: string, state: Ticket, context: DecideContext): Decision {
  if (state.status !== 'resolved' && state.status !== 'closed') {
    return refuse('not-resolved', ['resolve']);
  }
  if (isReopenWindowOver(state, context)) return refuse('reopen-window-over', ['new', 'link']);
  return ok(returnFacts(reason, state, context));
}

/** Opens a closed ticket again without counting a return (closed by mistake, new information). */
export function decideReopen(reason: string, state: Ticket): Decision {
  if (state.status !== 'closed' && state.status !== 'resolved') return refuse('not-closed');
  return ok([statusFact(state, 'open', reason)]);
}

/**
 * A return: back to work with its count. More than two returns go to the head of the desk and
 * not to the same engineer again, as support companies with personal engineers do it.
 */
export function returnFacts(reason: string, state: Ticket, context: DecideContext): TicketFact[] {
  const times = state.returns + 1;
  return [
    { type: 'returned', reason, times },
    statusFact(state, 'open', reason),
    ...tooManyReturns(times, state, context),
  ];
}

/** A customer's answer inside the window returns the ticket; later it opens a new, linked one. */
export function isReopenWindowOver(state: Ticket, context: DecideContext): boolean {
  const since = state.resolvedAt ?? state.updatedAt;
  return state.status === 'closed' && context.now - since > context.desk.reopenWindowMs;
}
