import type { ShiftReport } from '../domain/report/shift-report.ts';
import type { ReportWords } from './report-words.ts';
import type { ReportBlock, ReportPart } from './view.ts';

/** Lists of a report that may be too long to be read, or to be kept. */
export const cutLists = [
  ...(['red', 'promises', 'waiting', 'works', 'incidents', 'breached'] as const),
  ...(['escalations', 'returned', 'dragging', 'spent', 'items', 'rest'] as const),
];
export type CutList = (typeof cutLists)[number];

/** A report with one list no longer than that; `cut` tells how many rows there were. */
export function withShorter(
  report: ShiftReport,
  name: CutList,
  most: number,
  total = report.cut[name] ?? report[name].length,
): ShiftReport {
  if (report[name].length <= most && total <= most) return report;
  const cut = { ...report.cut, [name]: total };
  return { ...report, [name]: report[name].slice(0, most), cut };
}

type Section = keyof ReportWords['t']['sections'];

/** Makes the sections of a report: a list that was cut says how much of it is shown. */
export function partMaker(
  report: ShiftReport,
  { t }: ReportWords,
): (code: Section, blocks: readonly ReportBlock[]) => ReportPart {
  return (code, blocks) => {
    const list = cutLists.find((name) => name === code);
    const total = list && report.cut[list];
    const rows = list ? report[list].length : 0;
    const shown = total === undefined || total <= rows ? '' : t.shown(rows, total);
    return { code, title: t.sections[code], blocks, shown };
  };
}
