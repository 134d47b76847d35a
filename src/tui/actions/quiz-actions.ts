import { openHelp } from '../model/help-model.ts';
import { askedQuestion, isSeveral } from '../model/practice/quiz-state.ts';
import type { Ui } from '../model/ui.ts';
import type { UiState } from '../model/ui-state.ts';
import type { Action } from './action.ts';
import { later } from './later.ts';

const quiz = () => import('../model/practice/quiz-model.ts');
const review = () => import('../model/practice/quiz-review-model.ts');

type Place = Omit<Action, 'contexts'>;

const FAR = Number.MAX_SAFE_INTEGER;
const PAGE = 6;

function asksSeveral({ practice }: UiState): boolean {
  const question = practice.quiz?.type === 'asked' ? askedQuestion(practice.quiz) : null;
  return question !== null && isSeveral(question);
}

/** While its reason is seen a question is still being taken. */
function isTaken({ practice }: UiState): boolean {
  return practice.quiz?.type === 'reviewed';
}

function hasNext({ practice: { quiz: screen } }: UiState): boolean {
  return screen?.type !== 'reviewed' || screen.selected + 1 < screen.result.questions.length;
}

const digits = Array.from({ length: 9 }, (_, place): Place => {
  return {
    id: `quiz-take-${place + 1}`,
    title: 'quiz-take',
    keys: [`${place + 1}`],
    run: later(quiz, ({ takeOption }, ui) => takeOption(ui, place)),
  };
});

const inQuiz: readonly Place[] = [
  {
    id: 'quiz-down',
    title: 'move-down',
    keys: ['j', 'down', 'tab'],
    run: later(quiz, ({ moveOption }, ui) => moveOption(ui, 1)),
  },
  {
    id: 'quiz-up',
    title: 'move-up',
    keys: ['k', 'up', 'shift+tab'],
    run: later(quiz, ({ moveOption }, ui) => moveOption(ui, -1)),
  },
  ...digits,
  {
    id: 'quiz-answer',
    title: 'quiz-answer',
    keys: ['enter'],
    hint: 1,
    run: later(quiz, ({ answerQuestion }, ui) => answerQuestion(ui)),
  },
  {
    id: 'quiz-mark',
    title: 'quiz-mark',
    keys: ['space'],
    hint: 2,
    isHinted: asksSeveral,
    run: later(quiz, ({ takeOption }, ui) => takeOption(ui)),
  },
  {
    id: 'quiz-skip',
    title: 'quiz-skip',
    keys: ['right', 'l', 'n'],
    hint: 3,
    run: later(quiz, ({ stepQuestion }, ui) => stepQuestion(ui, 1)),
  },
  {
    id: 'quiz-previous',
    title: 'quiz-previous',
    keys: ['left', 'h', 'N'],
    hint: 5,
    run: later(quiz, ({ stepQuestion }, ui) => stepQuestion(ui, -1)),
  },
  {
    id: 'quiz-finish',
    title: 'quiz-finish',
    keys: ['ctrl+x'],
    hint: 6,
    run: later(quiz, ({ finishQuiz }, ui) => finishQuiz(ui)),
  },
  {
    id: 'quiz-leave',
    title: 'quiz-leave',
    keys: ['escape', 'backspace', 'q'],
    hint: 4,
    run: later(quiz, ({ leaveQuiz }, ui) => leaveQuiz(ui)),
  },
  { id: 'quiz-help', title: 'quiz-help', keys: ['?'], run: openHelp },
];

/** Goes among the questions of a quiz that is taken, or of one that was. */
function stepping(delta: 1 | -1): Action['run'] {
  const asked = later(quiz, ({ stepQuestion }, ui) => stepQuestion(ui, delta));
  const reviewed = later(review, ({ moveQuestion }, ui) => moveQuestion(ui, delta));
  return (ui) => (isTaken(ui.store.get()) ? reviewed(ui) : asked(ui));
}

const put = later(quiz, ({ leaveQuiz }, ui) => leaveQuiz(ui));
const close = later(review, ({ closeResult }, ui) => closeResult(ui));

function toEdge(delta: number): Action['run'] {
  return later(review, ({ moveQuestion }, ui: Ui) => moveQuestion(ui, delta));
}

const inReview: readonly Place[] = [
  {
    id: 'quiz-next',
    title: 'quiz-next',
    keys: ['enter', 'j', 'down', 'right', 'l', 'n', 'space'],
    hint: 1,
    isHinted: hasNext,
    run: stepping(1),
  },
  {
    id: 'quiz-before',
    title: 'quiz-previous',
    keys: ['left', 'k', 'up', 'h', 'N'],
    hint: 2,
    run: stepping(-1),
  },
  { id: 'quiz-first', title: 'go-top', keys: ['g g', 'home'], run: toEdge(-FAR) },
  { id: 'quiz-last', title: 'go-bottom', keys: ['G', 'end'], run: toEdge(FAR) },
  {
    id: 'quiz-page-down',
    title: 'half-down',
    keys: ['ctrl+d', 'pagedown'],
    run: later(review, ({ scrollQuiz }, ui) => scrollQuiz(ui, PAGE)),
  },
  {
    id: 'quiz-page-up',
    title: 'half-up',
    keys: ['ctrl+u', 'pageup'],
    run: later(review, ({ scrollQuiz }, ui) => scrollQuiz(ui, -PAGE)),
  },
  {
    id: 'quiz-close',
    title: 'back',
    keys: ['escape', 'backspace'],
    hint: 3,
    run: (ui) => (isTaken(ui.store.get()) ? close(ui) : put(ui)),
  },
];

/** Taking a quiz of the learning path, and going through one that was taken. */
export const quizActions: readonly Action[] = [
  ...inQuiz.map((action): Action => ({ ...action, contexts: ['quiz'] })),
  ...inReview.map((action): Action => ({ ...action, contexts: ['quiz-review'] })),
];
