import type { ExplainRow } from '../../i18n/deadline-page.ts';
import { toSafe } from '../../util/to-safe.ts';
import { type Line, span, word } from './line.ts';

/** The explanation of deadlines as rows of a page. */
export function explainLines(rows: readonly ExplainRow[]): readonly Line[] {
  return rows.map(({ text, role }) => [word(' '), span(toSafe(text), role)]);
}
