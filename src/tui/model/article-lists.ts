import { listBackups, listOverdue } from '../../app/knowledge/list-overdue.ts';
import { listLostSearches } from '../../app/knowledge/lost-search.ts';
import { popularArticles } from '../../app/knowledge/popular-articles.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { type KnowledgeTexts, knowledgeTexts } from '../../i18n/knowledge-texts.ts';
import { dayText, lineName } from '../present/article-detail.ts';
import { startSearch } from './knowledge-search.ts';
import { openPicker } from './overlays.ts';
import { openArticle } from './reader-model.ts';
import { say, type Ui } from './ui.ts';

const MOST_POPULAR = 50;

/** An article of a list and what the list says of it. */
interface ListedArticle {
  readonly article: { readonly id: string; readonly lang: Language; readonly title: string };
  readonly detail: string;
}

interface ArticleList {
  readonly title: string;
  readonly empty: string;
  readonly items: readonly ListedArticle[];
}

/** Articles of my line whose review is overdue. */
export async function showOverdue(ui: Ui): Promise<void> {
  const { line } = ui.desk().me;
  const due = await listOverdue(ui.desk(), line);
  const state = ui.store.get();
  const k = words(ui);
  openList(ui, {
    title: k.pickOverdue(lineName(line, state)),
    empty: k.noOverdue,
    items: due.map(({ article, reviewBy }) => {
      return { article, detail: k.reviewBy(dayText(reviewBy, state)) };
    }),
  });
}

/** Articles about backups that nobody has proved lately. */
export async function showStaleBackups(ui: Ui): Promise<void> {
  const backups = await listBackups(ui.desk(), true);
  const state = ui.store.get();
  const k = words(ui);
  openList(ui, {
    title: k.pickBackups,
    empty: k.noBackups,
    items: backups.map(({ article, provenUntil: until }) => {
      const detail = until === null ? k.neverProved : k.provedUntil(dayText(until, state));
      return { article, detail };
    }),
  });
}

/** The articles that are used most. */
export async function showPopular(ui: Ui): Promise<void> {
  const popular = await popularArticles(ui.desk(), MOST_POPULAR);
  const k = words(ui);
  openList(ui, {
    title: k.pickPopular,
    empty: k.noPopular,
    items: popular.map(({ article, use, isFavourite }) => {
      const helped = use.helped > 0 ? [k.helpedTimes(use.helped)] : [];
      const own = isFavourite ? [k.favourite] : [];
      return { article, detail: [...own, ...helped, k.openedTimes(use.opened)].join(' · ') };
    }),
  });
}

/** What was asked three times and not found; a choice is searched once more. */
export function showLostSearches(ui: Ui): void {
  const lost = listLostSearches(ui.desk());
  const k = words(ui);
  if (lost.length === 0) return say(ui, k.noLost);
  openPicker(ui, {
    purpose: 'lost-searches',
    title: k.pickLost,
    isSearchable: true,
    choices: lost.map(({ query, times }) => {
      return { id: query, label: query, detail: k.lostTimes(times), disabled: null };
    }),
    choose: ({ id }) => startSearch(ui, id),
  });
}

function openList(ui: Ui, { title, empty, items }: ArticleList): void {
  if (items.length === 0) return say(ui, empty);
  openPicker(ui, {
    purpose: 'articles',
    title,
    isSearchable: true,
    choices: items.map(({ article, detail }, i) => {
      return { id: String(i), label: article.title, detail, disabled: null };
    }),
    choose: ({ id }) => {
      const article = items[Number(id)]?.article;
      if (article) void openArticle(ui, article.id, article.lang);
    },
  });
}

function words(ui: Ui): KnowledgeTexts {
  return knowledgeTexts(ui.store.get().language);
}
