import { ok } from '../../util/result.ts';
import type { DecideContext } from '../decide-context.ts';
import type { TicketFact } from '../event.ts';
import { type Refusal, refusal } from '../refusal.ts';
import { statusFact } from '../status-fact.ts';
import { readyOwner } from '../supervision/live-gate.ts';
import { openPromises, type Ticket } from '../ticket.ts';
import { isAbove } from './kin.ts';
import { type PlacedDecision, placed } from './placed.ts';

/** Where everything of a ticket goes, and why. */
export interface Merging {
  readonly targetId: string;
  readonly reason: string;
}

/**
 * Makes one ticket of two: the entries of the first are read in the other, its promises and its
 * children go over, its number stays and leads there.
 */
export function decideMerge(
  { targetId, reason }: Merging,
  state: Ticket,
  context: DecideContext,
): PlacedDecision {
  const target = context.other(targetId);
  if (!target) return { ok: false, problem: refusal('no-such-ticket') };
  const why = whyNotMerged(state, target, context);
  if (why) return { ok: false, problem: why };
  const promises = promisesGoingOver(state, target, context);
  return ok([
    ...leavingParent(state),
    ...childrenGoingOver(state, target),
    ...placed(state.id, [
      ...promises.settled,
      { type: 'merged-into', targetId, reason },
      statusFact(state, 'merged', reason),
    ]),
    ...placed(targetId, [...takenOver(state, target, context), ...promises.made]),
  ]);
}

function whyNotMerged(state: Ticket, target: Ticket, { other }: DecideContext): Refusal | null {
  const { number } = target;
  if (target.id === state.id) return refusal('merged-itself');
  if (state.status === 'closed') return refusal('ticket-closed', ['reopen', 'link']);
  if (target.status === 'closed') return refusal('member-closed', ['reopen'], { number });
  if (target.status === 'merged') return refusal('member-merged', [], { number });
  if (target.space !== state.space) return refusal('other-space', [], { number });
  // A letter to one company must never quote another.
  const isOfOther = state.customerId !== null && target.customerId !== null;
  if (isOfOther && state.customerId !== target.customerId) {
    return refusal('merged-other-customer', ['mass-add'], { number });
  }
  return isAbove(state.id, target, other)
    ? refusal('merged-into-child', [], { number, parent: state.number })
    : null;
}

function leavingParent(state: Ticket) {
  const { id, parentId } = state;
  if (parentId === undefined) return [];
  return [
    ...placed(id, [{ type: 'left-parent', parentId, reason: 'merged' }]),
    ...placed(parentId, [{ type: 'child-left', childId: id }]),
  ];
}

function childrenGoingOver({ id, childIds = [] }: Ticket, target: Ticket) {
  if (childIds.length === 0) return [];
  const moved = childIds.flatMap((childId) => [
    ...placed(childId, [
      { type: 'left-parent', parentId: id, reason: 'merged' },
      { type: 'joined-parent', parentId: target.id },
    ]),
    ...placed(id, [{ type: 'child-left', childId }]),
  ]);
  return [
    ...moved,
    ...placed(target.id, [{ type: 'children-gathered', childIds, reason: 'merged' }]),
  ];
}

/** What the other ticket takes over beside the entries. */
function takenOver(state: Ticket, target: Ticket, context: DecideContext): TicketFact[] {
  const sourceIds = [state.id, ...(state.mergedFromIds ?? [])];
  const { lastCustomerAt, unansweredSince = null } = state;
  const facts: TicketFact[] = [{ type: 'merged-in', sourceIds, lastCustomerAt, unansweredSince }];
  // A new hire does not come with it to a channel that is not theirs yet.
  const ownerId = target.isDemo
    ? state.assigneeId
    : readyOwner(state.assigneeId, target.channel, context);
  if (target.assigneeId === null && ownerId !== null) {
    facts.push({ type: 'assigned', personId: ownerId, reason: 'merged' });
  }
  if (wakes(state, target)) facts.push(statusFact(target, 'open', 'merged'));
  return facts;
}

/** A ticket that waits for its customer, or is solved, learns that the customer has spoken since. */
function wakes(state: Ticket, target: Ticket): boolean {
  const heardAt = state.lastCustomerAt ?? 0;
  if (target.status === 'resolved') return heardAt > (target.resolvedAt ?? 0);
  const isWaiting = target.status === 'waiting-customer' || target.status === 'scheduled';
  return isWaiting && heardAt > (target.lastPublicAt ?? 0);
}

/** A customer holds one time of a kind: of two the earlier one counts. */
function promisesGoingOver(state: Ticket, target: Ticket, { now }: DecideContext) {
  const settled: TicketFact[] = [];
  const made: TicketFact[] = [];
  for (const promise of openPromises(state)) {
    const isLate = promise.dueAt < now;
    const fate = isLate ? 'broken' : 'moved';
    settled.push({ type: 'promise-settled', promiseId: promise.id, state: fate });
    const same = openPromises(target).find(({ kind }) => kind === promise.kind);
    if (isLate || (same && same.dueAt <= promise.dueAt)) continue;
    if (same) made.push({ type: 'promise-settled', promiseId: same.id, state: 'moved' });
    made.push({ type: 'promise-made', promise });
  }
  return { settled, made };
}
