import { hourMs, minuteMs } from './demo-time.ts';

const someMoment = Date.UTC(2026, 0, 15);

/** The zone of the demo desk. */
export const deskZone = 'Europe/Moscow';

/** How far a zone is ahead of UTC at a moment, ms. */
export function zoneOffsetMs(timeZone: string, at: number): number {
  // The short cut matters: most texts are told in Moscow, and a formatter is slow to make.
  if (timeZone === deskZone) return 3 * hourMs;
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  const name = format.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? '';
  const offset = /([+-])(\d{2}):(\d{2})/.exec(name);
  if (!offset) return 0;
  const ms = Number(offset[2]) * hourMs + Number(offset[3]) * minuteMs;
  return offset[1] === '-' ? -ms : ms;
}

/** How far a customer's clock is ahead of Moscow, minutes, at a fixed moment: it only shapes days. */
export function minutesAheadOfMoscow(timeZone: string | null): number {
  return (zoneOffsetMs(timeZone ?? deskZone, someMoment) - 3 * hourMs) / minuteMs;
}
