import type { DeskProblem } from '../../content/desk/desk-problem.ts';
import type { LearningPath } from '../../content/learning/learning-path.ts';
import type { Person } from '../../domain/person.ts';
import { type DueSkill, planDay } from '../../practice/path/daily-plan.ts';
import { isUnlocked, type PathProgress, pathProgress } from '../../practice/path/path-progress.ts';
import type { Desk } from '../desk/desk.ts';
import { readLearningPath } from './learning-path.ts';
import type { ListedScenario } from './list-scenarios.ts';
import { type Tracked, trackPerson } from './path-tracks.ts';
import { practiceFileIfThere } from './practice-file.ts';
import { cardsOf } from './settle-run.ts';
import { type ResumableRun, resumable } from './start-run.ts';

/** How far somebody is on the learning path. */
export interface LearningView {
  readonly path: LearningPath;
  readonly progress: PathProgress;
  readonly scenarios: readonly ListedScenario[];
  /** What is wrong with the desk's own path; the shipped one stands in. */
  readonly problems: readonly DeskProblem[];
}

/** Today of a learner. */
export interface PlanView extends LearningView {
  /** At most three skills that are due. */
  readonly due: readonly DueSkill[];
  readonly resumable: ResumableRun | null;
}

/** The learning path of somebody, with how far it goes and what comes next. */
export async function readLearning(desk: Desk, person: Pick<Person, 'id'>): Promise<LearningView> {
  return learningOf(desk, await trackPerson(desk, person));
}

async function learningOf(desk: Desk, { scenarios, facts }: Tracked): Promise<LearningView> {
  const { path, problems } = await readLearningPath(desk);
  return { path, progress: pathProgress(path, facts), scenarios, problems };
}

/** What is to be done today: skills that are due, a run that waits, the next item of the path. */
export async function readPlan(desk: Desk): Promise<PlanView> {
  // First, since it settles what is over.
  const waiting = resumable(desk);
  const tracked = await trackPerson(desk, desk.me);
  const { facts, lastPlayed } = tracked;
  const learning = await learningOf(desk, tracked);
  const hasFile = practiceFileIfThere(desk) !== null;
  const due = planDay({
    cards: hasFile ? cardsOf(desk, desk.me.id) : [],
    scenarios: learning.scenarios.map(({ id, skills, minutes, requires }) => ({
      ...{ id, skills, minutes },
      isUnlocked: isUnlocked({ requires }, facts.scenarios),
      lastPlayedAt: lastPlayed.get(id) ?? null,
    })),
    now: desk.clock.now(),
  });
  return { ...learning, due, resumable: waiting };
}
