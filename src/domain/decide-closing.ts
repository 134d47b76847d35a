import { ok } from '../util/result.ts';
import type { DecideContext, Decision } from './decide-context.ts';
import { settledBySolution } from './decide-promise.ts';
import { handoverWords } from './handover/handover-words.ts';
import { allowanceOf } from './permission.ts';
import { refuse } from './refusal.ts';
import { statusFact } from './status-fact.ts';
import type { Ticket } from './ticket.ts';

const HOUR_MS = 3_600_000;

/** Who said that the problem is gone, and in which way; elsewhere nobody may have asked. */
export interface Confirmation {
  readonly by: string;
  readonly how: string;
  readonly isSaidElsewhere?: boolean | undefined;
}

/**
 * Closes a resolved ticket by the customer's word: who said it and how. What was promised after
 * the solution (a call the next day) has nothing left to wait for.
 */
export function decideConfirm(
  command: Confirmation,
  state: Ticket,
  context: DecideContext,
): Decision {
  if (state.status === 'closed') return refuse('ticket-closed', ['reopen', 'new']);
  if (state.status !== 'resolved') return refuse('not-resolved', ['resolve']);
  const confirmed = confirmedFact(command, state, context);
  if (!confirmed.ok) return confirmed;
  const settled = settledBySolution(state, context);
  return ok([...confirmed.value, ...settled, statusFact(state, 'closed')]);
}

/** The customer's word, which needs a person and a way; what the customer wrote here shows the way. */
export function confirmedFact(
  { by, how, isSaidElsewhere = false }: Confirmation,
  state: Ticket,
  { desk }: DecideContext,
): Decision {
  if (isSaidElsewhere) return ok([{ type: 'confirmed', by, how }]);
  if (by.trim() === '') return refuse('confirmation-needs-who', ['confirm']);
  const hasWritten = (state.lastCustomerAt ?? 0) > (state.resolvedAt ?? state.updatedAt);
  const way = how.trim() || (hasWritten ? handoverWords[desk.language].customerWrote : '');
  if (way === '') return refuse('confirmation-needs-how', ['confirm']);
  return ok([{ type: 'confirmed', by: by.trim(), how: way }]);
}

/**
 * Closes a resolved ticket because the customer has said nothing for as long as the desk waits. The
 * customer was warned in time; only who may close without a word at all need not wait it out.
 */
export function decideTimeout(state: Ticket, context: DecideContext): Decision {
  const { desk, actor, now } = context;
  const { autoConfirm } = desk;
  if (state.status === 'closed') return refuse('ticket-closed', ['reopen', 'new']);
  if (state.status !== 'resolved') return refuse('not-resolved', ['resolve']);
  if (!autoConfirm) return refuse('auto-confirm-off', ['confirm']);
  const since = state.resolvedAt ?? state.updatedAt;
  const warnedAt = state.lastPublicAt ?? 0;
  if (
    autoConfirm.warnBeforeMs > 0 &&
    (warnedAt <= since || now < warnedAt + autoConfirm.warnBeforeMs)
  ) {
    return refuse('auto-confirm-unwarned', ['reply', 'confirm']);
  }
  const isFree = allowanceOf(desk.permissions, 'close-unconfirmed', actor) === 'yes';
  if (!isFree && now < since + autoConfirm.afterMs) {
    return refuse('auto-confirm-early', ['confirm'], {
      hours: Math.ceil(autoConfirm.afterMs / HOUR_MS),
    });
  }
  return ok([...settledBySolution(state, context), statusFact(state, 'closed', 'timeout')]);
}
