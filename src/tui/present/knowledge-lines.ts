import type { FoundArticle } from '../../app/content/knowledge.ts';
import { knowledgeTexts } from '../../i18n/knowledge-texts.ts';
import { tuiTexts } from '../../i18n/tui-texts.ts';
import type { Excerpt } from '../../search/match-excerpt.ts';
import { textWidth } from '../../util/text-width.ts';
import { literal, toSafe } from '../../util/to-safe.ts';
import type { UiState } from '../model/ui-state.ts';
import { isReviewDue, kindName, lineName } from './article-detail.ts';
import { type Line, type Span, span, spread, word } from './line.ts';
import { visibleTop } from './list-window.ts';
import { markedSpans } from './styled-text.ts';
import { whyLines } from './why-lines.ts';

/** Chrome of the list: tabs, the search row, a rule, footer. */
const CHROME = 4;

/** How many hits there is room for. */
export interface HitsLayout {
  readonly listHeight: number;
  /** Rows of one hit: the found line stands under the title. */
  readonly hitHeight: 1 | 2;
  readonly visible: number;
}

/** Splits the list's rows among the hits. A listing of everything has no found lines. */
export function hitsLayout(state: UiState): HitsLayout {
  const listHeight = state.rows - CHROME - whyLines(state).length;
  const hitHeight = isListing(state) ? 1 : 2;
  return { listHeight, hitHeight, visible: Math.max(1, Math.floor(listHeight / hitHeight)) };
}

/** Whether the rows are the whole base, or a part of it, and not the answer to a query. */
export function isListing({ knowledge }: UiState): boolean {
  return knowledge.asked.trim() === '';
}

/** The visible hits as rows, and which of them is the selected one. */
export function hitLines(state: UiState): { lines: Line[]; selected: number | undefined } {
  const { hits, selected, top, base } = state.knowledge;
  if (hits.length === 0) {
    const lines = base ? emptyLines(state) : [[], [readingWord(state)]];
    return { lines, selected: undefined };
  }
  const { visible, hitHeight } = hitsLayout(state);
  const first = visibleTop({ top, height: visible, total: hits.length }, selected);
  const lines = hits.slice(first, first + visible).flatMap((hit) => {
    const title = titleLine(hit, state);
    return hitHeight === 1 ? [title] : [title, foundLine(hit, state.columns)];
  });
  return { lines, selected: (selected - first) * hitHeight };
}

function titleLine({ article, titleRanges }: FoundArticle, state: UiState): Line {
  const left = [word(' '), ...markedSpans(article.title, titleRanges, 'strong')];
  return spread(left, [word('  '), ...aboutSpans(article, state), word(' ')], state.columns);
}

/** Of what is known about an article, as much as leaves the title its room; its age comes first. */
function aboutSpans(article: FoundArticle['article'], state: UiState): Span[] {
  const isDue = isReviewDue(article, state);
  const mark = isDue ? `▲ ${knowledgeTexts(state.language).overdueMark}` : '';
  const parts = [kindName(article.kind, state), lineName(article.line, state)];
  const room = state.columns * 0.42 - textWidth(mark);
  while (parts.length > (isDue ? 0 : 1) && textWidth(parts.join(' · ')) + 2 > room) parts.pop();
  const about = span(toSafe(parts.join(' · ')), 'muted');
  if (!isDue) return [about];
  return parts.length > 0 ? [word(mark, 'warning'), word('  '), about] : [word(mark, 'warning')];
}

const LEAD = '   ';

/** The line of the article that answers best, with the words that were met; else its tags. */
function foundLine({ article, excerpt }: FoundArticle, width: number): Line {
  if (excerpt === null) {
    return [word(LEAD), span(toSafe(article.tags.map((tag) => `#${tag}`).join(' ')), 'muted')];
  }
  const { line, ranges } = withoutMarks({ ...excerpt, line: excerpt.line.replace(/\s/g, ' ') });
  const room = width - LEAD.length - 2;
  const first = ranges[0]?.[0] ?? 0;
  const last = ranges.at(-1)?.[1] ?? 0;
  // The words that were met stay in sight, with something before them.
  const from = last <= room ? 0 : Math.max(0, first - Math.floor(room / 3));
  const shifted = ranges.map(([start, end]) => [start - from, end - from] as const);
  const lead = from > 0 ? '  …' : LEAD;
  return [word(lead, 'muted'), ...markedSpans(line.slice(from), shifted, 'muted')];
}

/** The line without the marks of Markdown, which say nothing here. */
function withoutMarks({ line, ranges }: Excerpt): Pick<Excerpt, 'line' | 'ranges'> {
  const marks = [...line.matchAll(/^\s*(?:[-*+>#|]+\s+|\d+[.)]\s+)|^\s+|\*\*|`|\s*\|\s*$/g)];
  const removed = (offset: number) =>
    marks.reduce(
      (sum, { index, 0: mark }) => sum + Math.max(0, Math.min(mark.length, offset - index)),
      0,
    );
  let text = '';
  let at = 0;
  for (const { index, 0: mark } of marks) {
    text += line.slice(at, index);
    at = index + mark.length;
  }
  return {
    line: text + line.slice(at),
    ranges: ranges.map(([start, end]) => [start - removed(start), end - removed(end)]),
  };
}

/** The first opening reads every article, which takes a while. */
function readingWord({ language }: UiState): Span {
  return word(`   ${knowledgeTexts(language).readingBase}`, 'muted');
}

/** An empty answer says what to do next. */
function emptyLines(state: UiState): Line[] {
  const t = tuiTexts(state.language);
  const { suggestion } = state.knowledge;
  if (isListing(state)) return [[], [word(`   ${t.emptyBase}`, 'muted')]];
  const hint: Line[] = suggestion
    ? [[span(literal('   ')), span(toSafe(t.didYouMean(suggestion)), 'warning')]]
    : [];
  return [[], ...hint, [word(`   ${t.nothingFound}`, 'muted')]];
}
