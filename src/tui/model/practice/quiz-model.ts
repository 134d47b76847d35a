import { resultOfTaken } from '../../../app/practice/quiz-result.ts';
import {
  finishSitting,
  keepSitting,
  type QuizSitting,
  sitQuiz,
} from '../../../app/practice/quiz-sitting.ts';
import { practiceQuizTexts } from '../../../i18n/practice-quiz-texts.ts';
import { refusalText } from '../act.ts';
import type { Choice } from '../overlay-state.ts';
import { openPicker } from '../overlays.ts';
import { say, type Ui } from '../ui.ts';
import { openPractice } from './open-practice.ts';
import { openResult, setQuiz } from './quiz-review-model.ts';
import { type AskedQuiz, askedQuestion, isSeveral } from './quiz-state.ts';

function words(ui: Ui) {
  return practiceQuizTexts(ui.store.get().language);
}

function opened(ui: Ui): AskedQuiz | null {
  const { quiz } = ui.store.get().practice;
  return quiz?.type === 'asked' ? quiz : null;
}

/** Opens a quiz of the path where it was left, or begins it. */
export async function askQuiz(ui: Ui, itemId: string): Promise<void> {
  const sitting = await sitQuiz(ui.desk(), itemId);
  if (ui.gate.isClosed) return;
  show(ui, sitting);
}

/** Shows the question at hand; what is marked is kept at once. */
function show(ui: Ui, sitting: QuizSitting, option?: number): void {
  const asked: AskedQuiz = { type: 'asked', sitting, option: 0, scroll: 0 };
  const question = askedQuestion(asked);
  const marked = sitting.answers.get(question?.id ?? '') ?? [];
  const place = question?.options.findIndex(({ id }) => marked.includes(id)) ?? 0;
  setQuiz(ui, { ...asked, option: option ?? Math.max(0, place) });
  keepSitting(ui.desk(), sitting);
}

/** Moves among the options, round the ends. */
export function moveOption(ui: Ui, delta: 1 | -1): void {
  const asked = opened(ui);
  const count = asked && askedQuestion(asked)?.options.length;
  if (asked && count) setQuiz(ui, { ...asked, option: (asked.option + delta + count) % count });
}

/** A digit or Space: where one is right it is the answer, where several are it is marked or unmarked. */
export function takeOption(ui: Ui, place?: number): void {
  const asked = opened(ui);
  const question = asked && askedQuestion(asked);
  const at = place ?? asked?.option ?? 0;
  const option = question?.options[at];
  if (!asked || !question || !option) return;
  const { sitting } = asked;
  const before = sitting.answers.get(question.id) ?? [];
  const marked = isSeveral(question) ? toggled(before, option.id) : [option.id];
  const answers = new Map(sitting.answers).set(question.id, marked);
  if (!isSeveral(question)) return give(ui, { ...sitting, answers }, at);
  // Nothing is told of an attestation, so what is marked stands at once; without a mark nothing does.
  const others = sitting.given.filter((id) => id !== question.id);
  const stands = sitting.item.isAttestation && marked.length > 0;
  show(ui, { ...sitting, answers, given: stands ? [...others, question.id] : others }, at);
}

function toggled(marked: readonly string[], id: string): readonly string[] {
  return marked.includes(id) ? marked.filter((one) => one !== id) : [...marked, id];
}

/** Enter: the option at hand is the answer, or all that are marked. */
export function answerQuestion(ui: Ui): void {
  const asked = opened(ui);
  const question = asked && askedQuestion(asked);
  if (!asked || !question) return;
  if (!isSeveral(question)) return takeOption(ui);
  const marked = asked.sitting.answers.get(question.id) ?? [];
  if (marked.length === 0) return say(ui, words(ui).markFirst, 'problem');
  give(ui, asked.sitting, asked.option);
}

/** The answer stands: in practice its reason is seen, an attestation goes on. */
function give(ui: Ui, sitting: QuizSitting, option: number): void {
  const { item, questions, at, given } = sitting;
  const id = questions[at]?.id ?? '';
  const next = { ...sitting, given: [...new Set([...given, id])] };
  show(ui, next, option);
  if (item.isAttestation) goOn(ui, next);
}

/** Goes to the question after this one; behind the last one is the end. */
function goOn(ui: Ui, sitting: QuizSitting): void {
  const { at, questions } = sitting;
  if (at + 1 < questions.length) return show(ui, { ...sitting, at: at + 1 });
  finishQuiz(ui);
}

/** Goes to the question before or after this one. */
export function stepQuestion(ui: Ui, delta: 1 | -1): void {
  const asked = opened(ui);
  if (!asked) return;
  const { sitting } = asked;
  if (delta > 0) return goOn(ui, sitting);
  if (sitting.at === 0) return say(ui, words(ui).isFirst, 'problem');
  show(ui, { ...sitting, at: sitting.at - 1 });
}

/** Ends the quiz. Where nothing stands open and it may be taken again, nothing has to be asked. */
export function finishQuiz(ui: Ui): void {
  const asked = opened(ui);
  if (!asked) return;
  const { item, questions, given } = asked.sitting;
  const open = questions.length - given.length;
  if (open === 0 && !item.isAttestation) return handIn(ui, asked.sitting);
  const t = words(ui);
  const warnings = [
    ...(open > 0 ? [t.finishOpen(open)] : []),
    ...(item.isAttestation ? [t.finishOnce] : []),
  ];
  const choice = (id: string, label: string, detail = ''): Choice => {
    return { id, label, detail, disabled: null };
  };
  openPicker(ui, {
    purpose: 'quiz-finish',
    title: t.finishTitle(given.length, questions.length),
    isSearchable: false,
    choices: [choice('no', t.finishNo), choice('yes', t.finishYes, warnings.join('; '))],
    choose: ({ id }) => {
      if (id === 'yes') handIn(ui, asked.sitting);
      else toOpen(ui, asked.sitting);
    },
  });
}

/** Goes to the first question that stands open. */
function toOpen(ui: Ui, sitting: QuizSitting): void {
  const at = sitting.questions.findIndex(({ id }) => !sitting.given.includes(id));
  if (at >= 0) show(ui, { ...sitting, at });
}

function handIn(ui: Ui, sitting: QuizSitting): void {
  const taken = finishSitting(ui.desk(), sitting);
  openResult(ui, resultOfTaken(sitting.item, taken));
  ui.touch();
  // The path has moved on: the list behind the result is read again.
  openPractice(ui);
  if (taken.refusal) say(ui, refusalText(ui, taken.refusal), 'problem');
}

/** Puts the quiz off: it goes on where it was left. */
export function leaveQuiz(ui: Ui): void {
  const asked = opened(ui);
  if (!asked) return;
  keepSitting(ui.desk(), asked.sitting);
  setQuiz(ui, null);
  openPractice(ui);
  say(ui, words(ui).kept);
}
