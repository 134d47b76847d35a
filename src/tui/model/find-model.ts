import { textFinder } from '../../app/content/find-in-text.ts';
import { knowledgeTexts } from '../../i18n/knowledge-texts.ts';
import { bufferOf } from '../input/text-buffer.ts';
import { historyOf, type TextHistory } from '../input/text-history.ts';
import { articleTop, articleView, rowText } from '../present/article-view.ts';
import type { ArticleFind } from './knowledge-state.ts';
import { changeArticle, goToRow } from './reader-model.ts';
import { say, type Ui } from './ui.ts';

/** Opens the line of the search inside the article. */
export function startFind(ui: Ui): void {
  const query = historyOf(bufferOf(''));
  changeArticle(ui, { find: { query, isTyping: true, inRow: () => [], row: -1 } });
}

/** Looks for what is typed; the nearest match from here on comes into sight. */
export function typeFind(ui: Ui, query: TextHistory): void {
  const state = ui.store.get();
  const { article } = state.knowledge;
  if (!article) return;
  const { text } = query.present;
  const view = articleView(article, state);
  const rows = view.lines.map(rowText);
  const find: ArticleFind = {
    query,
    isTyping: true,
    inRow: textFinder(text, rows.join('\n')),
    row: -1,
  };
  changeArticle(ui, { find });
  const matches = matchesIn(rows, find);
  const top = articleTop(article, view);
  const row = matches.find((place) => place >= top) ?? matches[0];
  if (row !== undefined) goToMatch(ui, find, row);
}

/** Leaves the line; what was found stays marked. */
export function keepFind(ui: Ui): void {
  const find = ui.store.get().knowledge.article?.find;
  if (!find) return;
  const isEmpty = find.query.present.text.trim() === '';
  changeArticle(ui, { find: isEmpty ? null : { ...find, isTyping: false } });
}

/** Leaves the line and takes its marks away. */
export function dropFind(ui: Ui): void {
  changeArticle(ui, { find: null });
}

/** Goes to the next or previous match, round the ends. */
export function stepFind(ui: Ui, direction: 1 | -1): void {
  const state = ui.store.get();
  const { article } = state.knowledge;
  const k = knowledgeTexts(state.language);
  if (!article?.find) return startFind(ui);
  const { find } = article;
  const view = articleView(article, state);
  const matches = matchesIn(view.lines.map(rowText), find);
  if (matches.length === 0) return say(ui, k.findNothing, 'problem');
  const from = find.row < 0 ? articleTop(article, view) - direction : find.row;
  const next =
    direction === 1
      ? matches.findIndex((row) => row > from)
      : matches.findLastIndex((row) => row < from);
  const at = next >= 0 ? next : direction === 1 ? 0 : matches.length - 1;
  goToMatch(ui, find, matches[at] ?? 0);
  say(ui, k.matchOf(at + 1, matches.length));
}

function matchesIn(rows: readonly string[], { inRow }: ArticleFind): number[] {
  return rows.flatMap((row, place) => (inRow(row).length > 0 ? [place] : []));
}

/** The match stands a little below the top, unless it is in sight already. */
function goToMatch(ui: Ui, find: ArticleFind, row: number): void {
  const state = ui.store.get();
  const { article } = state.knowledge;
  if (!article) return;
  changeArticle(ui, { find: { ...find, row } });
  const view = articleView(article, state);
  const top = articleTop(article, view);
  if (row < top || row >= top + view.height) goToRow(ui, row - Math.floor(view.height / 4));
}
