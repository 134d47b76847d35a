import { openQuiz, type Quiz } from '../../app/practice/quiz.ts';
import { readQuizAnswers } from '../../app/practice/read-quiz-answers.ts';
import { type TakenQuiz, takeQuiz } from '../../app/practice/take-quiz.ts';
import { fill } from '../../i18n/fill.ts';
import { loadPracticePathTexts, type PracticePathTexts } from '../../i18n/practice-path-texts.ts';
import type { ScoredQuestion } from '../../practice/quiz/score-quiz.ts';
import type { CommandInput } from '../command-input.ts';
import { readWhole } from '../read-text.ts';
import { refusedError } from '../refused.ts';
import type { Session } from '../session.ts';
import { tellLearningProblems } from '../tell-learning-problems.ts';
import { UsageError, wholeNumber } from '../usage-error.ts';

/** `smena practice quiz [--topic T] [--item ID] [--answers FILE]`: questions, or what answers are worth. */
export async function practiceQuiz(session: Session, input: CommandInput): Promise<void> {
  const number = (key: string, least: number) => {
    const text = input.value(key);
    return text === undefined ? null : wholeNumber(text, `--${key}`, least);
  };
  const [topics, itemId] = [input.all('topic'), input.value('item') ?? null];
  const order = { topics, itemId, count: number('count', 1), seed: number('seed', 0) };
  if (itemId !== null && (topics.length > 0 || order.count !== null)) {
    throw new UsageError('either-or', { one: '--item', other: '--topic, --count' });
  }
  const desk = await session.desk();
  const quiz = await openQuiz(desk, order);
  await tellLearningProblems(session, quiz.problems);
  const texts = await loadPracticePathTexts(session.language);
  const file = input.value('answers');
  if (file === undefined) return printQuestions(session, quiz, texts);
  const answers = readQuizAnswers(file, await readWhole(session, file), quiz.questions);
  const taken = takeQuiz(desk, quiz, answers);
  if (taken.refusal) throw refusedError(desk, taken.refusal, null);
  printScore(session, { quiz, taken }, texts);
}

function printQuestions({ output }: Session, quiz: Quiz, texts: PracticePathTexts): void {
  const { item, seed, questions, topics } = quiz;
  if (output.isJson) {
    return output.json({
      ...{ item: item?.id ?? null, seed, pass: item?.pass ?? null },
      questions: questions.map(({ id, topic, text, options }) => ({
        ...{ id, topic, topicTitle: topics.get(topic) ?? topic, text },
        several: options.filter(({ isRight }) => isRight).length > 1,
        options: options.map((one, at) => ({ position: at + 1, id: one.id, text: one.text })),
      })),
    });
  }
  for (const [at, { id, text, options }] of questions.entries()) {
    const isSeveral = options.filter(({ isRight }) => isRight).length > 1;
    const asked = isSeveral ? `${text} ${texts.several}` : text;
    output.row(`${fill(texts.question, { number: at + 1, text: asked })} [${id}]`);
    for (const [place, option] of options.entries()) {
      output.row(fill(texts.option, { position: place + 1, text: option.text }));
    }
  }
  output.talk(fill(texts.howToAnswer, { seed }));
}

function printScore(
  { output }: Session,
  { quiz, taken }: { readonly quiz: Quiz; readonly taken: TakenQuiz },
  texts: PracticePathTexts,
): void {
  const { item, seed } = quiz;
  const { score: scored, isPassed, isRecorded } = taken;
  const { score, max, percent, questions } = scored;
  if (output.isJson) {
    return output.json({
      ...{ item: item?.id ?? null, seed, score, max, percent },
      ...{ pass: item?.pass ?? null, passed: isPassed, recorded: isRecorded },
      questions: questions.map(scoredJson),
    });
  }
  for (const [at, { question, isRight, ...rest }] of questions.entries()) {
    const { text, options, why, source } = question;
    const sign = isRight ? `✓ ${texts.right}` : `· ${texts.notRight}`;
    output.row(`${fill(texts.question, { number: at + 1, text })} ${sign}`);
    const right = options.filter((one) => one.isRight).map((one) => one.text);
    if (!isRight) output.row(`   ${fill(texts.rightAnswer, { what: right.join('; ') })}`);
    if (!isRight || rest.answer.length > 0) output.row(`   ${why} (${source})`);
  }
  output.row(fill(texts.quizScore, { score, max, percent }));
  if (isPassed === null) return;
  output.row(isPassed ? texts.quizPassed : fill(texts.quizFailed, { pass: item?.pass ?? 0 }));
  if (isRecorded) output.talk(texts.recorded);
}

function scoredJson({ question, answer, isRight }: ScoredQuestion) {
  const { id, topic, text, options, why, source } = question;
  const right = options.filter((one) => one.isRight).map((one) => one.id);
  return { id, topic, text, answer, right, isRight, why, source };
}
