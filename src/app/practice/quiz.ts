import { join } from 'node:path';
import type { DeskProblem } from '../../content/desk/desk-problem.ts';
import { itemsOf, type QuizItem } from '../../content/learning/learning-path.ts';
import type { QuizBank } from '../../content/learning/quiz-bank.ts';
import { type DrawnQuestion, drawQuiz } from '../../practice/quiz/draw-quiz.ts';
import { hashText } from '../../util/random.ts';
import { UserError } from '../../util/user-error.ts';
import type { Desk } from '../desk/desk.ts';
import { ownLearningFolder, readLearningPath, shippedLearningFolder } from './learning-path.ts';

/** What is to be asked: topics, or an item of the learning path. */
export interface QuizOrder {
  readonly topics: readonly string[];
  readonly itemId: string | null;
  readonly count: number | null;
  readonly seed: number | null;
}

/** Questions that were drawn, in the order and with the options as they are shown. */
export interface Quiz {
  /** The item of the path that it is taken for; null for practice. */
  readonly item: QuizItem | null;
  readonly seed: number;
  readonly questions: readonly DrawnQuestion[];
  /** Names of the topics, by their codes. */
  readonly topics: ReadonlyMap<string, string>;
  readonly problems: readonly DeskProblem[];
}

const USUAL_COUNT = 10;

/** The questions of the language of a desk: its own topics stand in for shipped ones. */
export async function readBank(
  desk: Pick<Desk, 'paths' | 'language'>,
): Promise<{ readonly bank: QuizBank; readonly problems: readonly DeskProblem[] }> {
  const { readQuizBank } = await import('../../content/learning/read-quiz.ts');
  const folders = [ownLearningFolder(desk.paths), shippedLearningFolder(desk.paths)];
  return readQuizBank(
    folders.map((folder) => join(folder, 'quiz')),
    desk.language,
  );
}

/**
 * Draws questions. Those of an attestation follow from the person, so that asking twice shows no
 * more of them. Throws a UserError for a topic or an item that is not there.
 */
export async function openQuiz(desk: Desk, order: QuizOrder): Promise<Quiz> {
  const { bank, problems } = await readBank(desk);
  const item = order.itemId === null ? null : await quizItem(desk, order.itemId);
  const topics = item?.topics ?? order.topics;
  for (const topic of topics) assertTopic(bank, topic);
  const count = item?.count ?? order.count ?? USUAL_COUNT;
  const seed = item?.isAttestation ? attestationSeed(desk, item) : (order.seed ?? 1);
  const questions = drawQuiz(bank, { topics, count, seed });
  return { item, seed, questions, topics: bank.topics, problems };
}

/** An attempt that a mentor lets be taken again asks other questions. */
function attestationSeed({ me, practiceRecords }: Desk, { id }: QuizItem): number {
  const { retakes } = practiceRecords.of(me.id);
  const again = retakes.filter(({ scenarioId }) => scenarioId === id).length;
  return hashText([id, me.id, ...(again > 0 ? [again] : [])].join(' '));
}

async function quizItem(desk: Desk, itemId: string): Promise<QuizItem> {
  const { path } = await readLearningPath(desk);
  const item = itemsOf(path).find(({ id }) => id === itemId);
  if (item?.kind !== 'quiz') throw new UserError('no-such-path-item', { item: itemId });
  return item;
}

function assertTopic({ topics }: QuizBank, topic: string): void {
  if (topics.has(topic)) return;
  throw new UserError('no-such-topic', { topic, known: [...topics.keys()].join(', ') });
}
