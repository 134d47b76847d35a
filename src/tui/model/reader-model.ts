import { textFinder } from '../../app/content/find-in-text.ts';
import { type FoundArticle, type Knowledge, showArticle } from '../../app/content/knowledge.ts';
import { articleOpinion } from '../../app/knowledge/article-opinion.ts';
import { rememberOpening } from '../../app/knowledge/open-article.ts';
import { parseArticleMarkdown } from '../../content/article-markdown.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { knowledgeTexts } from '../../i18n/knowledge-texts.ts';
import { bufferOf } from '../input/text-buffer.ts';
import { historyOf } from '../input/text-history.ts';
import { articleView } from '../present/article-view.ts';
import { loadKnowledge } from './knowledge-model.ts';
import { noArticle, settleSearch } from './knowledge-search.ts';
import type { ArticleFind, KnowledgeState, ReadArticle, ReadPlace } from './knowledge-state.ts';
import { openPractice } from './practice/open-practice.ts';
import { say, texts, type Ui } from './ui.ts';

const MOST_VISITS = 50;

/** Opens the selected article. The hits wait behind it at the same place. */
export function readSelected(ui: Ui): void {
  settleSearch(ui);
  const { base, hits, selected, asked, readAs, search } = ui.store.get().knowledge;
  const hit = hits[selected];
  if (!base || !hit) return;
  const { id, lang } = hit.article;
  const isOpen = visit(ui, base, { id, lang, marked: (text) => metIn(text, readAs ?? asked, hit) });
  if (!isOpen) return;
  rememberOpening(base, { id, query: asked });
  const { knowledge } = ui.store.get();
  const settled = search && { ...search, isSettled: true };
  ui.store.set({ knowledge: { ...knowledge, search: settled } });
}

/** What was asked, where the text has it; else the words of the text that answered. */
function metIn(text: string, asked: string, { bodyRanges }: FoundArticle): string {
  const inRow = textFinder(asked, text);
  if (text.split('\n').some((row) => inRow(row).length > 0)) return asked;
  const met = bodyRanges.map(([start, end]) => text.slice(start, end).toLowerCase());
  return [...new Set(met)].join(' ') || asked;
}

/** Opens an article that stands beside a ticket; leaving it leads back there. */
export async function openBesideTicket(ui: Ui, id: string, ticketId: string): Promise<void> {
  await openArticle(ui, id);
  const { knowledge } = ui.store.get();
  if (knowledge.article?.shown.article.id !== id) return;
  ui.store.set({ knowledge: { ...knowledge, besideTicket: ticketId, isLesson: false } });
}

/** Opens an article as a lesson of the learning path; leaving it leads back there. False: it is not there. */
export async function openLessonArticle(ui: Ui, id: string): Promise<boolean> {
  await openArticle(ui, id);
  const { knowledge } = ui.store.get();
  if (knowledge.article?.shown.article.id !== id) return false;
  ui.store.set({ knowledge: { ...knowledge, besideTicket: null, isLesson: true } });
  return true;
}

/** Opens an article by its id in the knowledge tab, from anywhere. */
export async function openArticle(ui: Ui, id: string, lang?: Language): Promise<void> {
  await loadKnowledge(ui);
  const { language, knowledge } = ui.store.get();
  if (!knowledge.base) return;
  if (visit(ui, knowledge.base, { id, lang: lang ?? language, marked: nothing })) {
    rememberOpening(knowledge.base, { id, query: '' });
  }
}

interface Visit {
  readonly id: string;
  readonly lang: Language;
  /** The words that stand marked in its text. */
  readonly marked: (text: string) => string;
}

const nothing = () => '';

function visit(ui: Ui, base: Knowledge, { id, lang, marked }: Visit): boolean {
  const article = read(ui, base, { id, lang, scroll: 0 }, marked);
  if (!article) return false;
  const { visited, visit: at } = keepPlace(ui.store.get().knowledge);
  const next = [...visited.slice(0, at + 1), { id, lang, scroll: 0 }].slice(-MOST_VISITS);
  show(ui, article, { visited: next, visit: next.length - 1 });
  return true;
}

/** Goes to the article read before or after this one, at the place it was left. */
export function stepVisit(ui: Ui, direction: 1 | -1): void {
  const { base, visited, visit: at } = keepPlace(ui.store.get().knowledge);
  const place = visited[at + direction];
  const k = knowledgeTexts(ui.store.get().language);
  if (!base || !place) return say(ui, direction < 0 ? k.noBack : k.noForward, 'problem');
  const article = read(ui, base, place, nothing);
  if (article) show(ui, article, { visited, visit: at + direction });
}

function read(
  ui: Ui,
  base: Knowledge,
  place: ReadPlace,
  marked: Visit['marked'],
): ReadArticle | null {
  const shown = showArticle(base, place.id, place.lang);
  if (!shown) {
    say(ui, texts(ui).toastNotFound, 'problem');
    return null;
  }
  ui.practice?.opened({ article: shown.article.id });
  const words = marked(shown.article.body);
  return {
    shown,
    blocks: parseArticleMarkdown(shown.article.body),
    opinion: articleOpinion(ui.desk(), shown.article.id),
    scroll: place.scroll,
    find: words.trim() === '' ? null : findOf(words, shown.article.body),
  };
}

function findOf(words: string, text: string): ArticleFind {
  const query = historyOf(bufferOf(words));
  return { query, isTyping: false, inRow: textFinder(words, text), row: -1 };
}

function show(ui: Ui, article: ReadArticle, places: Partial<KnowledgeState>): void {
  const { knowledge } = ui.store.get();
  ui.store.set({
    tab: 'knowledge',
    knowledge: { ...knowledge, ...places, isTyping: false, article },
  });
}

/** How far the open article is read goes into its visit. */
function keepPlace(knowledge: KnowledgeState): KnowledgeState {
  const { article, visited, visit: at } = knowledge;
  const place = visited[at];
  if (!article || !place) return knowledge;
  return { ...knowledge, visited: visited.with(at, { ...place, scroll: article.scroll }) };
}

/** Back from the article: to the ticket or the path that it was opened from, else to the hits. */
export function leaveArticle(ui: Ui): void {
  const { knowledge, ticket } = ui.store.get();
  const isBeside = ticket !== null && ticket.view.ticket.id === knowledge.besideTicket;
  closeArticle(ui);
  if (isBeside) ui.store.set({ tab: 'ticket' });
  else if (knowledge.isLesson) openPractice(ui);
}

/** Closes the article; the hits are behind it, at the same place. */
export function closeArticle(ui: Ui): void {
  const knowledge = keepPlace(ui.store.get().knowledge);
  ui.store.set({ knowledge: { ...knowledge, ...noArticle, isTyping: false } });
}

/** Scrolls the open article by rows; it stops at its ends. */
export function scrollArticle(ui: Ui, delta: number): void {
  const state = ui.store.get();
  const { article } = state.knowledge;
  if (!article) return;
  const { height, lines } = articleView(article, state);
  const last = Math.max(0, lines.length - height);
  const scroll = Math.min(last, Math.max(0, Math.min(article.scroll, last) + delta));
  changeArticle(ui, { scroll });
}

/** Puts a row of the open article at the top of the screen. */
export function goToRow(ui: Ui, row: number): void {
  scrollArticle(ui, row - (ui.store.get().knowledge.article?.scroll ?? 0));
}

/** Changes something of the article that is open. */
export function changeArticle(ui: Ui, part: Partial<ReadArticle>): void {
  const { knowledge } = ui.store.get();
  if (!knowledge.article) return;
  ui.store.set({ knowledge: { ...knowledge, article: { ...knowledge.article, ...part } } });
}
