import { planAt, planOf, previousPlan } from '../../domain/shift/plan-shift.ts';
import type { Shift, ShiftItem } from '../../domain/shift/shift.ts';
import { readShiftId, shiftRef } from '../../domain/shift/shift-id.ts';
import { MAIN_SPACE } from '../../domain/space.ts';
import { UserError } from '../../util/user-error.ts';
import type { Desk } from '../desk/desk.ts';
import { currentShift, type FoundShift, found, ofPlan } from './current-shift.ts';

const WEEK_MS = 7 * 86_400_000;

/**
 * The shift that somebody names: `current`, `last` (closed, submitted or over), a name such as
 * `2026-11-22/08:00-20:00`, an id, or their unique beginning. Throws a UserError with what there is.
 */
export function findShift(desk: Desk, reference: string): FoundShift {
  const wanted = reference.trim();
  if (wanted === '' || wanted === 'current') return currentShift(desk);
  if (wanted === 'last') return lastShift(desk);
  const id = wanted.startsWith('shift/') ? wanted : `shift/${MAIN_SPACE}/${wanted}`;
  const state = desk.shifts.byId(id) ?? desk.shifts.byId(`shift/${wanted}`);
  return state ? found(state) : (ofCalendar(desk, id) ?? ofBeginning(desk, id, wanted));
}

/** Where nobody has opened any yet, the one of the calendar that is over. */
function lastShift(desk: Desk): FoundShift {
  const now = desk.clock.now();
  const state = desk.shifts.lastDone(now);
  return state ? found(state) : ofPlan(desk, previousPlan(desk.config, planAt(desk.config, now)));
}

/** A shift that nobody has touched, by its whole name. */
function ofCalendar(desk: Desk, id: string): FoundShift | null {
  const name = readShiftId(id);
  const plan = name && planOf(desk.config, name);
  if (!plan || name.space !== MAIN_SPACE) return null;
  const hasLine = plan.line === null || desk.config.lines.some(({ code }) => code === plan.line);
  return hasLine ? ofPlan(desk, plan) : null;
}

function ofBeginning(desk: Desk, id: string, wanted: string): FoundShift {
  const [only, ...others] = desk.shifts.named(id);
  const state = only && others.length === 0 ? desk.shifts.byId(only.id) : null;
  if (state) return found(state);
  const known = only ? [only, ...others] : recent(desk);
  const list = known.map((one) => shiftRef(one.id)).join(', ');
  const code = only ? 'shift-ambiguous' : 'shift-unknown';
  throw new UserError(known.length > 0 ? code : 'shift-unknown-none', {
    shift: wanted,
    known: list,
  });
}

function recent(desk: Desk) {
  const now = desk.clock.now();
  return desk.shifts.list(now - WEEK_MS, now + WEEK_MS).slice(-8);
}

/** A line of a log by its number there, from 1, or by its id. Throws a UserError when there is none. */
export function findShiftItem(shift: Shift | null, reference: string): ShiftItem {
  const wanted = reference.trim().replace(/^№\s*/, '');
  const items = shift?.items ?? [];
  const numbered = /^\d{1,5}$/.test(wanted) ? items[Number(wanted) - 1] : undefined;
  const item = numbered ?? items.find(({ id }) => id === wanted);
  if (!item) throw new UserError('shift-item-unknown', { item: reference, count: items.length });
  return item;
}
