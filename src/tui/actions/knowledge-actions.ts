import { moveHit, setTyping, toggleWhy } from '../model/knowledge-model.ts';
import { startSearch, widen } from '../model/knowledge-search.ts';
import { openNarrowing } from '../model/narrow-model.ts';
import { readSelected } from '../model/reader-model.ts';
import { moveReply, setRepliesTyping } from '../model/replies-model.ts';
import { insertReply } from '../model/reply-choice.ts';
import type { Ui } from '../model/ui.ts';
import { hitsLayout } from '../present/knowledge-lines.ts';
import { repliesLayout } from '../present/replies-layout.ts';
import type { Action } from './action.ts';
import { articleActions } from './article-actions.ts';
import { opinionActions } from './opinion-actions.ts';

const END = 1e9;

function isKnowledge(ui: Ui): boolean {
  return ui.store.get().tab === 'knowledge';
}

/** The search line stands in two tabs; what it answers is moved in either. */
function move(ui: Ui, delta: number): void {
  if (isKnowledge(ui)) moveHit(ui, delta);
  else moveReply(ui, delta);
}

function setSearch(ui: Ui, isTyping: boolean): void {
  if (isKnowledge(ui)) setTyping(ui, isTyping);
  else setRepliesTyping(ui, isTyping);
}

function half(ui: Ui): number {
  const state = ui.store.get();
  const rows = isKnowledge(ui) ? hitsLayout(state).visible : repliesLayout(state).listHeight;
  return Math.max(1, Math.floor(rows / 2));
}

const searching: readonly Action[] = [
  {
    id: 'search-choose',
    title: 'read',
    contexts: ['search'],
    keys: ['enter'],
    hint: 1,
    // Among the replies it inserts.
    hintTab: 'knowledge',
    run: choose,
  },
  {
    id: 'search-done',
    title: 'search-done',
    contexts: ['search'],
    keys: ['escape'],
    hint: 2,
    run: (ui) => setSearch(ui, false),
  },
  {
    id: 'search-down',
    title: 'move-down',
    contexts: ['search'],
    keys: ['down', 'ctrl+n'],
    run: (ui) => move(ui, 1),
  },
  {
    id: 'search-up',
    title: 'move-up',
    contexts: ['search'],
    keys: ['up'],
    run: (ui) => move(ui, -1),
  },
  {
    id: 'search-page-down',
    title: 'half-down',
    contexts: ['search'],
    keys: ['pagedown'],
    run: (ui) => move(ui, half(ui)),
  },
  {
    id: 'search-page-up',
    title: 'half-up',
    contexts: ['search'],
    keys: ['pageup'],
    run: (ui) => move(ui, -half(ui)),
  },
];

const narrowing: readonly Action[] = [
  {
    id: 'narrow',
    title: 'narrow',
    contexts: ['knowledge'],
    keys: ['f'],
    hint: 2,
    run: openNarrowing,
  },
  {
    id: 'narrow-typing',
    title: 'narrow',
    contexts: ['search'],
    keys: ['ctrl+f'],
    hint: 3,
    hintTab: 'knowledge',
    whyNot: (ui) => (isKnowledge(ui) ? null : ''),
    run: openNarrowing,
  },
  {
    id: 'widen-typing',
    title: 'widen',
    contexts: ['search'],
    keys: ['backspace'],
    whyNot: (ui) => (canWiden(ui) ? null : ''),
    run: (ui) => {
      widen(ui);
    },
  },
  {
    id: 'knowledge-why',
    title: 'why',
    contexts: ['knowledge'],
    keys: ['w'],
    hint: 4,
    run: toggleWhy,
  },
  {
    id: 'knowledge-clear',
    title: 'clear',
    contexts: ['knowledge'],
    keys: ['escape'],
    run: clearStep,
  },
];

/** Behind an empty search line the key that takes letters away takes the last choice away. */
function canWiden(ui: Ui): boolean {
  const { query, narrowing: chosen } = ui.store.get().knowledge;
  const isNarrowed = Object.values(chosen).some((value) => value !== null);
  return isKnowledge(ui) && query.present.text === '' && isNarrowed;
}

/** Esc in the list: first what it is narrowed to goes, then what is searched. */
function clearStep(ui: Ui): void {
  if (!widen(ui)) startSearch(ui, '');
}

/** Enter while typing: reads the article, or takes the template. */
function choose(ui: Ui): void {
  if (isKnowledge(ui)) readSelected(ui);
  else insertReply(ui);
}

const lists = ['knowledge', 'replies'] as const;

const walking: readonly Action[] = [
  {
    id: 'knowledge-read',
    title: 'read',
    contexts: ['knowledge'],
    keys: ['enter'],
    hint: 1,
    run: readSelected,
  },
  {
    id: 'search',
    title: 'search',
    contexts: lists,
    keys: ['/'],
    hint: 3,
    run: (ui) => setSearch(ui, true),
  },
  {
    id: 'knowledge-down',
    title: 'move-down',
    contexts: lists,
    keys: ['j', 'down'],
    run: (ui) => move(ui, 1),
  },
  {
    id: 'knowledge-up',
    title: 'move-up',
    contexts: lists,
    keys: ['k', 'up'],
    run: (ui) => move(ui, -1),
  },
  {
    id: 'knowledge-half-down',
    title: 'half-down',
    contexts: lists,
    keys: ['ctrl+d', 'pagedown', 'space'],
    run: (ui) => move(ui, half(ui)),
  },
  {
    id: 'knowledge-half-up',
    title: 'half-up',
    contexts: lists,
    keys: ['ctrl+u', 'pageup'],
    run: (ui) => move(ui, -half(ui)),
  },
  {
    id: 'knowledge-top',
    title: 'go-top',
    contexts: lists,
    keys: ['g g', 'home'],
    run: (ui) => move(ui, -END),
  },
  {
    id: 'knowledge-bottom',
    title: 'go-bottom',
    contexts: lists,
    keys: ['G', 'end'],
    run: (ui) => move(ui, END),
  },
];

/** Searching and reading the knowledge base, and the list of replies. */
export const knowledgeActions: readonly Action[] = [
  ...searching,
  ...narrowing,
  ...walking,
  ...articleActions,
  ...opinionActions,
];
