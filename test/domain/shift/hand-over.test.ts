import { beforeEach, describe, expect, it } from 'vitest';
import { expiresAt } from '../../../src/domain/shift/decide-handover.ts';
import type { Shift } from '../../../src/domain/shift/shift.ts';
import { hour, minute } from '../../support/desk.ts';
import { anya, dayPlan, head, openShift, petr } from '../../support/shift.ts';
import { accept, answerTo, HandoverInMemory, redOf, submit } from '../../support/shift-handover.ts';

let day: HandoverInMemory;
beforeEach(() => {
  day = new HandoverInMemory();
  day.does(openShift());
});

const last = ({ handovers }: Shift) => handovers.at(-1);

describe('a shift that was not accepted', () => {
  it('goes back with what is missing, and comes again as the next revision', () => {
    day.does(submit([]));
    expect(day.tries({ type: 'return-shift', revision: 1, reason: ' ' }, petr)).toBe(
      'reason-missing',
    );
    day.does({ type: 'return-shift', revision: 1, reason: 'кто на SM-a?' }, petr);
    expect(last(day.shift)).toMatchObject({ state: 'returned', reason: 'кто на SM-a?' });
    expect(day.tries(accept([]), petr)).toBe('handover-returned-already');
    day.does(submit([], { revision: 2 }));
    expect(day.tries(accept([], { revision: 2 }), petr)).toBe('ok');
  });

  it('expires a quarter of an hour after the next shift began, and can still be accepted', () => {
    const expire = { type: 'expire-shift', revision: 1 } as const;
    day.has('a');
    const items = [redOf('a', { toId: 'petr' })];
    day.does(submit(items));
    const end = expiresAt({ submittedAt: day.now }, dayPlan);
    expect(end).toBe(dayPlan.endsAt + 15 * minute);
    day.now = end - 1;
    expect(day.tries(expire, anya)).toBe('expire-early');
    day.now = end;
    expect(day.tries(expire, anya)).toBe('ok');
    // Another workstation noticed it, too: no news, no refusal.
    expect(day.runs(expire, petr)).toEqual({ events: [], tickets: [] });
    expect([last(day.shift)?.state, day.ticket('a').assigneeId]).toEqual(['expired', 'anya']);
    day.does(accept(items.map((item) => answerTo(item))), petr);
    expect(day.ticket('a').assigneeId).toBe('petr');
  });

  it('gives who submits late the same quarter of an hour', () => {
    const late = dayPlan.endsAt + hour;
    expect(expiresAt({ submittedAt: late }, dayPlan)).toBe(late + 15 * minute);
  });
});

describe('remarks on a hand-over', () => {
  const say = (text: string, more = {}) => ({
    ...({ type: 'remark-shift', revision: 1 } as const),
    remark: { id: 'r1', kind: 'surprise' as const, text, ...more },
  });

  it('come at any time, also from an engineer, and change nothing else', () => {
    day.does(submit([]));
    day.does(accept([]), petr);
    day.does(say('не сказали про сертификат'), anya);
    expect(last(day.shift)).toMatchObject({
      state: 'accepted',
      remarks: [{ kind: 'surprise', text: 'не сказали про сертификат', byId: 'anya' }],
    });
    expect(day.runs(say('ещё раз'), anya)).toEqual({ events: [], tickets: [] });
  });

  it('say something about a revision that there is', () => {
    expect(day.tries(say('рано'))).toBe('shift-not-submitted');
    day.does(submit([]));
    expect(day.tries(say(' '))).toBe('text-missing');
    expect(day.tries(say('х'.repeat(10_001)))).toBe('text-too-long');
    day.does(say('второй', { kind: 'second-acceptance' }));
    expect(last(day.shift)?.remarks[0]?.kind).toBe('remark');
  });
});

it('an accepted report takes no other revision, no return and no expiry', () => {
  day.does(submit([]));
  day.does(accept([]), petr);
  expect(day.tries(submit([], { revision: 2 }))).toBe('handover-accepted');
  expect(day.tries({ type: 'return-shift', revision: 1, reason: 'нет' }, head)).toBe(
    'handover-accepted',
  );
  day.now += 48 * hour;
  expect(day.runs({ type: 'expire-shift', revision: 1 }, petr)).toEqual({
    events: [],
    tickets: [],
  });
  expect(last(day.shift)?.state).toBe('accepted');
});
