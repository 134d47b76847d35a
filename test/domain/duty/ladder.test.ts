import { describe, expect, test } from 'vitest';
import { type LadderPlace, ladderFor, ladderState } from '../../../src/domain/duty/ladder.ts';
import type { LadderCall } from '../../../src/domain/handover/handover.ts';
import { must } from '../../../src/util/must.ts';
import { minute } from '../../support/desk.ts';
import { ticketIn } from '../../support/domain.ts';
import { nightDesk, romashka, team } from '../../support/night-desk.ts';

const night = Date.parse('2026-11-18T23:00:00+03:00');
const ticket = ticketIn('new').ticket;

function place(more: Partial<LadderPlace> = {}): LadderPlace {
  return { desk: nightDesk(), people: team, at: night, customer: romashka(), ...more };
}

const rungs = ladderFor(ticket, place());

function called(number: number, outcome: LadderCall['outcome'], at: number): LadderCall {
  const { ladder, step, person, means } = must(rungs[number - 1], 'rung');
  return {
    ladder: ladder.code,
    step,
    personId: person?.id ?? null,
    means,
    outcome,
    byId: 'anya',
    at,
  };
}

describe('the ladder of a ticket', () => {
  test('names whoever stands on each step at this hour, through the ladder that follows', () => {
    expect(rungs.map(({ number, person }) => `${number} ${person?.name ?? '-'}`)).toEqual([
      '1 gleb',
      '2 vera',
      '3 lead',
      '4 module',
      '5 head',
    ]);
    const day = ladderFor(ticket, place({ at: Date.parse('2026-11-18T14:00:00+03:00') }));
    expect(day[0]?.person).toBeNull();
  });

  test('without a ticket is the one for every ticket', () => {
    const [first, second] = ladderFor(null, place({ customer: null }));
    expect(first?.person?.name).toBe('gleb');
    expect(second?.person).toBeNull();
  });

  test('by day another ladder is climbed than at night', () => {
    const [first, ...others] = nightDesk().ladders;
    const own = must(first, 'a ladder');
    const atNight = { ...own, when: { outside: 'office' } };
    const byDay = { ...own, code: 'by-day', when: { inside: 'office' } };
    const desk = nightDesk({ ladders: [atNight, byDay, ...others] });
    const offered = (at: string) =>
      ladderFor(ticket, place({ desk, at: Date.parse(at) }))[0]?.ladder.code;
    expect(offered('2026-11-18T23:00:00+03:00')).toBe(own.code);
    expect(offered('2026-11-18T14:00:00+03:00')).toBe('by-day');
  });

  test('a circle of ladders ends', () => {
    const { ladders } = nightDesk();
    const circle = ladders.map((ladder) => ({ ...ladder, next: 'night' }));
    expect(ladderFor(ticket, place({ desk: nightDesk({ ladders: circle }) }))).toHaveLength(2);
  });

  test('a desk without ladders has no steps', () => {
    expect(ladderFor(ticket, place({ desk: nightDesk({ ladders: [] }) }))).toEqual([]);
  });
});

describe('the lit step', () => {
  test('is the first one, for as long as nobody was called', () => {
    expect(ladderState(rungs, [], night)).toMatchObject({
      lit: { number: 1 },
      next: { number: 2 },
      nextAt: null,
    });
  });

  test('moves on when the time of the policy has passed since the first call in vain', () => {
    const calls = [called(1, 'no-answer', night), called(1, 'no-answer', night + 4 * minute)];
    const soon = ladderState(rungs, calls, night + 5 * minute - 1);
    expect(soon).toMatchObject({ lit: { number: 1 }, nextAt: night + 5 * minute });
    expect(ladderState(rungs, calls, night + 5 * minute).lit?.number).toBe(2);
  });

  test('waits at each step anew and stays at the last one', () => {
    const calls = [1, 2, 3, 4, 5].map((n) => called(n, 'no-answer', night + n * minute));
    const state = ladderState(rungs, calls, night + 60 * minute);
    expect(state).toMatchObject({ lit: { number: 5 }, next: null, nextAt: null });
    expect(ladderState(rungs, calls.slice(0, 2), night + 3 * minute).lit?.number).toBe(2);
  });

  test('goes out with an answer; a call after it lights that step again', () => {
    const calls = [called(1, 'no-answer', night), called(2, 'answered', night + minute)];
    const state = ladderState(rungs, calls, night + 60 * minute);
    expect(state).toMatchObject({ lit: null, answered: { personId: 'vera' } });
    const again = [...calls, called(3, 'no-answer', night + 2 * minute)];
    expect(ladderState(rungs, again, night + 3 * minute).lit?.number).toBe(3);
  });

  test('passes over a step on which nobody stands', () => {
    const alone = ladderFor(ticket, place({ customer: null }));
    const call = { ...called(1, 'no-answer', night), personId: 'gleb' };
    expect(ladderState(alone, [call], night + 5 * minute).lit?.number).toBe(3);
  });
});
