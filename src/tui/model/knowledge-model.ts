import { setImmediate } from 'node:timers/promises';
import { type Knowledge, searchArticles, showArticle } from '../../app/content/knowledge.ts';
import { parseArticleMarkdown } from '../../content/article-markdown.ts';
import { type Article, articleKinds } from '../../domain/article.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { bufferOf } from '../input/text-buffer.ts';
import { historyOf, type TextHistory } from '../input/text-history.ts';
import { articleView } from '../present/article-view.ts';
import { hitsLayout } from '../present/knowledge-lines.ts';
import { nextTop } from '../present/list-window.ts';
import { sayProblem } from './say-problem.ts';
import { say, texts, type Ui } from './ui.ts';
import type { KnowledgeState } from './ui-state.ts';

const MOST_HITS = 50;

/** The knowledge tab before anything was read. */
export const emptyKnowledge: KnowledgeState = {
  base: null,
  query: historyOf(bufferOf('')),
  isTyping: true,
  hits: [],
  readAs: null,
  suggestion: null,
  selected: 0,
  top: 0,
  article: null,
};

/** Goes to the knowledge tab with the caret in the search line; an article being read stays open. */
export function openKnowledge(ui: Ui): void {
  const { knowledge } = ui.store.get();
  // The language may have been switched since.
  ui.store.set({ tab: 'knowledge', knowledge: answer(ui, { ...knowledge, isTyping: true }) });
  void loadKnowledge(ui);
}

/** Reads the articles if they were not read yet, and answers what was typed meanwhile. */
export async function loadKnowledge(ui: Ui): Promise<void> {
  try {
    const base = await ui.content().knowledge();
    const { knowledge } = ui.store.get();
    if (knowledge.base === base) return;
    ui.store.set({ knowledge: answer(ui, { ...knowledge, base }) });
    // The list is painted first; then the index is built, before the first letter needs it.
    await setImmediate();
    base.search();
  } catch (error) {
    sayProblem(ui, error);
  }
}

/** Answers while the query is being typed. */
export function searchKnowledge(ui: Ui, query: TextHistory): void {
  const { knowledge } = ui.store.get();
  const isSame = query.present.text === knowledge.query.present.text;
  const next = { ...knowledge, query };
  ui.store.set({ knowledge: isSame ? next : answer(ui, { ...next, selected: 0, top: 0 }) });
}

function answer(ui: Ui, knowledge: KnowledgeState): KnowledgeState {
  const { base, query, selected } = knowledge;
  if (base === null) return knowledge;
  const lang = ui.store.get().language;
  const { text } = query.present;
  const isAll = text.trim() === '';
  const limit = isAll ? base.articles.length : MOST_HITS;
  const found = searchArticles(base, text, { limit, lang });
  const hits = isAll
    ? found.hits.toSorted((a, b) => compareListed(a.article, b.article))
    : found.hits;
  return {
    ...knowledge,
    ...found,
    hits,
    selected: Math.min(selected, Math.max(0, hits.length - 1)),
  };
}

function compareListed(a: Article, b: Article): number {
  const place = ({ kind }: Article) => articleKinds.findIndex((known) => known === kind);
  const byKind = place(a) - place(b);
  return byKind || a.title.localeCompare(b.title);
}

/** Moves the selection among the hits, also while the query is being typed. */
export function moveHit(ui: Ui, delta: number): void {
  const { knowledge } = ui.store.get();
  const last = knowledge.hits.length - 1;
  if (last < 0) return;
  const selected = Math.min(last, Math.max(0, knowledge.selected + delta));
  const { visible } = hitsLayout(ui.store.get());
  const window = { top: knowledge.top, height: visible, total: knowledge.hits.length };
  ui.store.set({ knowledge: { ...knowledge, selected, top: nextTop(window, selected) } });
}

/** Opens the selected article. The hits wait behind it at the same place. */
export function readSelected(ui: Ui): void {
  const { base, hits, selected } = ui.store.get().knowledge;
  const hit = hits[selected];
  if (base && hit) showIn(ui, base, hit.article.id, hit.article.lang);
}

/** Opens an article by its id in the knowledge tab, from anywhere. */
export async function openArticle(ui: Ui, id: string): Promise<void> {
  await loadKnowledge(ui);
  const { base } = ui.store.get().knowledge;
  if (base) showIn(ui, base, id, ui.store.get().language);
}

function showIn(ui: Ui, base: Knowledge, id: string, lang: Language): void {
  const shown = showArticle(base, id, lang);
  if (!shown) return say(ui, texts(ui).toastNotFound, 'problem');
  const blocks = parseArticleMarkdown(shown.article.body);
  const { knowledge } = ui.store.get();
  ui.store.set({
    tab: 'knowledge',
    knowledge: { ...knowledge, isTyping: false, article: { shown, blocks, scroll: 0 } },
  });
}

/** Back from the article to the hits, at the same place. */
export function leaveArticle(ui: Ui): void {
  const { knowledge } = ui.store.get();
  ui.store.set({ knowledge: { ...knowledge, article: null, isTyping: false } });
}

/** Puts the caret into the search line, or takes it out. */
export function setTyping(ui: Ui, isTyping: boolean): void {
  ui.store.set({ knowledge: { ...ui.store.get().knowledge, isTyping } });
}

/** Scrolls the open article by rows; it stops at its ends. */
export function scrollArticle(ui: Ui, delta: number): void {
  const state = ui.store.get();
  const { article } = state.knowledge;
  if (!article) return;
  const { height, lines } = articleView(article, state);
  const last = Math.max(0, lines.length - height);
  const scroll = Math.min(last, Math.max(0, Math.min(article.scroll, last) + delta));
  ui.store.set({ knowledge: { ...state.knowledge, article: { ...article, scroll } } });
}
