import type { PracticeTuiTexts } from '../../i18n/practice-tui-texts.ts';
import type { RunScore } from '../../practice/run/run-state.ts';
import { textWidth } from '../../util/text-width.ts';
import { toSafe } from '../../util/to-safe.ts';
import { type Line, lineWidth, type Span, span, word } from './line.ts';

const BAR = 6;

/** Each section with its bar, as many in a row as fit. */
export function sectionLines(
  sections: RunScore['sections'],
  t: PracticeTuiTexts,
  width: number,
): Line[] {
  const rows: Span[][] = [];
  for (const section of sections) {
    const cell = sectionCell(section, t);
    const last = rows.at(-1);
    if (last && lineWidth(last) + lineWidth(cell) <= width) last.push(...cell);
    else rows.push([word(' '), ...cell]);
  }
  return rows;
}

function sectionCell(
  { id, score, max, isZeroed }: RunScore['sections'][number],
  t: PracticeTuiTexts,
): Span[] {
  const full = max === 0 ? 0 : Math.round((score * BAR) / max);
  const name = t.sectionName(id);
  const role = isZeroed ? 'breach' : score === max ? 'good' : 'plain';
  const sum = `${isZeroed ? '×' : ''}${score}/${max}`;
  return [
    span(toSafe(` ${name} `), 'muted'),
    word('█'.repeat(full), role),
    word('░'.repeat(BAR - full), 'muted'),
    word(` ${sum}${' '.repeat(Math.max(0, 6 - textWidth(sum)))}`, role),
  ];
}
