import {
  markHelped,
  markOutdated,
  rate,
  turnFavourite,
  whyNoArticle,
} from '../model/opinion-model.ts';
import type { Ui } from '../model/ui.ts';
import type { Action } from './action.ts';

const END = 1e9;

type Parts = Omit<Action, 'contexts'>;

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

const lists = (
  [
    { id: 'overdue-articles', title: 'overdue-articles', keys: ['g o'], run: showOverdue },
    { id: 'reviews', title: 'reviews', keys: ['g r'], run: showReviews },
    { id: 'lost-searches', title: 'lost-searches', keys: ['g a'], run: showLostSearches },
    { id: 'stale-backups', title: 'stale-backups', keys: ['g b'], run: showStaleBackups },
    { id: 'popular-articles', title: 'popular-articles', keys: ['g p'], run: showPopular },
  ] satisfies readonly Parts[]
).map((parts): Action => ({ ...parts, contexts: ['knowledge', 'article'] }));

const deciding = (
  [
    { id: 'accept', title: 'accept', keys: ['a'], hint: 1, run: acceptProposal },
    { id: 'send-back', title: 'send-back', keys: ['r'], hint: 2, run: sendProposalBack },
    { id: 'read-proposed', title: 'open-article', keys: ['o'], hint: 3, run: readProposed },
    {
      id: 'proposal-close',
      title: 'back',
      keys: ['escape', 'q'],
      hint: 4,
      run: (ui: Ui) => ui.store.set({ overlay: null }),
    },
    {
      id: 'proposal-down',
      title: 'move-down',
      keys: ['j', 'down'],
      run: (ui: Ui) => scrollProposal(ui, 1),
    },
    {
      id: 'proposal-up',
      title: 'move-up',
      keys: ['k', 'up'],
      run: (ui: Ui) => scrollProposal(ui, -1),
    },
    {
      id: 'proposal-page-down',
      title: 'half-down',
      keys: ['ctrl+d', 'pagedown', 'space'],
      run: (ui: Ui) => scrollProposal(ui, 10),
    },
    {
      id: 'proposal-page-up',
      title: 'half-up',
      keys: ['ctrl+u', 'pageup'],
      run: (ui: Ui) => scrollProposal(ui, -10),
    },
    {
      id: 'proposal-top',
      title: 'go-top',
      keys: ['g g', 'home'],
      run: (ui: Ui) => scrollProposal(ui, -END),
    },
    {
      id: 'proposal-bottom',
      title: 'go-bottom',
      keys: ['G', 'end'],
      run: (ui: Ui) => scrollProposal(ui, END),
    },
  ] satisfies readonly Parts[]
).map((parts): Action => ({ ...parts, contexts: ['proposal'] }));

/** Opinions of readers, the lists of those who keep the articles, deciding about a change. */
export const opinionActions: readonly Action[] = [...opinions, ...lists, ...deciding];
