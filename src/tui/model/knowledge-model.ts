import { type Knowledge, searchArticles } from '../../app/content/knowledge.ts';
import { wholeBase } from '../../app/knowledge/narrow-articles.ts';
import { knowledgeTexts } from '../../i18n/knowledge-texts.ts';
import { bufferOf } from '../input/text-buffer.ts';
import { historyOf } from '../input/text-history.ts';
import { hitsLayout, isListing } from '../present/knowledge-lines.ts';
import { nextTop } from '../present/list-window.ts';
import { answerAgain, settleSearch } from './knowledge-search.ts';
import type { KnowledgeState } from './knowledge-state.ts';
import { sayProblem } from './say-problem.ts';
import { say, texts, type Ui } from './ui.ts';

/** The knowledge tab before anything was read. */
export const emptyKnowledge: KnowledgeState = {
  base: null,
  query: historyOf(bufferOf('')),
  isTyping: true,
  narrowing: wholeBase,
  asked: '',
  hits: [],
  total: 0,
  readAs: null,
  suggestion: null,
  selected: 0,
  top: 0,
  isWhyShown: false,
  progress: null,
  search: null,
  article: null,
  besideTicket: null,
  isLesson: false,
  visited: [],
  visit: -1,
};

const PROGRESS_MS = 200;

/** Goes to the knowledge tab with the caret in the search line; an article being read stays open. */
export function openKnowledge(ui: Ui): void {
  ui.store.set({ tab: 'knowledge', knowledge: { ...ui.store.get().knowledge, isTyping: true } });
  // The language may have been switched since.
  answerAgain(ui);
  void loadKnowledge(ui);
}

/** Reads the articles if they were not read yet, and answers what was typed meanwhile. */
export async function loadKnowledge(ui: Ui): Promise<void> {
  try {
    const base = await ui.content().knowledge();
    const { knowledge } = ui.store.get();
    if (knowledge.base === base) return;
    ui.store.set({ knowledge: { ...knowledge, base } });
    answerAgain(ui);
    followIndex(ui, base);
    // The list is painted first; then the words are read, before the first letter needs them.
    setImmediate(() => warmUp(ui, base));
  } catch (error) {
    sayProblem(ui, error);
  }
}

function warmUp(ui: Ui, base: Knowledge): void {
  try {
    searchArticles(base, texts(ui).tabKnowledge, { limit: 1 });
  } catch (error) {
    sayProblem(ui, error);
  }
}

/** While articles are being indexed, says how far; what comes in is found at the end. */
function followIndex(ui: Ui, base: Knowledge): void {
  const show = () => {
    ui.store.set({ knowledge: { ...ui.store.get().knowledge, progress: base.progress() } });
  };
  if (base.progress() === null) return;
  show();
  const pulse = setInterval(show, PROGRESS_MS);
  pulse.unref();
  void base.ready
    .then(() => {
      show();
      answerAgain(ui);
    })
    .catch((error: unknown) => sayProblem(ui, error))
    .finally(() => clearInterval(pulse));
}

/** Moves the selection among the hits, also while the query is being typed. */
export function moveHit(ui: Ui, delta: number): void {
  settleSearch(ui);
  const { knowledge } = ui.store.get();
  const last = knowledge.hits.length - 1;
  if (last < 0) return;
  const selected = Math.min(last, Math.max(0, knowledge.selected + delta));
  ui.store.set({ knowledge: { ...knowledge, selected } });
  const { visible } = hitsLayout(ui.store.get());
  const window = { top: knowledge.top, height: visible, total: knowledge.hits.length };
  ui.store.set({ knowledge: { ...knowledge, selected, top: nextTop(window, selected) } });
}

/** Puts the caret into the search line, or takes it out. */
export function setTyping(ui: Ui, isTyping: boolean): void {
  ui.store.set({ knowledge: { ...ui.store.get().knowledge, isTyping } });
}

/** Shows or hides how the words were read that found the selected article. */
export function toggleWhy(ui: Ui): void {
  settleSearch(ui);
  const state = ui.store.get();
  const { knowledge } = state;
  if (!knowledge.isWhyShown && isListing(state)) {
    return say(ui, knowledgeTexts(state.language).whyNoSearch, 'problem');
  }
  ui.store.set({ knowledge: { ...knowledge, isWhyShown: !knowledge.isWhyShown } });
}
