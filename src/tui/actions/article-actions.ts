import {
  copyBlock,
  insertPassage,
  openArticleTickets,
  openContents,
  openRelated,
} from '../model/article-model.ts';
import { dropFind, keepFind, startFind, stepFind } from '../model/find-model.ts';
import { setTyping } from '../model/knowledge-model.ts';
import { closeArticle, leaveArticle, scrollArticle, stepVisit } from '../model/reader-model.ts';
import type { Ui } from '../model/ui.ts';
import type { Action } from './action.ts';

const END = 1e9;

function articleHalf(ui: Ui): number {
  return Math.max(1, Math.floor((ui.store.get().rows - 6) / 2));
}

/** The line of the search inside an article. */
const finding: readonly Action[] = [
  {
    id: 'find-done',
    title: 'find-done',
    contexts: ['find'],
    keys: ['enter'],
    hint: 1,
    run: keepFind,
  },
  {
    id: 'find-cancel',
    title: 'cancel',
    contexts: ['find'],
    keys: ['escape'],
    hint: 2,
    run: dropFind,
  },
  {
    id: 'find-next',
    title: 'next-match',
    contexts: ['find'],
    keys: ['down', 'ctrl+n'],
    hint: 3,
    run: (ui) => stepFind(ui, 1),
  },
  {
    id: 'find-previous',
    title: 'previous-match',
    contexts: ['find'],
    keys: ['up'],
    run: (ui) => stepFind(ui, -1),
  },
];

/** Reading an article: moving in it, taking things out of it. */
export const articleActions: readonly Action[] = [
  ...finding,
  {
    id: 'article-insert',
    title: 'insert',
    contexts: ['article'],
    keys: ['+'],
    hint: 1,
    run: insertPassage,
  },
  {
    id: 'copy-block',
    title: 'copy-block',
    contexts: ['article'],
    keys: ['y', 'c'],
    hint: 2,
    run: copyBlock,
  },
  {
    id: 'related-article',
    title: 'related-article',
    contexts: ['article'],
    keys: ['o', 'enter'],
    hint: 7,
    run: openRelated,
  },
  {
    id: 'article-find',
    title: 'find',
    contexts: ['article'],
    keys: ['/'],
    hint: 4,
    run: startFind,
  },
  {
    id: 'article-contents',
    title: 'contents',
    contexts: ['article'],
    keys: ['t'],
    hint: 5,
    run: openContents,
  },
  {
    id: 'article-next-match',
    title: 'next-match',
    contexts: ['article'],
    keys: ['n'],
    run: (ui) => stepFind(ui, 1),
  },
  {
    id: 'article-previous-match',
    title: 'previous-match',
    contexts: ['article'],
    keys: ['N'],
    run: (ui) => stepFind(ui, -1),
  },
  {
    id: 'article-earlier',
    title: 'article-earlier',
    contexts: ['article'],
    keys: ['['],
    run: (ui) => stepVisit(ui, -1),
  },
  {
    id: 'article-later',
    title: 'article-later',
    contexts: ['article'],
    keys: [']'],
    run: (ui) => stepVisit(ui, 1),
  },
  {
    id: 'article-tickets',
    title: 'article-tickets',
    contexts: ['article'],
    keys: ['T'],
    run: openArticleTickets,
  },
  {
    id: 'article-search',
    title: 'search-again',
    contexts: ['article'],
    keys: ['s'],
    run: searchAgain,
  },
  {
    id: 'article-back',
    title: 'back',
    contexts: ['article'],
    keys: ['escape', 'backspace'],
    hint: 3,
    run: leaveArticle,
  },
  {
    id: 'article-down',
    title: 'move-down',
    contexts: ['article'],
    keys: ['j', 'down'],
    run: (ui) => scrollArticle(ui, 1),
  },
  {
    id: 'article-up',
    title: 'move-up',
    contexts: ['article'],
    keys: ['k', 'up'],
    run: (ui) => scrollArticle(ui, -1),
  },
  {
    id: 'article-half-down',
    title: 'half-down',
    contexts: ['article'],
    keys: ['ctrl+d'],
    run: (ui) => scrollArticle(ui, articleHalf(ui)),
  },
  {
    id: 'article-half-up',
    title: 'half-up',
    contexts: ['article'],
    keys: ['ctrl+u'],
    run: (ui) => scrollArticle(ui, -articleHalf(ui)),
  },
  {
    id: 'article-page-down',
    title: 'half-down',
    contexts: ['article'],
    keys: ['space', 'pagedown'],
    run: (ui) => scrollArticle(ui, 2 * articleHalf(ui)),
  },
  {
    id: 'article-page-up',
    title: 'half-up',
    contexts: ['article'],
    keys: ['pageup'],
    run: (ui) => scrollArticle(ui, -2 * articleHalf(ui)),
  },
  {
    id: 'article-top',
    title: 'go-top',
    contexts: ['article'],
    keys: ['g g', 'home'],
    run: (ui) => scrollArticle(ui, -END),
  },
  {
    id: 'article-bottom',
    title: 'go-bottom',
    contexts: ['article'],
    keys: ['G', 'end'],
    run: (ui) => scrollArticle(ui, END),
  },
];

function searchAgain(ui: Ui): void {
  closeArticle(ui);
  setTyping(ui, true);
}
