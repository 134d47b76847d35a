import {
  markHelped,
  markOutdated,
  rate,
  turnFavourite,
  whyNoArticle,
} from '../model/opinion-model.ts';
import type { Action } from './action.ts';
import { later } from './later.ts';

const END = 1e9;

type Parts = Omit<Action, 'contexts'>;

// Lists and changes read whole articles, whose parser a shift can do without.
const lists = () => import('../model/article-lists.ts');
const proposals = () => import('../model/proposal-model.ts');

const scroll = (delta: number) => later(proposals, (m, ui) => m.scrollProposal(ui, delta));

/** What is said of the article at hand in one touch. */
const opinions = (
  [
    { id: 'helped', title: 'helped', keys: ['h'], hint: 6, run: markHelped },
    { id: 'outdated', title: 'outdated', keys: ['x'], hint: 8, run: markOutdated },
    { id: 'rate', title: 'rate', keys: ['r'], run: rate },
    { id: 'favourite', title: 'favourite', keys: ['*'], run: turnFavourite },
  ] satisfies readonly Parts[]
).map((parts): Action => {
  return { ...parts, contexts: ['knowledge', 'article'], whyNot: whyNoArticle };
});

const keeping = (
  [
    {
      id: 'overdue-articles',
      title: 'overdue-articles',
      keys: ['g o'],
      run: later(lists, (m, ui) => m.showOverdue(ui)),
    },
    {
      id: 'reviews',
      title: 'reviews',
      keys: ['g r'],
      run: later(proposals, (m, ui) => m.showReviews(ui)),
    },
    {
      id: 'lost-searches',
      title: 'lost-searches',
      keys: ['g a'],
      run: later(lists, (m, ui) => m.showLostSearches(ui)),
    },
    {
      id: 'stale-backups',
      title: 'stale-backups',
      keys: ['g b'],
      run: later(lists, (m, ui) => m.showStaleBackups(ui)),
    },
    {
      id: 'popular-articles',
      title: 'popular-articles',
      keys: ['g p'],
      run: later(lists, (m, ui) => m.showPopular(ui)),
    },
  ] satisfies readonly Parts[]
).map((parts): Action => ({ ...parts, contexts: ['knowledge', 'article'] }));

const deciding = (
  [
    {
      id: 'accept',
      title: 'accept',
      keys: ['a'],
      hint: 1,
      run: later(proposals, (m, ui) => m.acceptProposal(ui)),
    },
    {
      id: 'send-back',
      title: 'send-back',
      keys: ['r'],
      hint: 2,
      run: later(proposals, (m, ui) => m.sendProposalBack(ui)),
    },
    {
      id: 'read-proposed',
      title: 'open-article',
      keys: ['o'],
      hint: 3,
      run: later(proposals, (m, ui) => m.readProposed(ui)),
    },
    {
      id: 'proposal-close',
      title: 'back',
      keys: ['escape', 'q'],
      hint: 4,
      run: (ui) => ui.store.set({ overlay: null }),
    },
    {
      id: 'proposal-down',
      title: 'move-down',
      keys: ['j', 'down'],
      run: scroll(1),
    },
    {
      id: 'proposal-up',
      title: 'move-up',
      keys: ['k', 'up'],
      run: scroll(-1),
    },
    {
      id: 'proposal-page-down',
      title: 'half-down',
      keys: ['ctrl+d', 'pagedown', 'space'],
      run: scroll(10),
    },
    {
      id: 'proposal-page-up',
      title: 'half-up',
      keys: ['ctrl+u', 'pageup'],
      run: scroll(-10),
    },
    {
      id: 'proposal-top',
      title: 'go-top',
      keys: ['g g', 'home'],
      run: scroll(-END),
    },
    {
      id: 'proposal-bottom',
      title: 'go-bottom',
      keys: ['G', 'end'],
      run: scroll(END),
    },
  ] satisfies readonly Parts[]
).map((parts): Action => ({ ...parts, contexts: ['proposal'] }));

/** Opinions of readers, the lists of those who keep the articles, deciding about a change. */
export const opinionActions: readonly Action[] = [...opinions, ...keeping, ...deciding];
