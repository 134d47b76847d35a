import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../../src/content/scenario/scenario.ts';
import { advance } from '../../../src/practice/run/advance.ts';
import { begin } from '../../../src/practice/run/begin.ts';
import { expected } from '../../../src/practice/run/expected.ts';
import { playJudged } from '../../../src/practice/run/play-judged.ts';
import type { RunEvent, TimedEvent } from '../../../src/practice/run/run-event.ts';
import type { RunSetup, RunState } from '../../../src/practice/run/run-state.ts';
import { scoreOf } from '../../../src/practice/score/score-of.ts';
import { judged, MINUTE, shipped } from './player.ts';

const sso = shipped('sso-401');
const facts = [
  ...new Set(
    [...sso.steps.values()].flatMap(({ reply }) => {
      return [...(reply?.expect ?? []), ...(reply?.forbid ?? [])].map(({ fact }) => fact);
    }),
  ),
];

/** What somebody might do, by dice: mostly what the step takes, sometimes anything. */
interface Throw {
  readonly dice: number;
  readonly pick: number;
  readonly has: readonly string[];
  readonly minutes: number;
}

const throws = fc.array(
  fc.record({
    dice: fc.nat(11),
    pick: fc.nat(5),
    has: fc.subarray(facts),
    minutes: fc.oneof(fc.nat(30), fc.nat(5_000)),
  }),
  { maxLength: 40 },
);
const setups = fc.record({
  mode: fc.constantFrom('practice' as const, 'exam' as const),
  seed: fc.nat(1_000),
  startedAt: fc.constant(sso.clock.start),
});

function eventOf(
  scenario: Scenario,
  state: RunState,
  { dice, pick, has, minutes }: Throw,
): RunEvent {
  const takes = expected(scenario, state);
  const dueAt = state.now + minutes * MINUTE;
  const promises = dice % 2 ? [{ kind: 'next-update' as const, text: 'скоро', dueAt }] : [];
  const remarks =
    dice % 5
      ? []
      : [{ rule: 'L1', severity: 'W' as const, start: 0, end: 1, text: 'а', message: 'б' }];
  if (dice < 4) {
    const choice = takes.choices[pick % Math.max(1, takes.choices.length)];
    if (choice !== undefined) return { type: 'chose', choiceId: choice.id };
    const action = takes.actions[0];
    if (action !== undefined) {
      const values = Object.fromEntries(
        action.fields.slice(pick).map(({ name }) => [name, 'SSO-4117']),
      );
      return { type: 'acted', name: action.name, values, facts: {} };
    }
  }
  if (dice < 8) return { type: 'replied', reply: judged('Слова', { has, promises, remarks }) };
  if (dice === 8) return { type: 'opened', attachment: null, article: sso.articles[0] ?? null };
  if (dice === 9) return { type: pick ? 'waited' : 'hinted' };
  return pick ? { type: 'chose', choiceId: 'nothing' } : { type: 'retried' };
}

interface Played {
  readonly state: RunState;
  readonly events: readonly TimedEvent[];
}

function play(setup: RunSetup, thrown: readonly Throw[], scenario = sso): Played {
  let state = begin(scenario, setup);
  const events: TimedEvent[] = [];
  for (const one of thrown) {
    const event = eventOf(scenario, state, one);
    const at = state.now + one.minutes * MINUTE;
    const next = advance(scenario, state, event, at);
    if (!next.ok) continue;
    state = next.value;
    events.push({ seq: state.seq, at, event });
  }
  return { state, events };
}

describe('any run of the example', () => {
  it('has a score between nothing and all, section by section, and moods from 1 to 5', () => {
    fc.assert(
      fc.property(setups, throws, (setup, thrown) => {
        const { state } = play(setup, thrown);
        const { score, max, sections } = scoreOf(sso, state);
        expect(max).toBe(100);
        for (const section of sections) {
          expect(section.score).toBeGreaterThanOrEqual(0);
          expect(section.score).toBeLessThanOrEqual(section.isZeroed ? 0 : section.max);
        }
        expect(score).toBe(sections.reduce((sum, section) => sum + section.score, 0));
        expect(state.transcript.every(({ mood }) => mood >= 1 && mood <= 5)).toBe(true);
        const times = state.transcript.map(({ at }) => at);
        expect(times).toEqual(times.toSorted((a, b) => a - b));
      }),
      { numRuns: 150 },
    );
  });

  it('is the same again when its events are played again', () => {
    fc.assert(
      fc.property(setups, throws, (setup, thrown) => {
        const { state, events } = play(setup, thrown);
        const again = playJudged(sso, setup, events);
        expect(again.ok && again.value).toEqual(state);
        expect(again.ok && scoreOf(sso, again.value)).toEqual(scoreOf(sso, state));
      }),
      { numRuns: 100 },
    );
  });

  it('never stops without an answer that would be taken, unless it is over', () => {
    fc.assert(
      fc.property(setups, throws, (setup, thrown) => {
        const { state } = play(setup, thrown);
        const { isOver, reply, choices, actions } = expected(sso, state);
        expect(isOver || reply || choices.length + actions.length > 0).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('stands still, and never breaks, where steps of its scenario are missing', () => {
    const gone = fc.subarray([...sso.steps.keys()]);
    fc.assert(
      fc.property(setups, throws, gone, (setup, thrown, missing) => {
        const steps = new Map([...sso.steps].filter(([id]) => !missing.includes(id)));
        const scenario = { ...sso, steps };
        const { state } = play(setup, thrown, scenario);
        const { score } = scoreOf(scenario, state);
        expect(score >= 0 && score <= 100).toBe(true);
        expect(state.isStuck && state.ending !== null).toBe(false);
      }),
      { numRuns: 100 },
    );
  });
});
