import { ownAttestation } from '../../../app/practice/quiz-result.ts';
import { quizStanding } from '../../../app/practice/quiz-sitting.ts';
import { recordLesson } from '../../../app/practice/record-run.ts';
import type { LessonItem, QuizItem } from '../../../content/learning/learning-path.ts';
import { practiceQuizTexts } from '../../../i18n/practice-quiz-texts.ts';
import { cardBody } from '../../present/reply-preview.ts';
import { refusalText } from '../act.ts';
import type { Choice } from '../overlay-state.ts';
import { openPager, openPicker } from '../overlays.ts';
import { openLessonArticle } from '../reader-model.ts';
import { sayProblem } from '../say-problem.ts';
import { say, type Ui } from '../ui.ts';
import { openPractice } from './open-practice.ts';
import { askQuiz } from './quiz-model.ts';
import { openRecordedQuiz } from './quiz-review-model.ts';

/** Cards are read like a page: longer rows tire. */
const WIDEST_CARD = 96;

function words(ui: Ui) {
  return practiceQuizTexts(ui.store.get().language);
}

/** Opens a lesson or a quiz of the path. */
export async function openPathItem(ui: Ui, item: LessonItem | QuizItem): Promise<void> {
  // What was said of another item is over.
  ui.store.set({ toast: null });
  if (item.kind === 'lesson') return openLesson(ui, item);
  if (!item.isAttestation) return askQuiz(ui, item.id);
  const { isTaken, begun } = quizStanding(ui.desk(), item);
  const runId = isTaken ? ownAttestation(ui.desk(), item.id) : null;
  if (runId !== null && openRecordedQuiz(ui, runId)) return;
  // Without its answers there is nothing to show of a taken one, and the quiz says why it does not begin.
  if (isTaken || begun) return askQuiz(ui, item.id);
  askFirst(ui, item);
}

/** An attestation is asked for first: it has one attempt. */
function askFirst(ui: Ui, { id: itemId, title }: QuizItem): void {
  const t = words(ui);
  const choice = (id: string, label: string, detail = ''): Choice => {
    return { id, label, detail, disabled: null };
  };
  openPicker(ui, {
    purpose: 'quiz-start',
    title: t.startTitle(title ?? itemId),
    isSearchable: false,
    choices: [choice('no', t.startNo), choice('yes', t.startYes, t.startRules)],
    choose: ({ id }) => {
      if (id !== 'yes') return;
      ui.gate.hold(askQuiz(ui, itemId).catch((error: unknown) => sayProblem(ui, error)));
    },
  });
}

/** A lesson that was opened is read: the path moves on. */
async function openLesson(ui: Ui, item: LessonItem): Promise<void> {
  const isOpen =
    item.article !== null
      ? await openLessonArticle(ui, item.article)
      : await openCard(ui, item.card ?? item.id);
  if (!isOpen) return;
  const done = recordLesson(ui.desk(), { itemId: item.id, score: null, max: null });
  if (!done.ok) return say(ui, refusalText(ui, done.problem), 'problem');
  // Behind an article the tab is read when one comes back.
  if (item.article === null) openPractice(ui);
}

/** Shows a card about how we do not talk over the tab; false: it is not there. */
async function openCard(ui: Ui, cardId: string): Promise<boolean> {
  const { readDontCards } = await import('../../../app/content/dont-cards.ts');
  const { language, columns } = ui.store.get();
  const cards = await readDontCards(ui.desk(), language);
  const card = cards.find(({ id }) => id === cardId);
  if (!card) {
    say(ui, words(ui).noCard(cardId), 'problem');
    return false;
  }
  openPager(ui, card.title, cardBody(card.body, Math.min(WIDEST_CARD, columns - 6)));
  return true;
}
