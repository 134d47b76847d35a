import { isMentoring } from '../../domain/supervision/supervision.ts';
import { whyNoTicket, whyNotOne } from '../model/act.ts';
import {
  askMissing,
  insertBeside,
  markBeside,
  openBeside,
  pickBeside,
  putBesideAway,
  stepBeside,
} from '../model/beside-model.ts';
import type { Action } from './action.ts';
import { later } from './later.ts';

type Parts = Omit<Action, 'contexts'>;

const inTicket = (
  [
    {
      id: 'beside-open',
      title: 'beside-open',
      keys: ['enter'],
      hint: 1,
      // In a run the row names what the run waits for; a hint is something else there.
      isHinted: ({ run }) => run === null,
      run: openBeside,
    },
    {
      id: 'beside-next',
      title: 'beside-next',
      keys: [']', 'tab'],
      run: (ui) => stepBeside(ui, 1),
    },
    {
      id: 'beside-previous',
      title: 'beside-previous',
      keys: ['[', 'shift+tab'],
      run: (ui) => stepBeside(ui, -1),
    },
    { id: 'beside-insert', title: 'insert', keys: ['+'], run: insertBeside },
    { id: 'beside-list', title: 'beside-list', keys: ['b'], run: pickBeside },
    { id: 'beside-helped', title: 'helped', keys: ['h'], run: (ui) => markBeside(ui, 'helped') },
    {
      id: 'beside-outdated',
      title: 'outdated',
      keys: ['x'],
      run: (ui) => markBeside(ui, 'outdated'),
    },
    { id: 'beside-away', title: 'put-away', keys: ['d'], run: putBesideAway },
    { id: 'beside-missing', title: 'missing', keys: ['m'], run: askMissing },
  ] satisfies readonly Parts[]
).map((parts): Action => ({ ...parts, contexts: ['ticket'] }));

/** What stands beside a ticket: articles that may help, solved tickets, an article to be written. */
export const besideActions: readonly Action[] = [
  ...inTicket,
  {
    id: 'beside-writing',
    title: 'beside-list',
    contexts: ['composer'],
    keys: ['ctrl+n'],
    run: pickBeside,
  },
  {
    id: 'draft-article',
    title: 'draft-article',
    contexts: ['queue', 'ticket'],
    keys: ['g a'],
    whyNot: (ui) => (ui.store.get().lesson === null ? whyNoTicket(ui) : null),
    // Writing an article brings its parser along; a shift without one starts without it.
    run: async (ui) => (await import('../model/lesson-model.ts')).draftArticle(ui),
  },
  {
    id: 'scenario-from-ticket',
    title: 'scenario-from-ticket',
    contexts: ['queue', 'ticket'],
    keys: ['g A'],
    isThere: (ui) => isMentoring(ui.desk().me),
    whyNot: whyNotOne,
    run: later(
      () => import('../model/practice/from-ticket-model.ts'),
      (m, ui) => m.scenarioFromTicket(ui),
    ),
  },
];
