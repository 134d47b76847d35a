import { itemsOf } from '../../../content/learning/learning-path.ts';
import { lockersOf } from '../../../practice/path/path-progress.ts';
import type { Desk } from '../../desk/desk.ts';
import { type PlanView, readPlan } from '../learning.ts';
import type { ListedScenario } from '../list-scenarios.ts';
import { trackPerson } from '../path-tracks.ts';
import { seesOthers } from '../practice-people.ts';
import { type QuizStanding, quizStanding } from '../quiz-sitting.ts';
import { type PastRun, runHistory } from '../run-history.ts';

/** A scenario as somebody may choose it. */
export interface OfferedScenario {
  readonly card: ListedScenario;
  /** The best result so far, in percent; null before the first one. */
  readonly best: number | null;
  readonly isPassed: boolean;
  /** Titles of what has to be passed before. */
  readonly lockedBy: readonly string[];
}

/** Everything that the tab of practice lists for whoever sits here. */
export interface PracticeTabView {
  readonly plan: PlanView;
  readonly scenarios: readonly OfferedScenario[];
  /** How I stand with each quiz of the path, by its item. */
  readonly quizzes: ReadonlyMap<string, QuizStanding>;
  /** What was played to its end or given up, the latest first. */
  readonly runs: readonly PastRun[];
  /** The practice of others may be looked at. */
  readonly seesOthers: boolean;
}

/** Reads what there is to play, and how it went so far. */
export async function readPracticeTab(desk: Desk): Promise<PracticeTabView> {
  const plan = await readPlan(desk);
  const { scenarios: cards, facts } = await trackPerson(desk, desk.me);
  const titles = new Map(cards.map(({ id, title }) => [id, title]));
  const scenarios = cards.map((card): OfferedScenario => {
    const track = facts.scenarios.get(card.id);
    const best = track?.best ?? null;
    return {
      card,
      best: best === null || best.max === 0 ? null : Math.round((best.score * 100) / best.max),
      isPassed: (track?.isPracticePassed || track?.isExamPassed) ?? false,
      lockedBy: lockersOf(card, facts.scenarios).map((id) => titles.get(id) ?? id),
    };
  });
  const runs = (await runHistory(desk)).filter(({ state }) => state !== 'open');
  return { plan, scenarios, runs, quizzes: quizzesOf(desk, plan), seesOthers: seesOthers(desk) };
}

function quizzesOf(desk: Desk, { path }: PlanView): PracticeTabView['quizzes'] {
  const quizzes = itemsOf(path).filter((item) => item.kind === 'quiz');
  return new Map(quizzes.map((item) => [item.id, quizStanding(desk, item)]));
}
