import { writingTexts } from '../../i18n/writing-texts.ts';
import { toSafe } from '../../util/to-safe.ts';
import type { Finding } from '../../wording/finding.ts';
import type { UiState } from '../model/ui-state.ts';
import { type Line, span, spread, word } from './line.ts';
import { remarkText } from './remark-text.ts';

const weight: Readonly<Record<Finding['severity'], number>> = { E: 0, W: 1, H: 2 };

/** The weightiest remark about the text being written; null when there is none, or it is stale. */
export function remarkLine({ composer, remarks, language }: UiState, width: number): Line | null {
  const isFresh = remarks !== null && remarks.text === composer?.history.present.text;
  // Hints are for the review: a half-written sentence needs none.
  const worth = isFresh ? remarks.findings.filter(({ severity }) => severity !== 'H') : [];
  const [first, ...more] = worth.toSorted((a, b) => weight[a.severity] - weight[b.severity]);
  if (!first) return null;
  const role = first.severity === 'E' ? 'breach' : 'warning';
  const rest = more.length > 0 ? `${writingTexts(language).remarksMore(more.length)} · ` : ' ';
  return spread(
    [word(` ${first.severity} `, role), span(toSafe(remarkText(first)), 'muted')],
    [word(`${rest}Ctrl+/ `, 'muted')],
    width,
  );
}
