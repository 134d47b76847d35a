import { readCalendar } from '../../domain/calendar.ts';
import { writtenWeek } from './production-days.ts';
import type { Item, Review } from './review.ts';

/** Hours that hold together, windows that end after they begin, a policy for every ticket. */
export function checkTimes(review: Review): void {
  for (const [index, calendar] of review.items('calendars')) {
    checkCalendar(review, index, calendar);
  }
  for (const [index, { from, to }] of (review.desk.shifts ?? []).entries()) {
    if (from === to) review.note('desk', ['shifts', index, 'to'], 'shift-empty');
  }
  for (const [index, { from, to }] of review.items('works')) {
    if (from !== undefined && to !== undefined && to <= from)
      review.note('works', [index, 'to'], 'window-backwards');
  }
  const confirm = review.desk.autoConfirm;
  if (confirm && confirm.warnBeforeMs >= confirm.afterMs) {
    review.note('desk', ['autoConfirm', 'warnBefore'], 'warning-too-early');
  }
  checkRotations(review);
  checkProduction(review);
  checkPolicies(review);
}

function checkCalendar(review: Review, index: number, calendar: Item<'calendars'>): void {
  review.refers('calendars', [index, 'production'], 'production', calendar.production);
  const timeZone = calendar.timeZone ?? review.desk.timeZone ?? 'UTC';
  const { holidays = [], overrides = {} } = calendar;
  const week = writtenWeek({ week: calendar.week ?? 'always' });
  const read = readCalendar({ timeZone, week, holidays, overrides });
  if (read.ok) return;
  for (const { code, path, value } of read.problem) {
    // A zone that comes from the desk is told there.
    if (code === 'zone-unknown' && calendar.timeZone === undefined) continue;
    review.note('calendars', [index, ...path], code, { value });
  }
}

function checkRotations(review: Review): void {
  for (const [index, { rotation, people }] of review.items('duties')) {
    if (!rotation) continue;
    const isMonday = new Date(`${rotation}T00:00:00Z`).getUTCDay() === 1;
    if (!isMonday) {
      review.note('duties', [index, 'rotation'], 'duty-not-monday', { value: rotation });
    }
    if (people && people.length < 2)
      review.note('duties', [index, 'rotation'], 'duty-rotation-alone');
  }
}

function checkProduction(review: Review): void {
  for (const [index, { years }] of review.items('production')) {
    for (const [at, { year, holidays, shortened, working }] of (years ?? []).entries()) {
      const path = [index, 'years', at];
      const isOther = (date: string) => !date.startsWith(`${year}-`);
      const days = { holidays, shortened };
      for (const [key, list] of Object.entries(days)) {
        for (const [place, date] of list.entries()) {
          if (isOther(date)) {
            review.note('production', [...path, key, place], 'production-year', {
              value: date,
              year,
            });
          }
        }
      }
      for (const date of Object.keys(working).filter(isOther)) {
        review.note('production', [...path, 'working', date], 'production-year', {
          value: date,
          year,
        });
      }
    }
  }
}

function checkPolicies(review: Review): void {
  for (const [index, policy] of review.items('policies')) {
    review.refers('policies', [index, 'calendar'], 'calendars', policy.calendar);
    for (const [target, code] of Object.entries(policy.calendarOf ?? {})) {
      review.refers('policies', [index, 'calendarOf', target], 'calendars', code);
    }
    for (const [at, status] of (policy.pausedIn ?? []).entries()) {
      review.refers('policies', [index, 'pausedIn', at], 'statuses', status);
    }
    const { red, amber } = policy;
    if (red && amber && (red.ms > amber.ms || red.share > amber.share)) {
      review.note('policies', [index, 'red'], 'policy-red-before-amber');
    }
  }
  checkFallback(review);
}

/** The last policy, and only that one, fits every ticket. */
function checkFallback(review: Review): void {
  const policies = review.items('policies');
  if (policies.length === 0 || policies.some(([, { when }]) => when === undefined)) return;
  const fallback = policies.find(([, { when }]) => Object.keys(when ?? {}).length === 0);
  if (!fallback) return review.note('policies', [], 'policy-no-fallback');
  const [last, { code: value = '' }] = fallback;
  for (const [index] of policies) {
    if (index > last) review.note('policies', [index, 'code'], 'policy-never-reached', { value });
  }
}
