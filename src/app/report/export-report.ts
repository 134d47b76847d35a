import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ShiftReport } from '../../domain/report/shift-report.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { toCsv } from '../../report/csv.ts';
import { reportDocument } from '../../report/report-document.ts';
import { reportJson } from '../../report/report-json.ts';
import { reportTables } from '../../report/report-tables.ts';
import { typedPath } from '../desk/typed-path.ts';
import { writeWhole } from '../desk/write-whole.ts';

/** Into what a report is written from the screens. */
export const exportFormats = ['md', 'text', 'html', 'json', 'csv'] as const;
export type ExportFormat = (typeof exportFormats)[number];

const endings: Readonly<Record<ExportFormat, string>> = {
  md: '.md',
  text: '.txt',
  html: '.html',
  json: '.json',
  csv: '',
};

/** Where a report goes unless something else is typed; tables go into a folder. */
export function exportName({ ref }: Pick<ShiftReport, 'ref'>, format: ExportFormat): string {
  return `smena-${ref.replace(/[^\p{L}\p{N}-]+/gu, '_')}${endings[format]}`;
}

/** How and where a report is written. */
export interface ReportExport {
  readonly format: ExportFormat;
  /** As it was typed. */
  readonly path: string;
  readonly language: Language;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Writes a report to disk and says where. Throws a UserError when it cannot. */
export function exportReport(
  report: ShiftReport,
  { format, path, language, env }: ReportExport,
): string {
  const target = resolve(typedPath(path, env));
  if (format === 'csv') {
    if (!existsSync(target)) mkdirSync(target);
    for (const { name, columns, rows } of reportTables(report)) {
      writeWhole(join(target, `${name}.csv`), toCsv(columns, rows));
    }
  } else if (format === 'json') {
    writeWhole(target, `${JSON.stringify(reportJson(report, language), null, 2)}\n`);
  } else writeWhole(target, reportDocument(report, format, language));
  return target;
}
