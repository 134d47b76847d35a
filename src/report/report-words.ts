import type { RedItem, ReportTicket, ShiftReport, Volume } from '../domain/report/shift-report.ts';
import type { Language } from '../domain/vocabulary.ts';
import { deadlineTexts } from '../i18n/deadline-texts.ts';
import { queuesTexts } from '../i18n/queues-texts.ts';
import { type ReportTexts, reportTexts } from '../i18n/report-texts.ts';
import { type ReportClock, reportClock } from './report-clock.ts';

/** The words and the clock in which one report is written out. */
export interface ReportWords {
  readonly language: Language;
  readonly t: ReportTexts;
  readonly clock: ReportClock;
  /** `SM-12 P1 Mail is down · Romashka`. */
  readonly ticket: (ticket: ReportTicket) => string;
  readonly owner: (ticket: Pick<ReportTicket, 'owner'>) => string;
  readonly why: (reasons: RedItem['why']) => string;
  readonly target: (code: string) => string;
  readonly channel: (code: string) => string;
  /** What a row of a volume is called; what has no name says so. */
  readonly counted: (by: Volume['by'], row: Volume['rows'][number]) => string;
}

/** The words of a report; its times are told by its own zone. */
export function reportWords(
  { timeZone, startsAt }: Pick<ShiftReport, 'timeZone' | 'startsAt'>,
  language: Language,
): ReportWords {
  const t = reportTexts(language);
  const channel = (code: string) => lookUp(queuesTexts(language).channels, code);
  return {
    language,
    t,
    clock: reportClock(timeZone, language, startsAt),
    ticket: ({ number, priority, subject, customer }) => {
      return [`${number} ${priority} ${subject}`, ...(customer ? [customer] : [])].join(' · ');
    },
    owner: ({ owner }) => owner?.name ?? t.nobody,
    why: (reasons) =>
      said(reasons)
        .map((reason) => t.red[reason])
        .join(', '),
    target: (code) => lookUp(deadlineTexts(language).targets, code),
    channel,
    counted: (by, { code, name }) => {
      if (by === 'channel') return channel(code);
      return (by === 'kind' ? lookUp(t.kinds, code) : name) || t.unknown;
    },
  };
}

/** The priority stands beside its ticket anyway. */
function said(reasons: RedItem['why']): RedItem['why'] {
  return reasons.filter((reason) => reason !== 'p1' && reason !== 'p2');
}

/** The word for a code; what is not known says itself. */
export function lookUp(words: Readonly<Record<string, string>>, code: string): string {
  return Object.hasOwn(words, code) ? (words[code] ?? code) : code;
}
