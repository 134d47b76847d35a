import type { ShiftReport } from '../domain/report/shift-report.ts';
import type { Language } from '../domain/vocabulary.ts';
import { htmlLetter } from './html/html-letter.ts';
import { htmlReport } from './html/html-report.ts';
import { drawnView, reportView, shortView } from './report-view.ts';
import { type ReportWords, reportWords } from './report-words.ts';
import { toEmail } from './to-email.ts';
import { toMarkdown } from './to-markdown.ts';
import { toPlainText } from './to-plain-text.ts';

/** A report written out for people, in one of the formats that are one text; Markdown else. */
export function reportDocument(report: ShiftReport, format: string, language: Language): string {
  const words = reportWords(report, language);
  const { t } = words;
  switch (format) {
    case 'text':
      return toPlainText(drawnView(report, words), t.none);
    case 'short':
      return toPlainText(shortView(report, words), t.none);
    case 'html':
      return htmlReport(report, language);
    case 'email':
      return toEmail({
        subject: subjectOf(report, words),
        text: toPlainText(reportView(report, words), t.none),
        html: htmlLetter(reportView(report, words), t.none, language),
        boundary: `smena-${report.shiftId.replace(/[^\w-]+/g, '-')}-${report.revision}`,
      });
    default:
      return toMarkdown(drawnView(report, words), t.none);
  }
}

function subjectOf(report: ShiftReport, { t, clock, language }: ReportWords): string {
  const red = report.cut['red'] ?? report.red.length;
  return t.subjectLine(report.name[language], clock.day(report.startsAt), red);
}
