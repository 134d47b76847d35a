import { type FoundArticles, type Knowledge, searchArticles } from '../../app/content/knowledge.ts';
import {
  countArticles,
  facetOf,
  type Narrowing,
  wholeBase,
} from '../../app/knowledge/narrow-articles.ts';
import { noteLeftSearch } from '../../app/knowledge/open-article.ts';
import { articleKinds, knownKind } from '../../domain/article.ts';
import { bufferOf } from '../input/text-buffer.ts';
import { historyOf, type TextHistory } from '../input/text-history.ts';
import type { CurrentSearch, KnowledgeState } from './knowledge-state.ts';
import { sayProblem } from './say-problem.ts';
import type { Ui } from './ui.ts';

/** So many are the best; who wants more says more. */
export const MOST_HITS = 50;
/** Nobody scrolls further: there the search and the narrowing are the way. */
const MOST_LISTED = 2_000;

/** Takes what was typed. The letter is painted first, then it is answered. */
export function searchKnowledge(ui: Ui, query: TextHistory): void {
  const { knowledge } = ui.store.get();
  const { text } = query.present;
  ui.store.set({ knowledge: { ...knowledge, query } });
  if (text === knowledge.query.present.text) return;
  setImmediate(() => {
    // Another letter has overtaken this one: only the last is answered.
    if (ui.store.get().knowledge.query.present.text !== text) return;
    try {
      settleSearch(ui);
    } catch (error) {
      sayProblem(ui, error);
    }
  });
}

/** Answers what is typed by now, unless it is answered already. */
export function settleSearch(ui: Ui): void {
  const { knowledge } = ui.store.get();
  if (knowledge.asked === knowledge.query.present.text) return;
  ask(ui, { ...knowledge, selected: 0, top: 0 });
}

/** Answers once more: the base or the language is another one. The selected article stays so. */
export function answerAgain(ui: Ui): void {
  const { knowledge } = ui.store.get();
  const id = knowledge.hits[knowledge.selected]?.article.id;
  ask(ui, knowledge);
  const { hits } = ui.store.get().knowledge;
  const again = hits.findIndex(({ article }) => article.id === id);
  if (again < 0) return;
  ui.store.set({ knowledge: { ...ui.store.get().knowledge, selected: again } });
}

/** Looks at another part of the base. */
export function narrowTo(ui: Ui, narrowing: Narrowing): void {
  ask(ui, { ...ui.store.get().knowledge, narrowing, selected: 0, top: 0 });
}

/** Takes the last choice away; false when there is none. */
export function widen(ui: Ui): boolean {
  const { narrowing } = ui.store.get().knowledge;
  const chosen = (['kind', 'line', 'tag', 'state'] as const).filter((key) => narrowing[key]);
  const last = chosen.at(-1);
  if (last === undefined) return false;
  narrowTo(ui, { ...narrowing, [last]: null });
  return true;
}

/** Nothing is read. */
export const noArticle = { article: null, besideTicket: null, isLesson: false } as const;

/** Puts a query into the search line and answers it over the whole base. */
export function startSearch(ui: Ui, text: string): void {
  const query = historyOf(bufferOf(text));
  const { knowledge } = ui.store.get();
  const start = { query, narrowing: wholeBase, ...noArticle };
  ui.store.set({ tab: 'knowledge' });
  ask(ui, { ...knowledge, ...start, isTyping: false, selected: 0, top: 0 });
}

/** The search is left: when nothing was opened from it, those who write the articles hear of it. */
export function leaveSearch(ui: Ui): void {
  const { knowledge } = ui.store.get();
  const { search } = knowledge;
  if (search === null) return;
  if (!search.isSettled) noteLeftSearch(ui.desk(), search);
  ui.store.set({ knowledge: { ...knowledge, search: { ...search, isSettled: true } } });
}

function ask(ui: Ui, knowledge: KnowledgeState): void {
  const { base, query, narrowing, selected } = knowledge;
  const { text } = query.present;
  if (base === null) return ui.store.set({ knowledge });
  const found = find(ui, base, { text, narrowing });
  if (text.trim() === '') leaveSearch(ui);
  const last = Math.max(0, found.hits.length - 1);
  const search = currentSearch(ui.store.get().knowledge.search, text, found.hits.length > 0);
  ui.store.set({
    knowledge: { ...knowledge, ...found, asked: text, search, selected: Math.min(selected, last) },
  });
}

/** Letters taken away again lead back to the same search. */
function currentSearch(
  before: CurrentSearch | null,
  query: string,
  hasHits: boolean,
): CurrentSearch | null {
  if (query.trim() === '') return null;
  if (before?.query.startsWith(query)) return before;
  return { query, hasHits, isSettled: false };
}

interface Asked {
  readonly text: string;
  readonly narrowing: Narrowing;
}

function find(
  ui: Ui,
  base: Knowledge,
  { text, narrowing }: Asked,
): FoundArticles & { readonly total: number } {
  const lang = ui.store.get().language;
  const facet = facetOf(base, narrowing);
  if (text.trim() !== '') {
    const found = searchArticles(base, text, { limit: MOST_HITS, lang, facet });
    return { ...found, total: found.hits.length };
  }
  const all = searchArticles(base, text, { limit: MOST_LISTED, lang, facet });
  const order = facet.ids ? placesIn(facet.ids) : null;
  const titles = new Intl.Collator(lang);
  const hits = all.hits.toSorted((a, b) => {
    if (order) return order(a.article.id) - order(b.article.id);
    const byKind = kindPlace(a.article.kind) - kindPlace(b.article.kind);
    return byKind || titles.compare(a.article.title, b.article.title);
  });
  const total = hits.length < MOST_LISTED ? hits.length : countArticles(base, narrowing, lang);
  return { ...all, hits, total };
}

function placesIn(ids: readonly string[]): (id: string) => number {
  const places = new Map(ids.map((id, place) => [id, place]));
  return (id) => places.get(id) ?? ids.length;
}

/** Our kinds stand in their order, words of an imported set behind them. */
function kindPlace(kind: string): number {
  const known = knownKind(kind);
  return known === null ? articleKinds.length : articleKinds.indexOf(known);
}
