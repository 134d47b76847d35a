import { runKeys } from '../model/practice/run-keys.ts';
import type { Ui } from '../model/ui.ts';
import type { Action, Binding, Context } from './action.ts';
import { later } from './later.ts';

const run = () => import('../model/practice/run-model.ts');
const expected = () => import('../model/practice/show-expected.ts');
const choices = () => import('../model/practice/choice-model.ts');

/** Where a run is played: in the screens of live work. */
const inRun: readonly Context[] = ['queue', 'ticket', 'knowledge', 'article', 'replies'];
const overChoices: readonly Context[] = [...inRun, 'choices'];

function isPractice(ui: Ui): boolean {
  return ui.practice !== undefined;
}

/** At live work these keys mean nothing. */
function unlessPractice(ui: Ui): string | null {
  return isPractice(ui) ? null : '';
}

type Place = Pick<Action, 'id' | 'title' | 'keys' | 'contexts' | 'run'> & {
  readonly hint?: number;
};

const places: readonly Place[] = [
  {
    id: 'run-do',
    title: 'run-do',
    contexts: inRun,
    keys: [runKeys.do],
    hint: 1,
    run: later(expected, ({ doExpected }, ui) => doExpected(ui)),
  },
  {
    id: 'run-hint',
    title: 'run-hint',
    contexts: overChoices,
    keys: [runKeys.hint],
    run: later(run, ({ takeHint }, ui) => takeHint(ui)),
  },
  {
    id: 'run-retry',
    title: 'run-retry',
    contexts: overChoices,
    keys: [runKeys.retry],
    run: later(run, ({ takeBack }, ui) => takeBack(ui)),
  },
  {
    id: 'run-wait',
    title: 'run-wait',
    contexts: overChoices,
    keys: [runKeys.wait],
    run: later(run, ({ letTimePass }, ui) => letTimePass(ui)),
  },
  {
    id: 'run-people',
    title: 'run-people',
    contexts: inRun,
    keys: [runKeys.people],
    run: later(run, ({ showPeople }, ui) => showPeople(ui)),
  },
  {
    id: 'run-inject',
    title: 'run-inject',
    contexts: inRun,
    keys: [runKeys.inject],
    run: later(run, ({ injectEvent }, ui) => injectEvent(ui)),
  },
  {
    id: 'run-pause',
    title: 'run-pause',
    contexts: overChoices,
    keys: [runKeys.pause],
    run: later(run, ({ leaveRun }, ui) => leaveRun(ui)),
  },
  {
    id: 'run-end',
    title: 'run-end',
    contexts: inRun,
    keys: [runKeys.end],
    run: later(run, ({ endRun }, ui) => endRun(ui)),
  },
];

const digits = Array.from({ length: 9 }, (_, place): Omit<Action, 'contexts'> => {
  return {
    id: `choice-${place + 1}`,
    title: 'choose',
    keys: [`${place + 1}`],
    run: later(choices, ({ takeChoice }, ui) => takeChoice(ui, place)),
  };
});

const PAGE = 6;

const inChoices: readonly Omit<Action, 'contexts'>[] = [
  {
    id: 'choice-down',
    title: 'move-down',
    keys: ['j', 'down', 'tab'],
    run: later(choices, ({ moveChoice }, ui) => moveChoice(ui, 1)),
  },
  {
    id: 'choice-up',
    title: 'move-up',
    keys: ['k', 'up', 'shift+tab'],
    run: later(choices, ({ moveChoice }, ui) => moveChoice(ui, -1)),
  },
  {
    id: 'choice-take',
    title: 'choose',
    keys: ['enter'],
    hint: 1,
    run: later(choices, ({ takeChoice }, ui) => takeChoice(ui)),
  },
  ...digits,
  {
    id: 'choice-page-up',
    title: 'half-up',
    keys: ['ctrl+u', 'pageup'],
    hint: 2,
    run: later(choices, ({ scrollOverChoices }, ui) => scrollOverChoices(ui, PAGE)),
  },
  {
    id: 'choice-page-down',
    title: 'half-down',
    keys: ['ctrl+d', 'pagedown'],
    run: later(choices, ({ scrollOverChoices }, ui) => scrollOverChoices(ui, -PAGE)),
  },
  {
    id: 'choice-later',
    title: 'back',
    keys: ['escape', 'backspace', 'q'],
    hint: 3,
    run: (ui) => ui.store.set({ overlay: null }),
  },
];

/** What is done in a run of practice beside the keys of live work. */
export const practiceRunActions: readonly Action[] = [
  ...places.map((place): Action => ({ ...place, isThere: isPractice, whyNot: unlessPractice })),
  ...inChoices.map((action): Action => ({ ...action, contexts: ['choices'] })),
];

const ids = new Set(practiceRunActions.map(({ id }) => id));

/** The keys of live work: those of a run mean nothing there. */
export function workBindings(all: readonly Binding[]): readonly Binding[] {
  return all.filter(({ action }) => !ids.has(action.id));
}
