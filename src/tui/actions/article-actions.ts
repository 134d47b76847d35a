import { copyBlock, insertPassage, openRelated } from '../model/article-model.ts';
import { leaveArticle, scrollArticle, setTyping } from '../model/knowledge-model.ts';
import type { Ui } from '../model/ui.ts';
import type { Action } from './action.ts';

const END = 1e9;

function articleHalf(ui: Ui): number {
  return Math.max(1, Math.floor((ui.store.get().rows - 6) / 2));
}

/** Reading an article: moving in it, taking things out of it. */
export const articleActions: readonly Action[] = [
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
    keys: ['y'],
    hint: 2,
    run: copyBlock,
  },
  {
    id: 'related-article',
    title: 'related-article',
    contexts: ['article'],
    keys: ['o', 'enter'],
    hint: 3,
    run: openRelated,
  },
  {
    id: 'article-search',
    title: 'search',
    contexts: ['article'],
    keys: ['/'],
    hint: 5,
    run: searchAgain,
  },
  {
    id: 'article-back',
    title: 'back',
    contexts: ['article'],
    keys: ['escape', 'backspace'],
    hint: 4,
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
  leaveArticle(ui);
  setTyping(ui, true);
}
