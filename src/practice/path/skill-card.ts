import { type Card, createEmptyCard, fsrs, type Grade, Rating } from 'ts-fsrs';

/** How well a skill is held, by what was played so far. Instants are epoch ms. */
export interface SkillCard {
  readonly skill: string;
  readonly dueAt: number;
  readonly lastAt: number | null;
  /** Of the run that was played last, in percent. */
  readonly lastPercent: number | null;
  readonly stability: number;
  readonly difficulty: number;
  readonly scheduledDays: number;
  readonly learningSteps: number;
  readonly reps: number;
  readonly lapses: number;
  readonly state: number;
}

// Chance would make two workstations plan different days.
const scheduler = fsrs({ request_retention: 0.9, enable_fuzz: false });

/** How a run of so many percent is remembered. */
export function gradeOf(percent: number): Grade {
  if (percent < 50) return Rating.Again;
  if (percent < 70) return Rating.Hard;
  return percent < 90 ? Rating.Good : Rating.Easy;
}

/** The card of a skill after it was played with this result. Pure. */
export function playedSkill(
  before: SkillCard | null,
  { skill, percent, at }: { readonly skill: string; readonly percent: number; readonly at: number },
): SkillCard {
  const card = before ? toCard(before) : createEmptyCard(new Date(at));
  // A clock that was set back must not make a card younger than it is.
  const now = new Date(Math.max(at, before?.lastAt ?? at));
  const { card: next } = scheduler.next(card, now, gradeOf(percent));
  return {
    skill,
    dueAt: next.due.getTime(),
    lastAt: now.getTime(),
    lastPercent: percent,
    stability: next.stability,
    difficulty: next.difficulty,
    scheduledDays: next.scheduled_days,
    learningSteps: next.learning_steps,
    reps: next.reps,
    lapses: next.lapses,
    state: next.state,
  };
}

function toCard(card: SkillCard): Card {
  return {
    due: new Date(card.dueAt),
    stability: card.stability,
    difficulty: card.difficulty,
    elapsed_days: 0,
    scheduled_days: card.scheduledDays,
    learning_steps: card.learningSteps,
    reps: card.reps,
    lapses: card.lapses,
    state: card.state,
    ...(card.lastAt === null ? {} : { last_review: new Date(card.lastAt) }),
  };
}
