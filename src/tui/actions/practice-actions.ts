import { scenarioOf, selectedPractice } from '../model/practice/practice-tab.ts';
import type { Ui } from '../model/ui.ts';
import type { UiState } from '../model/ui-state.ts';
import type { Action } from './action.ts';
import { later } from './later.ts';

const tab = () => import('../model/practice/practice-model.ts');
const debrief = () => import('../model/practice/debrief-model.ts');
const learners = () => import('../model/practice/learners-model.ts');
const mentor = () => import('../model/practice/mentor-model.ts');
const replay = () => import('../model/practice/run-replay-model.ts');
const review = () => import('../model/practice/run-review-model.ts');

type Place = Omit<Action, 'contexts'>;

const FAR = Number.MAX_SAFE_INTEGER;

function half(ui: Ui): number {
  return Math.max(1, Math.floor(ui.store.get().rows / 3));
}

function moving(delta: (ui: Ui) => number): Action['run'] {
  const inList = later(tab, ({ movePractice }, ui) => movePractice(ui, delta(ui)));
  const inLearners = later(learners, ({ moveLearner }, ui) => moveLearner(ui, delta(ui)));
  return (ui) => (hasLearners(ui.store.get()) ? inLearners(ui) : inList(ui));
}

const openOwn = later(tab, ({ openSelected }, ui) => openSelected(ui));
const openTheirs = later(learners, ({ openLearnerRun }, ui) => openLearnerRun(ui));

function hasLearners({ practice }: UiState): boolean {
  return practice.learners !== null;
}

/** Whether what is at hand can be played. */
function isScenario({ practice }: UiState): boolean {
  const row = selectedPractice(practice);
  return row !== null && scenarioOf(practice, row) !== null;
}

const inTab: readonly Place[] = [
  { id: 'practice-down', title: 'move-down', keys: ['j', 'down'], run: moving(() => 1) },
  { id: 'practice-up', title: 'move-up', keys: ['k', 'up'], run: moving(() => -1) },
  {
    id: 'practice-half-down',
    title: 'half-down',
    keys: ['ctrl+d', 'pagedown'],
    run: moving(half),
  },
  {
    id: 'practice-half-up',
    title: 'half-up',
    keys: ['ctrl+u', 'pageup'],
    run: moving((ui) => -half(ui)),
  },
  { id: 'practice-top', title: 'go-top', keys: ['g g', 'home'], run: moving(() => -FAR) },
  { id: 'practice-bottom', title: 'go-bottom', keys: ['G', 'end'], run: moving(() => FAR) },
  {
    id: 'practice-play',
    title: 'practice-play',
    keys: ['enter'],
    hint: 1,
    isHinted: (state) => !hasLearners(state),
    run: (ui) => (hasLearners(ui.store.get()) ? openTheirs(ui) : openOwn(ui)),
  },
  {
    id: 'practice-exam',
    title: 'practice-exam',
    keys: ['x'],
    hint: 2,
    isHinted: (state) => !hasLearners(state) && isScenario(state),
    run: later(tab, ({ askExam }, ui) => askExam(ui)),
  },
  {
    id: 'practice-filter',
    title: 'practice-filter',
    keys: ['/'],
    hint: 3,
    run: later(tab, ({ askFilter }, ui) => askFilter(ui)),
  },
  {
    id: 'practice-learners',
    title: 'practice-learners',
    keys: ['s'],
    hint: 4,
    isHinted: ({ practice }) => practice.view?.seesOthers ?? false,
    run: later(learners, ({ openLearners }, ui) => openLearners(ui)),
  },
  {
    id: 'practice-sign-off',
    title: 'practice-sign-off',
    keys: ['S'],
    hint: 2,
    isHinted: hasLearners,
    run: later(mentor, ({ signOffHere }, ui) => signOffHere(ui)),
  },
  {
    id: 'practice-back',
    title: 'back',
    keys: ['escape', 'backspace'],
    run: later(tab, ({ leavePractice }, ui) => leavePractice(ui)),
  },
];

function marking(delta: (ui: Ui) => number): Action['run'] {
  return later(review, ({ moveMark }, ui) => moveMark(ui, delta(ui)));
}

const next = marking(() => 1);
const step = later(replay, ({ stepReplay }, ui) => void stepReplay(ui));

/** The author of a run disputes and shares it; whoever else reads it comments and decides. */
function isOwnRun({ practice, meId }: UiState): boolean {
  return practice.review?.run.personId === meId;
}

/** After these several people talk it over. */
function isDrill(kind: string | undefined): boolean {
  return kind === 'wheel' || kind === 'crisis';
}

const inReview: readonly Place[] = [
  {
    id: 'review-next-mark',
    title: 'next-mark',
    keys: ['enter', 'j', 'down', 'n'],
    hint: 1,
    run: (ui) => (ui.store.get().practice.review?.seen === null ? next(ui) : step(ui)),
  },
  {
    id: 'review-previous-mark',
    title: 'previous-mark',
    keys: ['k', 'up', 'N'],
    run: marking(() => -1),
  },
  { id: 'review-first-mark', title: 'go-top', keys: ['g g', 'home'], run: marking(() => -FAR) },
  { id: 'review-last-mark', title: 'go-bottom', keys: ['G', 'end'], run: marking(() => FAR) },
  {
    id: 'review-side',
    title: 'review-side',
    keys: ['left', 'right', 'h', 'l', 'tab'],
    hint: 2,
    run: later(review, ({ turnSide }, ui) => turnSide(ui)),
  },
  {
    id: 'review-dispute',
    title: 'review-dispute',
    keys: ['o'],
    hint: 3,
    isHinted: isOwnRun,
    run: later(review, ({ disputeMark }, ui) => disputeMark(ui)),
  },
  {
    id: 'review-share',
    title: 'review-share',
    keys: ['m'],
    hint: 4,
    isHinted: isOwnRun,
    run: later(review, ({ shareReview }, ui) => shareReview(ui)),
  },
  {
    id: 'review-replay',
    title: 'review-replay',
    keys: ['p'],
    hint: 5,
    run: later(replay, ({ askReplay }, ui) => askReplay(ui)),
  },
  {
    id: 'review-debrief',
    title: 'review-debrief',
    keys: ['d'],
    hint: 6,
    isHinted: ({ practice }) => isDrill(practice.review?.run.scenario.kind),
    run: later(debrief, ({ openDebrief }, ui) => openDebrief(ui)),
  },
  {
    id: 'review-comment',
    title: 'review-comment',
    keys: ['c'],
    hint: 3,
    isHinted: (state) => !isOwnRun(state),
    run: later(mentor, ({ commentHere }, ui) => commentHere(ui)),
  },
  {
    id: 'review-override',
    title: 'review-override',
    keys: ['v'],
    hint: 4,
    isHinted: (state) => !isOwnRun(state),
    run: later(mentor, ({ overrideHere }, ui) => overrideHere(ui)),
  },
  {
    id: 'review-judge',
    title: 'review-judge',
    keys: ['J'],
    hint: 5,
    isHinted: ({ practice, meId }) =>
      practice.review?.run.mode === 'exam' && practice.review.run.personId !== meId,
    run: later(mentor, ({ judgeHere }, ui) => judgeHere(ui)),
  },
  {
    id: 'run-review-back',
    title: 'back',
    keys: ['escape', 'backspace'],
    hint: 8,
    run: later(review, ({ closeReview }, ui) => closeReview(ui)),
  },
];

/** The tab of practice, and the review of a run. */
export const practiceActions: readonly Action[] = [
  ...inTab.map((action): Action => ({ ...action, contexts: ['practice'] })),
  ...inReview.map((action): Action => ({ ...action, contexts: ['run-review'] })),
];
