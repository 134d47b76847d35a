import type { Refusal } from '../../domain/refusal.ts';
import { refuse } from '../../domain/refusal.ts';
import type { Shift } from '../../domain/shift/shift.ts';
import type { HandoverRemark, ShiftHandover } from '../../domain/shift/shift-handover.ts';
import type { ExecutedShift } from '../../store/shift/shift-store.ts';
import { must } from '../../util/must.ts';
import { ok, type Result } from '../../util/result.ts';
import { allOrNothing } from '../desk/all-or-nothing.ts';
import type { Desk } from '../desk/desk.ts';
import type { FoundShift } from '../shift/current-shift.ts';
import { executeShift } from '../shift/execute-shift.ts';
import { type AnsweredItems, acceptedItems } from './accepted-items.ts';
import { carryWatch } from './carry-watch.ts';
import { followingShift, openFollowing } from './following-shift.ts';

/** What the incoming lead says to a hand-over. */
export interface AcceptOrder extends AnsweredItems {
  readonly revision: number;
  readonly remarks: readonly Pick<HandoverRemark, 'kind' | 'text'>[];
}

/** A ticket that has another owner since the shift was accepted. */
export interface MovedTicket {
  readonly ticketId: string;
  readonly number: string;
  readonly fromId: string | null;
  readonly toId: string | null;
}

/** What an acceptance did. */
export interface AcceptedShift {
  readonly handover: ShiftHandover;
  readonly moved: readonly MovedTicket[];
  /** Tickets that somebody took meanwhile: they stay where they are. */
  readonly kept: readonly Omit<MovedTicket, 'toId'>[];
  /** Another lead had been first: everything said here became remarks, and nothing moved. */
  readonly isSecond: boolean;
  /** The shift whose log goes on with the watch items; null: nothing is watched. */
  readonly carriedTo: string | null;
}

/** Takes a shift over: owners, remarks and what is still watched change in one transaction. */
export function acceptShift(
  desk: Desk,
  { id: shiftId }: FoundShift,
  order: AcceptOrder,
): Result<AcceptedShift, Refusal> {
  return allOrNothing(desk, () => {
    const submitted = submittedIn(desk.shifts.byId(shiftId), order.revision);
    if (!submitted.ok) return submitted;
    const items = acceptedItems(desk, submitted.value, order);
    const before = ownersBefore(desk, submitted.value);
    const { revision, isRestAccepted } = order;
    const done = executeShift(desk, shiftId, {
      type: 'accept-shift',
      ...{ revision, items, isRestAccepted },
      remarks: order.remarks.map((remark) => ({ id: desk.makeId(), ...remark })),
    });
    if (!done.ok) return done;
    const outcome = outcomeOf(desk, done.value, revision, before);
    if (outcome.isSecond) return ok({ ...outcome, carriedTo: null });
    const { shift } = done.value;
    const next = followingShift(desk, shift);
    openFollowing(desk, next, shift.isDemo);
    const carried = carryWatch(desk, shift, items, next);
    return carried.ok ? ok({ ...outcome, carriedTo: carried.value }) : carried;
  });
}

function submittedIn(shift: Shift | null, revision: number): Result<ShiftHandover, Refusal> {
  const handovers = shift?.handovers ?? [];
  const handover = handovers.find((one) => one.revision === revision);
  if (handover) return ok(handover);
  if (handovers.length === 0) return refuse('shift-not-submitted');
  return refuse('no-such-revision', [], { revision });
}

type Owners = ReadonlyMap<string, string | null>;

function ownersBefore(desk: Desk, { items }: ShiftHandover): Owners {
  const ids = new Set(items.flatMap(({ ticketId }) => ticketId ?? []));
  return new Map([...ids].map((id) => [id, desk.tickets.byId(id)?.assigneeId ?? null]));
}

function outcomeOf(
  desk: Desk,
  { shift, events, tickets }: ExecutedShift,
  revision: number,
  before: Owners,
): Omit<AcceptedShift, 'carriedTo'> {
  const handover = must(
    shift.handovers.find((one) => one.revision === revision),
    'accepted revision',
  );
  const placeOf = (ticketId: string) => {
    const number = desk.tickets.byId(ticketId)?.number ?? ticketId;
    return { ticketId, number, fromId: before.get(ticketId) ?? null };
  };
  const moved = tickets.flatMap(({ ticketId, fact }) => {
    return fact.type === 'assigned' ? [{ ...placeOf(ticketId), toId: fact.personId }] : [];
  });
  const accepted = events.flatMap(({ fact }) => (fact.type === 'shift-accepted' ? [fact] : []))[0];
  const keptIds = handover.items
    .filter(({ key }) => accepted?.kept.includes(key))
    .flatMap(({ ticketId }) => ticketId ?? []);
  const kept = [...new Set(keptIds)].map(placeOf);
  return { handover, moved, kept, isSecond: accepted === undefined };
}
