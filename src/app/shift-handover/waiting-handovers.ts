import { isToBeAccepted, lastHandover } from '../../domain/shift/last-handover.ts';
import type { ShiftHandover } from '../../domain/shift/shift-handover.ts';
import { isUnled, whyNotReceive } from '../../domain/shift/shift-right.ts';
import type { Desk } from '../desk/desk.ts';
import { currentShift, type FoundShift, found } from '../shift/current-shift.ts';
import { findShift } from '../shift/find-shift.ts';

const DAY_MS = 86_400_000;
/** What nobody has accepted for so long is history: it is found by the name of its shift. */
const WAITS_MS = 3 * DAY_MS;
const UNFINISHED_MS = DAY_MS;

/** A hand-over that waits for somebody to accept it. */
export interface WaitingHandover {
  readonly shift: FoundShift;
  readonly handover: ShiftHandover;
}

/** Every hand-over that nobody has accepted yet, the latest shift first. */
export function waitingHandovers(desk: Desk): readonly WaitingHandover[] {
  const now = desk.clock.now();
  return desk.shifts
    .list(now - WAITS_MS, now + DAY_MS)
    .filter(({ handover }) => handover !== null && isToBeAccepted({ state: handover }))
    .flatMap(({ id }) => {
      const state = desk.shifts.byId(id);
      const handover = state && lastHandover(state);
      return handover ? [{ shift: found(state), handover }] : [];
    })
    .toReversed();
}

/** The hand-over that waits for me: for me by name first, then whatever I may take over. */
export function handoverToAccept(desk: Desk): WaitingHandover | null {
  const { me, config } = desk;
  const asked = { actor: me, desk: config, isUnled: isUnled(desk.people.persons(), config) };
  if (whyNotReceive(asked)) return null;
  const others = waitingHandovers(desk).filter(({ shift, handover }) => {
    return handover.byId !== me.id && shift.state?.leadId !== me.id;
  });
  const named = others.find(({ handover }) => handover.toId === me.id);
  return named ?? others.find(({ handover }) => handover.toId === null) ?? others[0] ?? null;
}

/** The shift whose hand-over is talked about: the one that waits for me, else the latest there is. */
export function handoverToAnswer(desk: Desk): FoundShift {
  const now = desk.clock.now();
  const handed = desk.shifts.list(now - WAITS_MS, now + DAY_MS).findLast((one) => one.handover);
  const state = handed ? desk.shifts.byId(handed.id) : null;
  return handoverToAccept(desk)?.shift ?? (state ? found(state) : findShift(desk, 'last'));
}

/** The shift that I hand over: mine that is on, else mine that is over and not handed over yet. */
export function shiftToSubmit(desk: Desk): FoundShift {
  const current = currentShift(desk);
  const { me } = desk;
  if (current.state?.leadId === me.id) return current;
  const now = desk.clock.now();
  const own = desk.shifts.list(now - UNFINISHED_MS, now).findLast(({ leadId, handover }) => {
    return leadId === me.id && (handover === null || handover === 'returned');
  });
  const state = own ? desk.shifts.byId(own.id) : null;
  return state ? found(state) : current;
}
