import { ok } from '../../util/result.ts';
import type { DecideContext, Decision } from '../decide-context.ts';
import { allowanceOf } from '../permission.ts';
import { refuse } from '../refusal.ts';
import type { Ticket } from '../ticket.ts';
import type { Spend } from './work.ts';

const MOST = 10_000_000;

/**
 * Money that solves a ticket sooner, written down with its reason. Up to the desk's limit on one
 * ticket nobody is asked; what goes over it is written down by somebody who may.
 */
export function decideSpend(
  { amount, reason }: { readonly amount: number; readonly reason: string },
  state: Ticket,
  { desk, actor, now }: DecideContext,
): Decision {
  const { spending } = desk;
  if (spending === null) return refuse('no-spending');
  if (!(amount > 0 && amount <= MOST && isWholeCents(amount))) return refuse('amount-wrong');
  if (reason.trim() === '') return refuse('reason-missing');
  const sum = sumOf([
    ...(state.spends ?? []).filter((one) => one.approvedById === null),
    { amount },
  ]);
  const isOver = sum > spending.limit;
  if (isOver && allowanceOf(desk.permissions, 'spend', actor) !== 'yes') {
    return refuse('spend-over-limit', ['note'], { ...spending, sum });
  }
  const approvedById = isOver ? actor.id : null;
  const report = { reason: reason.trim(), byId: actor.id, at: now, approvedById };
  return ok([{ type: 'spent', spend: { amount, currency: spending.currency, ...report } }]);
}

/** A sum of money without the dust of binary fractions. */
export function sumOf(spends: readonly Pick<Spend, 'amount'>[]): number {
  return spends.reduce((sum, { amount }) => sum + Math.round(amount * 100), 0) / 100;
}

function isWholeCents(amount: number): boolean {
  return Math.abs(amount * 100 - Math.round(amount * 100)) < 1e-6;
}
