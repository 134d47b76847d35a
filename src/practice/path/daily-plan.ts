import { compareText } from '../../util/compare-text.ts';
import type { SkillCard } from './skill-card.ts';

/** A scenario that may be proposed today. */
export interface PlayableScenario {
  readonly id: string;
  readonly skills: readonly string[];
  readonly minutes: number;
  readonly isUnlocked: boolean;
  /** When it was played last, epoch ms; null: never. */
  readonly lastPlayedAt: number | null;
}

/** A skill that is due, and what to play for it; several may be practised by one scenario. */
export interface DueSkill {
  readonly card: SkillCard;
  /** Null: nothing that is unlocked practises it. */
  readonly scenarioId: string | null;
}

export interface PlanQuestion {
  readonly cards: readonly SkillCard[];
  readonly scenarios: readonly PlayableScenario[];
  /** Epoch ms. */
  readonly now: number;
}

/** More than this a day is not learning any more. */
export const MOST_SKILLS = 3;
const LATELY_MS = 3 * 86_400_000;

/**
 * The plan of a day: at most three skills that are due, the longest waiting first, with scenarios
 * that practise most of them and were not seen lately. The same question has the same answer.
 */
export function planDay({ cards, scenarios, now }: PlanQuestion): readonly DueSkill[] {
  const due = cards
    .filter(({ dueAt }) => dueAt <= now)
    .toSorted((a, b) => a.dueAt - b.dueAt || compareText(a.skill, b.skill))
    .slice(0, MOST_SKILLS);
  const chosen = new Map<string, string>();
  let open = due.map(({ skill }) => skill);
  for (;;) {
    const best = bestFor(open, { scenarios, now });
    if (best === null) break;
    for (const skill of open) if (best.skills.includes(skill)) chosen.set(skill, best.id);
    open = open.filter((skill) => !best.skills.includes(skill));
  }
  return due.map((card) => ({ card, scenarioId: chosen.get(card.skill) ?? null }));
}

/** What covers most of some skills; among equals what was not seen lately, then what is longest ago. */
function bestFor(
  skills: readonly string[],
  { scenarios, now }: Pick<PlanQuestion, 'scenarios' | 'now'>,
): PlayableScenario | null {
  const covered = ({ skills: of }: PlayableScenario) =>
    skills.filter((skill) => of.includes(skill)).length;
  const isLate = ({ lastPlayedAt }: PlayableScenario) =>
    lastPlayedAt !== null && now - lastPlayedAt < LATELY_MS;
  const fitting = scenarios.filter((one) => one.isUnlocked && covered(one) > 0);
  const fresh = fitting.filter((one) => !isLate(one));
  const [best] = (fresh.length > 0 ? fresh : fitting).toSorted(
    (a, b) =>
      covered(b) - covered(a) ||
      (a.lastPlayedAt ?? 0) - (b.lastPlayedAt ?? 0) ||
      a.minutes - b.minutes ||
      compareText(a.id, b.id),
  );
  return best ?? null;
}
