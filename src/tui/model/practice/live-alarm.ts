import type { Ui } from '../ui.ts';
import type { LiveAlarm } from './run-view.ts';

/** What of live work cannot wait until the practice is over. */
export function liveAlarm(live: Ui): LiveAlarm {
  const { promised, overdue } = live.store.get();
  const now = live.desk().clock.now();
  return { promises: promised.filter(({ warnAt }) => warnAt <= now).length, overdue };
}

/** Whether two alarms say the same. */
export function isSameAlarm(one: LiveAlarm, other: LiveAlarm): boolean {
  return one.promises === other.promises && one.overdue === other.overdue;
}
