import type { PracticeRecordTexts } from '../i18n/practice-record-texts.ts';
import type { ReportView } from './view.ts';

/** What stands in a certificate; days are in words. */
export interface CertificateContent {
  readonly person: string;
  readonly title: string;
  readonly issuedOn: string;
  readonly issuedBy: string;
  readonly validUntil: string;
  readonly isExpired: boolean;
  readonly quizScore: number | null;
  readonly code: string;
  readonly exams: readonly {
    readonly title: string;
    readonly passedOn: string;
    readonly score: string;
    readonly scenarioHash: string;
  }[];
  /** Scenarios whose text is another one by now. */
  readonly changed: readonly string[];
}

/** A certificate as it is read, whatever it is written in. */
export function certificateView(
  content: CertificateContent,
  { certificate: t }: PracticeRecordTexts,
): ReportView {
  const { quizScore, isExpired, changed } = content;
  const rows = content.exams.map(({ title, passedOn, score }) => [title, passedOn, score]);
  const texts = content.exams.map(({ title, scenarioHash }) => {
    return { head: title, notes: [scenarioHash] };
  });
  return {
    title: t.title,
    header: [
      t.who(content.person),
      t.what(content.title),
      t.issued(content.issuedOn, content.issuedBy),
      t.until(content.validUntil),
      ...(quizScore === null ? [] : [t.quiz(quizScore)]),
      ...(isExpired ? [t.expired] : []),
      ...(changed.length > 0 ? [t.changed(changed.join(', '))] : []),
      t.code(content.code),
    ],
    parts: [
      {
        ...{ code: 'exams', title: t.exams, shown: '' },
        blocks: [{ type: 'table', columns: t.columns, rows }],
      },
      {
        ...{ code: 'texts', title: t.texts, shown: '' },
        blocks: [{ type: 'items', items: texts }],
      },
    ],
  };
}
