import { DeadlineStore } from '../../store/ticket/deadline-store.ts';
import type { Desk } from '../desk/desk.ts';

/** Raise when deadlines are counted otherwise. */
const FORM = 2;
const KEY = 'deadline-rules';

/**
 * Counts all deadlines again when the rules that they follow from are not those of the last time.
 * Returns in how many tickets they moved.
 */
export function followRules(desk: Pick<Desk, 'config' | 'store' | 'meta'>): number {
  const { policies, calendars, statuses, lines } = desk.config;
  // Kept as they are: they are short, and a hash costs every start more than comparing them.
  const rules = JSON.stringify([FORM, policies, calendars, statuses, lines]);
  if (desk.meta.get(KEY) === rules) return 0;
  return desk.store.sql.transact(() => {
    const moved = new DeadlineStore(desk.store.sql).refresh(desk.config);
    desk.meta.set(KEY, rules);
    return moved;
  });
}
