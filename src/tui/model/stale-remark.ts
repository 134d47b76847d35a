import { isStale } from '../../domain/report/is-stale.ts';
import type { ShiftReport } from '../../domain/report/shift-report.ts';
import { shiftReportTexts } from '../../i18n/shift-report-texts.ts';
import { type Line, word } from '../present/line.ts';
import { createTimeText } from '../present/time-text.ts';
import type { Ui } from './ui.ts';

/** A row that says how old the picture is, above what is handed over by it; none while it is new. */
export function staleRemark(
  ui: Ui,
  report: Pick<ShiftReport, 'asOf' | 'lastSyncAt' | 'waitingToSync'>,
): readonly Line[] {
  const { asOf, lastSyncAt, waitingToSync } = report;
  if (lastSyncAt === null || !isStale(report)) return [];
  const { language, timeZone } = ui.store.get();
  const { form: w } = shiftReportTexts(language);
  const at = createTimeText(timeZone, language).at(lastSyncAt, asOf);
  return [[word(` ▲ ${w.stale(at, waitingToSync)}`, 'warning')]];
}
