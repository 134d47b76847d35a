import type { RedItem, ReportItem, ShiftReport } from '../domain/report/shift-report.ts';
import type { ReportSection } from '../domain/shift/shift.ts';
import type { Language } from '../domain/vocabulary.ts';
import { reportTexts } from '../i18n/report-texts.ts';
import { reportClock } from './report-clock.ts';

/** An open ticket that somebody keeps in sight. */
export interface WatchedTicket {
  readonly number: string;
  readonly subject: string;
  readonly what: string;
  readonly until: number | null;
}

/** What the hand-written parts are filled from. */
export interface PrefillSources {
  readonly items: readonly ReportItem[];
  readonly red: readonly RedItem[];
  readonly returned: ShiftReport['returned'];
  readonly watched: readonly WatchedTicket[];
}

/** Whose words and clock they are written in. */
export interface PrefillSetting {
  readonly language: Language;
  readonly timeZone: string;
  readonly now: number;
}

const MOST_LINES = 15;
/** So often returned, a ticket needs another look. */
const RETURNED_OFTEN = 2;

/** The three hand-written parts as the log and the tickets suggest them, a line for each thing. */
export function prefillSections(
  { items, red, returned, watched }: PrefillSources,
  { language, timeZone, now }: PrefillSetting,
): Readonly<Record<ReportSection, string>> {
  const t = reportTexts(language).prefill;
  const clock = reportClock(timeZone, language, now);
  const said = (...kinds: readonly ReportItem['kind'][]) =>
    items.filter(({ kind }) => kinds.includes(kind));
  const about = ({ number, text }: ReportItem) => (number === null ? text : `${number}: ${text}`);
  const ends = (until: number | null) => (until === null ? [] : [t.until(clock.at(until))]);
  const isWatched = ({ until }: ReportItem) => until === null || until > now;
  const late = red.filter(({ why }) => why.includes('breached'));
  const often = returned.filter(({ times }) => times >= RETURNED_OFTEN);
  return {
    how: lines([
      ...said('remark', 'staffing').map(about),
      ...said('thanks').map((item) => `${t.thanks}: ${about(item)}`),
    ]),
    attention: lines([
      ...said('attention').map(about),
      ...late.map(({ number, subject }) => `${number} ${subject}: ${t.overdue}`),
      ...often.map(({ number, subject, times }) => `${number} ${subject}: ${t.returned(times)}`),
    ]),
    watch: lines([
      ...said('watch')
        .filter(isWatched)
        .map((item) => {
          const { until, stopWhen, ifMoves } = item;
          const stop = stopWhen === '' ? [] : [t.stop(stopWhen)];
          const moves = ifMoves === '' ? [] : [t.moves(ifMoves)];
          return [about(item), ...ends(until), ...stop, ...moves].join('; ');
        }),
      ...watched.map(({ number, subject, what, until }) => {
        return [`${number} ${subject}: ${what}`, ...ends(until)].join('; ');
      }),
    ]),
  };
}

function lines(all: readonly string[]): string {
  return all
    .slice(0, MOST_LINES)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .join('\n');
}
