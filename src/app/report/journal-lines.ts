import { dayIn } from '../../domain/desk-day.ts';
import { dayAfter } from '../../domain/review-day.ts';
import { fromZoned } from '../../util/zoned-time.ts';

/** What of a line is wrong. */
export type JournalProblemCode =
  | 'columns'
  | 'time'
  | 'future'
  | 'ticket'
  | 'subject'
  | 'text'
  | 'person';
export type JournalPart = 'line' | 'time' | 'ticket' | 'text' | 'person';

/** One thing that keeps a journal from being entered, and where it stands; both from 1. */
export interface JournalProblem {
  readonly line: number;
  readonly column: number;
  readonly part: JournalPart;
  readonly code: JournalProblemCode;
}

/** A line as it was written: parts of text with the columns they begin in. */
export interface JournalLine {
  readonly line: number;
  readonly time: Written;
  /** A ticket's number, or what a new one is about. */
  readonly about: Written;
  readonly customer: string;
  readonly text: Written;
  readonly who: Written;
}

interface Written {
  readonly text: string;
  readonly column: number;
}

const PARTS = 5;
/** The printed form has this line before the rows to write on; what stands above was printed. */
const HEADING = /^#[^;]*(?:;[^;]*){4}$/;
const CLOCK = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/;
const DATED = /^(\d{4})-(\d{2})-(\d{2})[ T](\d{1,2})[:.](\d{2})$/;

/**
 * Lines of a filled journal, `time; ticket or subject; customer; text; who`. Blank lines, comments
 * and rules of the printed form are left out; a text may hold semicolons of its own.
 */
export function journalLines(text: string): {
  readonly lines: readonly JournalLine[];
  readonly problems: readonly JournalProblem[];
} {
  const lines: JournalLine[] = [];
  const problems: JournalProblem[] = [];
  const rows = text.split(/\r\n|\r|\n/);
  const form = rows.findLastIndex((row) => HEADING.test(row));
  for (const [at, row] of rows.entries()) {
    if (at <= form) continue;
    if (/^\s*(?:#|$)/.test(row) || /^[\s_;:.|-]*$/.test(row)) continue;
    const parts = row.split(';');
    const line = at + 1;
    if (parts.length < PARTS) problems.push({ line, column: 1, part: 'line', code: 'columns' });
    else lines.push(lineOf(parts, line));
  }
  return { lines, problems };
}

function lineOf(parts: readonly string[], line: number): JournalLine {
  const starts = parts.map((_, at) => parts.slice(0, at).join(';').length + (at === 0 ? 1 : 2));
  const written = (from: number, to = from + 1): Written => {
    const raw = parts.slice(from, to).join(';');
    const text = raw.trim();
    const blank = text === '' ? 0 : raw.length - raw.trimStart().length;
    return { text, column: (starts[from] ?? 1) + blank };
  };
  const last = parts.length - 1;
  return {
    line,
    time: written(0),
    about: written(1),
    customer: written(2).text,
    text: written(3, last),
    who: written(last),
  };
}

/** When something was written: with a day exactly, by the clock alone the last time it was so late. */
export function journalTime(
  text: string,
  { now, timeZone }: { readonly now: number; readonly timeZone: string },
): number | null {
  const dated = DATED.exec(text);
  if (dated) {
    const [, year, month, day, hour, minute] = dated;
    return momentOf(`${year}-${month}-${day}`, Number(hour), Number(minute), timeZone);
  }
  const clock = CLOCK.exec(text);
  if (!clock) return null;
  const today = dayIn(timeZone, now);
  const [hour, minute] = [Number(clock[1]), Number(clock[2])];
  const at = momentOf(today, hour, minute, timeZone);
  if (at !== null && at <= now) return at;
  return momentOf(dayAfter(today, -1), hour, minute, timeZone);
}

function momentOf(isoDay: string, hour: number, minute: number, timeZone: string): number | null {
  const at = Date.parse(isoDay);
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== isoDay || hour > 23)
    return null;
  const [year = 0, month = 1, day = 1] = isoDay.split('-').map(Number);
  return fromZoned({ year, month, day, hour, minute, second: 0 }, timeZone);
}
