import type { ArticleOpinion } from '../../app/knowledge/article-opinion.ts';
import { knowledgeTexts } from '../../i18n/knowledge-texts.ts';
import { tuiTexts } from '../../i18n/tui-texts.ts';
import { toSafe } from '../../util/to-safe.ts';
import type { ReadArticle } from '../model/knowledge-state.ts';
import type { UiState } from '../model/ui-state.ts';
import { articleDetail, isReviewDue } from './article-detail.ts';
import { articleLines, type OutlineItem } from './article-lines.ts';
import { rule } from './entry-lines.ts';
import { clip, type Line, span, spread, word } from './line.ts';
import { searchField } from './search-field.ts';
import { markLine, wrapSpans } from './styled-text.ts';

/** Longer rows are hard to read. */
const MOST_COLUMNS = 100;
const MARGIN = 1;
/** From this width on the contents stand beside the text. */
const WIDE = 160;
const SIDE = 44;

/** The open article: what stands still, and the rows that are scrolled under it. */
export interface ArticleView {
  readonly head: readonly Line[];
  readonly lines: readonly Line[];
  readonly outline: readonly OutlineItem[];
  /** Rows for the text. */
  readonly height: number;
  /** Columns of the contents beside the text; 0 when they are not there. */
  readonly sideWidth: number;
}

/** Lays the open article out for the window. */
export function articleView(article: ReadArticle, state: UiState): ArticleView {
  const hasHeadings = article.blocks.some(({ kind }) => kind === 'heading');
  const sideWidth = state.columns >= WIDE && hasHeadings ? SIDE : 0;
  const width = Math.min(MOST_COLUMNS, state.columns - sideWidth - 2 * MARGIN);
  const title = wrapSpans([span(toSafe(article.shown.article.title), 'title')], width);
  const { lines: rows, outline } = articleLines(article.blocks, width);
  const above = attributionLines(article, state, width);
  const text = [...above, ...rows, ...relatedLines(article, state)];
  const lines = text.map((line): Line => [word(' '.repeat(MARGIN)), ...line]);
  const height = Math.max(1, state.rows - 2 - title.length - 2);
  const head = [
    ...title.map((line): Line => [word(' '.repeat(MARGIN)), ...line]),
    article.find?.isTyping
      ? findLine(article, lines, state)
      : metaLine(article, state, placeOf(article.scroll, lines.length, height)),
    rule(state.columns),
  ];
  const places = outline.map((item) => ({ ...item, row: item.row + above.length }));
  return { head, lines, outline: places, height, sideWidth };
}

/** The first visible row: the window may have grown since the last move. */
export function articleTop({ scroll }: ReadArticle, { lines, height }: ArticleView): number {
  return Math.max(0, Math.min(scroll, lines.length - height));
}

/** A row as the text that is searched in it. */
export function rowText(line: Line): string {
  return line.map(({ text }) => text).join('');
}

/** The rows in sight, what is looked for marked, the contents beside them where there is room. */
export function visibleRows(article: ReadArticle, view: ArticleView, state: UiState): Line[] {
  const top = articleTop(article, view);
  const contents = view.sideWidth > 0 ? contentsLines(view, top, state) : [];
  return view.lines.slice(top, top + view.height).map((line, i) => {
    const row = marked(line, top + i, article);
    const beside = contents[i];
    if (view.sideWidth === 0) return row;
    const text = clip(row, MOST_COLUMNS + 2 * MARGIN);
    return [...text, word('│ ', 'muted'), ...(beside ?? [])];
  });
}

/** The match last gone to has a sign before its row, for terminals without colours. */
function marked(line: Line, place: number, { find }: ReadArticle): Line {
  if (!find) return line;
  const found = markLine(line, find.inRow(rowText(line)));
  return place === find.row ? [word('›', 'match'), ...found.slice(1)] : found;
}

/** The headings; the part that is being read stands out. */
function contentsLines({ outline, height, lines }: ArticleView, top: number, state: UiState) {
  const isAtEnd = top > 0 && top + height >= lines.length;
  const reached = isAtEnd ? top + height - 1 : top;
  const current = Math.max(
    0,
    outline.findLastIndex(({ row }) => row <= reached),
  );
  const room = height - 1;
  const first = Math.max(0, Math.min(current - Math.floor(room / 2), outline.length - room));
  const rows = outline.slice(first, first + room).map(({ text, depth }, i): Line => {
    const isCurrent = first + i === current;
    const mark = isCurrent ? '› ' : '  ';
    const indent = '  '.repeat(Math.min(depth, 4));
    return [word(mark + indent, 'key'), span(toSafe(text), isCurrent ? 'strong' : 'muted')];
  });
  return [[word(knowledgeTexts(state.language).contents, 'title')], ...rows];
}

function placeOf(scroll: number, total: number, height: number): string {
  if (total <= height) return '';
  return `${Math.min(100, Math.round((100 * (scroll + height)) / total))}% `;
}

function findLine({ find }: ReadArticle, lines: readonly Line[], state: UiState): Line {
  const k = knowledgeTexts(state.language);
  if (!find) return [];
  const count = lines.filter((line) => find.inRow(rowText(line)).length > 0).length;
  const isEmpty = find.query.present.text.trim() === '';
  const found = count > 0 ? k.findCount(count) : k.findNothing;
  const field = searchField(find.query.present, true, Math.min(48, Math.floor(state.columns / 2)));
  return spread(
    [word(` ${k.findTitle} `, 'muted'), ...field],
    [word(isEmpty ? '' : ` ${found} `, count > 0 ? 'muted' : 'warning')],
    state.columns,
  );
}

function metaLine({ shown, opinion }: ReadArticle, state: UiState, place: string): Line {
  const { article } = shown;
  const k = knowledgeTexts(state.language);
  const tags = article.tags.slice(0, 6).map((tag) => `#${tag}`);
  const parts = [
    ...articleDetail(article, state),
    ...(opinion.isFavourite ? [k.favourite] : []),
    ...opinionParts(opinion, state),
    ...tags,
  ];
  const role = isReviewDue(article, state) ? 'warning' : 'muted';
  const left = [word(' '.repeat(MARGIN)), span(toSafe(parts.join(' · ')), role)];
  return spread(left, [word(place === '' ? '' : ` ${place}`, 'muted')], state.columns);
}

function opinionParts({ use }: ArticleOpinion, { language }: UiState): string[] {
  if (use === null) return [];
  const { helped, opened, stars, ratings } = use;
  const k = knowledgeTexts(language);
  const mean = stars?.toLocaleString(language, { maximumFractionDigits: 1 });
  return [
    ...(helped > 0 ? [k.helpedTimes(helped)] : []),
    ...(mean === undefined ? [] : [k.rating(mean, ratings)]),
    ...(opened > 1 ? [k.openedTimes(opened)] : []),
  ];
}

/** Whose text it is stands above it, whole: some licences ask for no less. */
function attributionLines({ shown }: ReadArticle, state: UiState, width: number): Line[] {
  const { attribution } = shown.article;
  if (attribution === null) return [];
  const k = knowledgeTexts(state.language);
  const { source, licence } = attribution;
  const parts = [
    ...(source === '' ? [] : [k.attribution(source)]),
    ...(licence === '' ? [] : [k.licence(licence)]),
  ];
  return [...wrapSpans([span(toSafe(parts.join(' · ')), 'muted')], width), []];
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
