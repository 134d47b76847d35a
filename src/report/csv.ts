import { showControls } from '../util/to-safe.ts';

/** A value of a table for programs; moments are told in UTC. */
export type CsvCell = string | number | boolean | null | { readonly at: number | null };

/** Signs at the beginning of a cell that a spreadsheet would take for a formula. */
const FORMULA = /^[\s]*[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]/;
const NUMBER = /^-?\d+(?:\.\d+)?$/;

/** Rows as CSV by RFC 4180; nothing in it is a formula. */
export function toCsv(columns: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const lines = [columns.map(quoted), ...rows.map((row) => row.map(cellOf))];
  return lines.map((line) => `${line.join(',')}\r\n`).join('');
}

function cellOf(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'boolean') return cell ? 'true' : 'false';
  if (typeof cell === 'string') return quoted(showControls(cell));
  return cell.at === null ? '' : new Date(cell.at).toISOString();
}

/** A text that begins like a formula gets an apostrophe, which spreadsheets show as text. */
function quoted(text: string): string {
  const guarded = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
