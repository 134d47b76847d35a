import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  MOST_SKILLS,
  type PlayableScenario,
  planDay,
} from '../../../src/practice/path/daily-plan.ts';
import { playedSkill, type SkillCard } from '../../../src/practice/path/skill-card.ts';

const DAY = 86_400_000;
const monday = Date.parse('2026-11-16T09:00:00Z');

function played(skill: string, ...runs: readonly (readonly [day: number, percent: number])[]) {
  let card: SkillCard | null = null;
  for (const [day, percent] of runs) {
    card = playedSkill(card, { skill, percent, at: monday + day * DAY });
  }
  if (card === null) throw new Error('nothing was played');
  return card;
}

function scenario(id: string, skills: readonly string[], about: Partial<PlayableScenario> = {}) {
  return { id, skills, minutes: 10, isUnlocked: true, lastPlayedAt: null, ...about };
}

describe('a skill', () => {
  it('comes back later each time it goes well, and soon when it does not', () => {
    const well = played('hold', [0, 75]);
    const later = playedSkill(well, { skill: 'hold', percent: 75, at: well.dueAt });
    const latest = playedSkill(later, { skill: 'hold', percent: 75, at: later.dueAt });
    expect(well.dueAt - monday).toBeLessThan(later.dueAt - well.dueAt);
    expect(later.dueAt - well.dueAt).toBeLessThan(latest.dueAt - later.dueAt);
    const badly = playedSkill(latest, { skill: 'hold', percent: 49, at: latest.dueAt });
    expect(badly.dueAt - latest.dueAt).toBeLessThan(DAY);
    expect(badly.lapses).toBe(1);
  });

  it.each([
    [49, 1],
    [50, 2],
    [69.9, 2],
    [70, 3],
    [89, 3],
    [90, 4],
  ])('is remembered at %d %% better than at less (grade %d)', (percent, grade) => {
    const of = (value: number) => played('hold', [0, value]).stability;
    const worst = { 1: 0, 2: 50, 3: 70, 4: 100 }[grade] ?? 0;
    expect(of(percent)).toBe(of(worst));
  });

  it('does not get younger when the clock is set back', () => {
    const card = played('hold', [10, 80]);
    const again = playedSkill(card, { skill: 'hold', percent: 80, at: monday });
    expect(again.lastAt).toBe(card.lastAt);
    expect(again.dueAt).toBeGreaterThan(card.dueAt - 1);
  });
});

describe('the plan of a day', () => {
  const cards = ['greeting', 'hold', 'promise', 'scope'].map((skill, day) => {
    return played(skill, [day, 80]);
  });
  const now = monday + 60 * DAY;

  it('proposes what waits longest, with the scenario that practises most of it', () => {
    const plan = planDay({
      ...{ cards, now },
      scenarios: [
        scenario('a-one', ['greeting']),
        scenario('b-two', ['hold', 'promise']),
        scenario('c-locked', ['greeting', 'hold', 'promise'], { isUnlocked: false }),
      ],
    });
    expect(plan.map(({ card, scenarioId }) => [card.skill, scenarioId])).toEqual([
      ['greeting', 'a-one'],
      ['hold', 'b-two'],
      ['promise', 'b-two'],
    ]);
  });

  it('takes what was not seen lately, and what was when there is nothing else', () => {
    const lately = scenario('a', ['greeting', 'hold'], { lastPlayedAt: now - DAY });
    const longAgo = scenario('b', ['greeting'], { lastPlayedAt: now - 30 * DAY });
    const due = cards.slice(0, 1);
    const choice = (scenarios: readonly PlayableScenario[]) =>
      planDay({ cards: due, scenarios, now })[0]?.scenarioId;
    expect(choice([lately, longAgo])).toBe('b');
    expect(choice([lately])).toBe('a');
    expect(choice([])).toBeNull();
  });

  it('is empty while nothing is due', () => {
    expect(planDay({ cards, scenarios: [], now: monday })).toEqual([]);
  });

  it('never holds more than three skills, only due ones, and is the same for the same question', () => {
    const skill: fc.Arbitrary<string> = fc.constantFrom(
      'greeting',
      'hold',
      'promise',
      'scope',
      'calm',
      'record',
    );
    const anyCard = fc
      .tuple(skill, fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 100 }))
      .map(([name, day, percent]) => played(name, [day, percent]));
    const anyScenario = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      skills: fc.uniqueArray(skill, { maxLength: 4 }),
      minutes: fc.integer({ min: 5, max: 15 }),
      isUnlocked: fc.boolean(),
      lastPlayedAt: fc.option(fc.integer({ min: monday, max: monday + 60 * DAY })),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(anyCard, { selector: (card) => card.skill }),
        fc.uniqueArray(anyScenario, { selector: (one) => one.id }),
        (some, scenarios) => {
          const plan = planDay({ cards: some, scenarios, now });
          expect(plan.length).toBeLessThanOrEqual(MOST_SKILLS);
          for (const { card, scenarioId } of plan) {
            expect(card.dueAt).toBeLessThanOrEqual(now);
            const chosen = scenarios.find(({ id }) => id === scenarioId);
            const isPossible = scenarios.some(
              (one) => one.isUnlocked && one.skills.includes(card.skill),
            );
            expect(chosen !== undefined).toBe(isPossible);
            if (chosen) expect(chosen.isUnlocked && chosen.skills.includes(card.skill)).toBe(true);
          }
          const shuffled = { cards: some.toReversed(), scenarios: scenarios.toReversed(), now };
          expect(planDay(shuffled)).toEqual(plan);
        },
      ),
      { numRuns: 200 },
    );
  });
});
