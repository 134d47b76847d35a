import type { Desk } from '../app/desk/desk.ts';
import type { QueueRow } from '../domain/selection.ts';
import type { TimeLeft } from '../domain/sla/time-left.ts';
import type { LocalName } from '../domain/vocabulary.ts';
import { lowerInitial } from '../util/lower-initial.ts';
import type { CliTexts } from './cli-texts.ts';

interface Named {
  readonly code: string;
  readonly name: LocalName;
}

/** The name of a code in the person's language; the code itself when the desk has no name for it. */
export function nameOf(items: readonly Named[], code: string, desk: Desk): string {
  return items.find((item) => item.code === code)?.name[desk.language] ?? code;
}

/** A ticket in one line. */
export function ticketLine(row: QueueRow, desk: Desk, texts: CliTexts): string {
  const parts = [
    row.number,
    lowerInitial(nameOf(desk.config.statuses, row.status, desk)),
    row.priority,
    row.assignee ?? texts.words.nobody,
    row.subject,
  ];
  return parts.join(' · ');
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A length of time in one unit: `12м`, `3ч`, `2д`; what is over has a minus. */
export function shortDuration(ms: number, texts: CliTexts): string {
  const sign = ms < 0 ? '−' : '';
  const size = Math.abs(ms);
  const { units } = texts;
  if (size < HOUR) return `${sign}${Math.floor(size / MINUTE)}${units.minute}`;
  if (size < 2 * DAY) return `${sign}${Math.floor(size / HOUR)}${units.hour}`;
  return `${sign}${Math.floor(size / DAY)}${units.day}`;
}

/** What each state of a clock looks like without colour. */
const marks = { ok: '', amber: ' !', red: ' !!', late: ' ▲', paused: ' ‖' } as const;

/** What is left of a deadline, in working time, with its mark: `47м !`, `−12м ▲`, `3ч ‖`. */
export function timeLeftText(left: TimeLeft | null, texts: CliTexts): string {
  if (!left) return '';
  const { minutes, isRoundTheClock, state } = left;
  // A day of office hours is no day: many hours of it stay hours.
  const isInHours = !isRoundTheClock && Math.abs(minutes) >= 60;
  const hours = `${minutes < 0 ? '−' : ''}${Math.floor(Math.abs(minutes) / 60)}${texts.units.hour}`;
  const length = isInHours ? hours : shortDuration(minutes * MINUTE, texts);
  return `${length}${marks[state]}`;
}

/** A length to the minute: `47м`, `1ч 30м`. */
export function exactDuration(ms: number, { units }: CliTexts): string {
  const hours = Math.floor(ms / HOUR);
  const minutes = `${Math.floor((ms % HOUR) / MINUTE)}${units.minute}`;
  return hours === 0 ? minutes : `${hours}${units.hour} ${minutes}`;
}

/** A moment on the desk's clock: the time of day alone for today, the date before it otherwise. */
export function moment(at: number, desk: Desk): string {
  const { timeZone } = desk.config;
  const day = (ms: number) => new Date(ms).toLocaleDateString('sv', { timeZone });
  const time = new Date(at).toLocaleTimeString('sv', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
  });
  if (day(at) === day(desk.clock.now())) return time;
  const [year = '', month = '', date = ''] = day(at).split('-');
  const isThisYear = year === day(desk.clock.now()).slice(0, 4);
  return `${date}.${month}${isThisYear ? '' : `.${year}`} ${time}`;
}
