import { tuiTexts } from '../../i18n/tui-texts.ts';
import { toSafe } from '../../util/to-safe.ts';
import type { ReadArticle, UiState } from '../model/ui-state.ts';
import { articleDetail, isReviewDue } from './article-detail.ts';
import { articleLines } from './article-lines.ts';
import { rule } from './entry-lines.ts';
import { type Line, span, spread, word } from './line.ts';
import { wrapSpans } from './styled-text.ts';

/** Longer rows are hard to read. */
const MOST_COLUMNS = 100;
const MARGIN = 1;

/** The open article: what stands still, and the rows that are scrolled under it. */
export interface ArticleView {
  readonly head: readonly Line[];
  readonly lines: readonly Line[];
  /** Rows for the text. */
  readonly height: number;
}

/** Lays the open article out for the window. */
export function articleView(article: ReadArticle, state: UiState): ArticleView {
  const width = Math.min(MOST_COLUMNS, state.columns - 2 * MARGIN);
  const title = wrapSpans([span(toSafe(article.shown.article.title), 'title')], width);
  const text = [...articleLines(article.blocks, width), ...relatedLines(article, state)];
  const lines = text.map((line): Line => [word(' '.repeat(MARGIN)), ...line]);
  const height = Math.max(1, state.rows - 2 - title.length - 2);
  const head = [
    ...title.map((line): Line => [word(' '.repeat(MARGIN)), ...line]),
    metaLine(article, state, placeOf(article.scroll, lines.length, height)),
    rule(state.columns),
  ];
  return { head, lines, height };
}

/** The first visible row: the window may have grown since the last move. */
export function articleTop({ scroll }: ReadArticle, { lines, height }: ArticleView): number {
  return Math.max(0, Math.min(scroll, lines.length - height));
}

function placeOf(scroll: number, total: number, height: number): string {
  if (total <= height) return '';
  return `${Math.min(100, Math.round((100 * (scroll + height)) / total))}% `;
}

function metaLine({ shown }: ReadArticle, state: UiState, place: string): Line {
  const { article } = shown;
  const tags = article.tags.slice(0, 6).map((tag) => `#${tag}`);
  const parts = [...articleDetail(article, state), ...tags];
  const role = isReviewDue(article, state) ? 'warning' : 'muted';
  const left = [word(' '.repeat(MARGIN)), span(toSafe(parts.join(' · ')), role)];
  return spread(left, [word(place === '' ? '' : ` ${place}`, 'muted')], state.columns);
}

function relatedLines({ shown }: ReadArticle, state: UiState): Line[] {
  if (shown.related.length === 0) return [];
  const t = tuiTexts(state.language);
  return [
    [],
    [word(t.relatedTitle, 'title')],
    ...shown.related.map((article): Line => {
      return [
        word('→ ', 'muted'),
        span(toSafe(article.title)),
        span(toSafe(` [${article.id}]`), 'muted'),
      ];
    }),
  ];
}
