import type { DiffLine } from '../../app/knowledge/compare-versions.ts';
import { knowledgeTexts } from '../../i18n/knowledge-texts.ts';
import { wrap } from '../../util/text-layout.ts';
import { toSafe } from '../../util/to-safe.ts';
import type { Proposal } from '../model/overlay-state.ts';
import type { UiState } from '../model/ui-state.ts';
import type { Role } from '../theme/theme.ts';
import { rule } from './entry-lines.ts';
import { type Line, span, word } from './line.ts';
import type { OverlayRows } from './overlay-lines.ts';

/** Unchanged lines around a change that say where it stands. */
const CONTEXT = 2;
const roleOf: Readonly<Record<DiffLine['sign'], Role>> = {
  '+': 'good',
  '-': 'breach',
  ' ': 'muted',
};

/** A change of an article: who wants it, and what goes and comes line by line. */
export function proposalRows(proposal: Proposal, state: UiState, height: number): OverlayRows {
  const head = headLines(proposal, state);
  const rows = changedLines(proposal, state);
  const room = Math.max(1, height - head.length);
  const top = Math.min(proposal.scroll, Math.max(0, rows.length - room));
  return { lines: [...head, ...rows.slice(top, top + room)] };
}

/** The last row that can be the first one in sight. */
export function proposalDepth(proposal: Proposal, state: UiState): number {
  const room = state.rows - 2 - headLines(proposal, state).length;
  return Math.max(0, changedLines(proposal, state).length - room);
}

function headLines({ open, title }: Proposal, state: UiState): Line[] {
  const k = knowledgeTexts(state.language);
  const { version, authorName, isStale } = open;
  const parts = [k.proposalBy(authorName, version.version), version.note];
  const about = parts.filter((part) => part !== '').join(' · ');
  return [
    [span(toSafe(` ${k.proposalTitle(title)}`), 'title')],
    [span(toSafe(` ${about}`), 'muted')],
    ...(isStale ? [[word(` ▲ ${k.proposalStale}`, 'warning')]] : []),
    rule(state.columns),
  ];
}

function changedLines({ lines }: Proposal, state: UiState): Line[] {
  const k = knowledgeTexts(state.language);
  const isNear = nearChange(lines);
  const rows: Line[] = [];
  let skipped = 0;
  const tellSkipped = () => {
    if (skipped > 0) rows.push([word(`   ${k.unchangedLines(skipped)}`, 'muted')]);
    skipped = 0;
  };
  for (const [i, { sign, text }] of lines.entries()) {
    if (!isNear(i)) {
      skipped += 1;
      continue;
    }
    tellSkipped();
    for (const [row, part] of wrap(toSafe(text), Math.max(10, state.columns - 4)).entries()) {
      rows.push([word(` ${row === 0 ? sign : ' '} `, roleOf[sign]), span(part, roleOf[sign])]);
    }
  }
  tellSkipped();
  return rows;
}

function nearChange(lines: readonly DiffLine[]): (place: number) => boolean {
  const near = new Set<number>();
  for (const [i, { sign }] of lines.entries()) {
    if (sign === ' ') continue;
    for (let place = i - CONTEXT; place <= i + CONTEXT; place += 1) near.add(place);
  }
  return (place) => near.has(place);
}
