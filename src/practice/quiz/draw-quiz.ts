import type { QuizBank, QuizOption, QuizQuestion } from '../../content/learning/quiz-bank.ts';
import { makeRandom } from '../../util/random.ts';

/** A question as it is shown: its options in the order of this drawing. */
export interface DrawnQuestion extends QuizQuestion {
  readonly options: readonly QuizOption[];
}

export interface QuizDraw {
  /** Empty: all topics. */
  readonly topics: readonly string[];
  /** At most this many. */
  readonly count: number;
  readonly seed: number;
}

/** Questions by chance, each once; the same seed draws the same. Pure. */
export function drawQuiz(
  bank: QuizBank,
  { topics, count, seed }: QuizDraw,
): readonly DrawnQuestion[] {
  const { int } = makeRandom(seed);
  const fitting = bank.questions.filter(
    ({ topic }) => topics.length === 0 || topics.includes(topic),
  );
  return shuffled(fitting, int)
    .slice(0, count)
    .map((question) => ({ ...question, options: shuffled(question.options, int) }));
}

function shuffled<Item>(
  items: readonly Item[],
  int: (from: number, to: number) => number,
): readonly Item[] {
  const mixed = [...items];
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = int(0, at);
    const [here, there] = [mixed[at], mixed[other]];
    if (here === undefined || there === undefined) continue;
    mixed[at] = there;
    mixed[other] = here;
  }
  return mixed;
}
