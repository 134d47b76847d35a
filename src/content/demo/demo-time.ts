/**
 * A moment relative to the time when the demo desk is opened: so many milliseconds away, or a clock
 * time in Moscow so many days away (which keeps working hours whenever the desk is opened).
 */
export type DemoTime =
  | { readonly type: 'offset'; readonly ms: number }
  | { readonly type: 'clock'; readonly days: number; readonly minutes: number };

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** Moscow has stood at UTC+3 all year round since October 2014. */
const moscowOffsetMs = 3 * hourMs;

const clockForm = /^([+-])(\d{1,3})d (\d{1,2}):(\d{2})$/;
const offsetForm = /^([+-])(?=\d)(?:(\d{1,3})d)?(?:(\d{1,3})h)?(?:(\d{1,4})m)?$/;
const spanForm = /^(?=\d)(?:(\d{1,3})h)?(?:(\d{1,3})m)?$/;

/** Reads `-6d 18:52`, `-3h10m`, `-45m`, `+40m`, `+1d 10:00`; null for anything else. */
export function parseDemoTime(text: string): DemoTime | null {
  const clock = clockForm.exec(text);
  if (clock) {
    const hours = Number(clock[3]);
    const minutes = Number(clock[4]);
    if (hours > 23 || minutes > 59) return null;
    const days = Number(clock[2]) * (clock[1] === '-' ? -1 : 1);
    return { type: 'clock', days: days === 0 ? 0 : days, minutes: hours * 60 + minutes };
  }
  const offset = offsetForm.exec(text);
  if (!offset) return null;
  const [, sign, days = 0, hours = 0, minutes = 0] = offset;
  const ms = Number(days) * dayMs + Number(hours) * hourMs + Number(minutes) * minuteMs;
  return { type: 'offset', ms: sign === '-' && ms !== 0 ? -ms : ms };
}

/** Reads the length of a call, `9m` or `1h20m`, in ms; null for anything else. */
export function parseSpan(text: string): number | null {
  const span = spanForm.exec(text);
  if (!span) return null;
  const [, hours = 0, minutes = 0] = span;
  return Number(hours) * hourMs + Number(minutes) * minuteMs;
}

/** The moment itself, epoch ms. */
export function resolveDemoTime(time: DemoTime, now: number): number {
  if (time.type === 'offset') return now + time.ms;
  return startOfMoscowDay(now) + time.days * dayMs + time.minutes * minuteMs;
}

/** Midnight in Moscow of the day that holds `now`, epoch ms. */
export function startOfMoscowDay(now: number): number {
  return Math.floor((now + moscowOffsetMs) / dayMs) * dayMs - moscowOffsetMs;
}
