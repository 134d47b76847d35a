import { dayIn } from '../../domain/desk-day.ts';
import type { Person } from '../../domain/person.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { dayAfter } from '../../domain/review-day.ts';
import { LONGEST_SHIFT_NAME } from '../../domain/shift/decide-shift.ts';
import { nextPlan, planAt, planOf } from '../../domain/shift/plan-shift.ts';
import { plannedRoster } from '../../domain/shift/planned-roster.ts';
import type { ShiftPlan } from '../../domain/shift/shift.ts';
import type { ExecutedShift } from '../../store/shift/shift-store.ts';
import type { Result } from '../../util/result.ts';
import { UserError } from '../../util/user-error.ts';
import { isOnlyDemo } from '../demo/demo-presence.ts';
import type { Desk } from '../desk/desk.ts';
import { deskRoster } from '../people/desk-roster.ts';
import { idOfPlan } from './current-shift.ts';
import { executeShift } from './execute-shift.ts';

/** Which shift is opened, as somebody says it. What is not said follows from the calendar. */
export interface OpenShiftOrder {
  readonly lead?: Person | undefined;
  readonly name?: string | undefined;
  /** `08:00-20:00`. */
  readonly hours?: string | undefined;
  readonly line?: string | undefined;
}

const MINUTE_MS = 60_000;
/** Whoever comes so long before a shift opens that one, and not the one that ends. */
const EARLY_MS = 15 * MINUTE_MS;

/** Opens a shift with the people that the desk's duties name. Throws a UserError for wrong hours. */
export function openShift(desk: Desk, order: OpenShiftOrder = {}): Result<ExecutedShift, Refusal> {
  const plan = planToOpen(desk, order);
  if (plan.name[desk.language].length > LONGEST_SHIFT_NAME) {
    return refuse('text-too-long', [], { most: LONGEST_SHIFT_NAME });
  }
  const { id: leadId } = order.lead ?? desk.me;
  const people = deskRoster(desk, { isDemo: isOnlyDemo(desk) });
  const members = plannedRoster(desk.config, people, plan);
  return executeShift(desk, idOfPlan(desk, plan), { type: 'open-shift', plan, leadId, members });
}

/** The shift that would be opened now. */
export function planToOpen(desk: Desk, order: OpenShiftOrder): ShiftPlan {
  const { hours } = order;
  const name = order.name?.replace(/\s+/g, ' ').trim() || undefined;
  const line = order.line ?? null;
  if (line !== null && !desk.config.lines.some(({ code }) => code === line)) {
    throw new UserError('line-unknown', {
      line,
      known: desk.config.lines.map(({ code }) => code).join(', '),
    });
  }
  const plan = hours === undefined ? planNow(desk, line) : planOfHours(desk, hours, line);
  return name === undefined ? plan : { ...plan, name: { ru: name, en: name } };
}

function planNow(desk: Desk, line: string | null): ShiftPlan {
  const now = desk.clock.now();
  const plan = planAt(desk.config, now, line);
  const next = nextPlan(desk.config, plan);
  return next.startsAt - now <= EARLY_MS ? next : plan;
}

/** Hours over midnight that began yesterday, while they last; else those of today. */
function planOfHours(desk: Desk, hours: string, line: string | null): ShiftPlan {
  const now = desk.clock.now();
  const today = dayIn(desk.config.timeZone, now);
  const kind = hours.trim().replace(/[–—]/g, '-');
  const planOn = (day: string) => planOf(desk.config, { day, kind, line });
  const began = planOn(dayAfter(today, -1));
  const plan = began && now < began.endsAt ? began : planOn(today);
  if (!plan) throw new UserError('shift-hours-wrong', { hours });
  return plan;
}
