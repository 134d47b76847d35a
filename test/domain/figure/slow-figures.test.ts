import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayIn } from '../../../src/domain/desk-day.ts';
import type { TicketEvent, TicketFact } from '../../../src/domain/event.ts';
import { evolveTicket } from '../../../src/domain/evolve-ticket.ts';
import type { FigureCode } from '../../../src/domain/figure/figure.ts';
import type { Ticket } from '../../../src/domain/ticket.ts';
import { day, hour, minute } from '../../support/desk.ts';
import { contextOf, dayShift, kOfN, Life, shiftStart } from '../../support/figures.ts';

const times = [7, 20, 45, 90, 400, 3000].map((n) => n * minute);

type Deed = (life: Life, at: number) => unknown;
const deeds: readonly Deed[] = [
  (life, at) => life.hears(at),
  (life, at) => life.says(at),
  (life, at) => life.says(at, 'oleg'),
  (life, at) => life.notes(at),
  (life, at) => life.isTaken(at),
  (life, at) => life.becomes(at, 'open'),
  (life, at) => life.becomes(at, 'waiting-customer'),
  (life, at) => life.becomes(at, 'resolved'),
  (life, at) => life.becomes(at, 'closed'),
  (life, at) => life.comesBack(at),
  (life, at) => life.moves(at, '1', '2'),
  (life, at) => life.moves(at, '2', '1'),
  (life, at) => life.promises(at, at + hour),
  (life, at) => life.settles(at, 'kept'),
  (life, at) => life.logs(at, 5 * minute),
  (life, at) => life.isHanded(at, '1', '2'),
  (life, at) => life.add(at, { type: 'handover-accepted', handoverId: 'h' }),
  (life, at) => life.add(at, { type: 'closed-off-topic', reason: '' }),
];

const anyLife = fc
  .record({
    start: fc.integer({ min: -30, max: 14 }),
    steps: fc.array(fc.tuple(fc.constantFrom(...deeds), fc.constantFrom(...times)), {
      maxLength: 14,
    }),
    priority: fc.constantFrom('P1', 'P3' as const),
  })
  .map(({ start, steps, priority }) => (id: string) => {
    const begin = shiftStart + start * hour;
    const life = new Life(id, begin, { priority });
    let at = begin;
    for (const [does, wait] of steps) {
      at += wait;
      does(life, at);
    }
    return life;
  });

const anyLives = fc
  .array(anyLife, { maxLength: 6 })
  .map((makers) => makers.map((make, index) => make(`t${index}`)));

/** A ticket after each of its events: the rules of the desk say what it was then. */
interface Known {
  readonly event: TicketEvent;
  readonly before: Ticket | null;
  readonly after: Ticket;
}

function known({ events }: Life): readonly Known[] {
  const all: Known[] = [];
  let before: Ticket | null = null;
  for (const event of events) {
    const after: Ticket = evolveTicket(before, event);
    all.push({ event, before, after });
    before = after;
  }
  return all;
}

const isIn = (at: number) => dayShift.from <= at && at < dayShift.to;
const isDone = (ticket: Ticket | null) =>
  ticket !== null && ['resolved', 'closed', 'merged'].includes(ticket.status);
const is = (type: TicketFact['type']) => (one: Known) => one.event.fact.type === type;
const solves = (life: Life) => known(life).filter((k) => isDone(k.after) && !isDone(k.before));
const closings = (life: Life) =>
  known(life).filter((k) => k.after.status === 'closed' && k.before?.status !== 'closed');
const inShift = (list: readonly Known[]) => list.filter(({ event }) => isIn(event.at));
const lastSolve = (life: Life) => inShift(solves(life)).at(-1);
const isBack = (life: Life, solutions: readonly Known[]) =>
  known(life).some(({ event: { fact, at } }) => {
    return (
      fact.type === 'returned' &&
      solutions.some(({ event }) => at > event.at && at <= event.at + 7 * day)
    );
  });
const said = (life: Life) =>
  known(life).filter(({ event: { fact } }) => {
    return (
      fact.type === 'entry-added' &&
      fact.entry.author.type === 'person' &&
      fact.entry.visibility === 'public'
    );
  });
const heard = (life: Life) =>
  known(life).filter(({ event: { fact } }) => {
    return fact.type === 'entry-added' && fact.entry.author.type === 'contact';
  });
const lineMoves = (life: Life) =>
  known(life).filter((k) => k.before !== null && k.before.line !== k.after.line);
const count = (lives: readonly Life[], k: (life: Life) => boolean, n: (life: Life) => boolean) =>
  `${lives.filter(k).length} of ${lives.filter(n).length}`;
const both = (n: (life: Life) => boolean, k: (life: Life) => boolean) => (lives: readonly Life[]) =>
  count(lives, (life) => n(life) && k(life), n);
const wasClosed = (life: Life) => inShift(closings(life)).length > 0;
const wasSolved = (life: Life) => lastSolve(life) !== undefined;
const createdAt = (life: Life) => known(life)[0]?.after.createdAt ?? 0;
const wasMade = (life: Life) => isIn(createdAt(life));
const sum = (values: readonly number[]) =>
  `${values.reduce((a, b) => a + b, 0)} of ${values.length}`;
const now = shiftStart + 40 * day;

/** Whether a ticket was open when a moment came: after everything that had happened before. */
const openAt = (life: Life, moment: number) => {
  const last = known(life).findLast(({ event }) => event.at < moment);
  return last !== undefined && !isDone(last.after);
};

/** Each figure once more, in the plainest way there is: from states, event by event. */
const slow: Readonly<Partial<Record<FigureCode, (lives: readonly Life[]) => string>>> = {
  requests: both(wasMade, () => true),
  closed: both(wasClosed, () => true),
  resolved: both(wasSolved, () => true),
  backlog: both(
    (life) => openAt(life, dayShift.to),
    () => true,
  ),
  fcr: both(wasClosed, (life) => {
    const closedAt = inShift(closings(life)).at(-1)?.event.at ?? 0;
    const until = solves(life).filter(({ event }) => event.at <= closedAt);
    return heard(life).length <= 1 && lineMoves(life).length === 0 && !isBack(life, until);
  }),
  'one-touch': both(wasSolved, (life) => {
    const solve = lastSolve(life);
    const own = said(life).filter(({ event, after }) => {
      return event.at <= (solve?.event.at ?? 0) && after.line === solve?.after.line;
    });
    const lines = solves(life).filter(({ event, after }) => {
      return event.at <= (solve?.event.at ?? 0) && after.line === solve?.after.line;
    });
    return own.length === 1 && !isBack(life, lines);
  }),
  'first-line-closed': both(wasClosed, (life) => known(life).every((k) => k.after.line === '1')),
  'resolved-share': (lives) => count(lives, wasSolved, wasMade),
  escalated: both(wasClosed, (life) => lineMoves(life).some((k) => k.after.line === '2')),
  bounced: both(wasClosed, (life) => lineMoves(life).length >= 2),
  returned: both(wasSolved, (life) => isBack(life, inShift(solves(life)))),
  'third-returns': (lives) =>
    count(lives, (life) => isIn(known(life).filter(is('returned'))[2]?.event.at ?? 0), wasSolved),
  'promises-kept': (lives) => {
    const due = lives.flatMap((life) => known(life).at(-1)?.after.promises ?? []);
    const counted = due.filter((p) => isIn(p.dueAt) && (p.state !== 'open' || p.dueAt < now));
    return `${counted.filter((p) => p.state === 'kept').length} of ${counted.length}`;
  },
  'off-topic': (lives) => {
    const first = (life: Life) => known(life).find(is('closed-off-topic'))?.event.at ?? 0;
    return count(
      lives,
      (life) => isIn(first(life)),
      (life) => isIn(first(life)) || wasClosed(life),
    );
  },
  'first-response': (lives) =>
    sum(
      lives.flatMap((life) => {
        const first = known(life).at(-1)?.after.firstAnsweredAt ?? 0;
        return isIn(first) ? [first - createdAt(life)] : [];
      }),
    ),
  reaction: (lives) =>
    sum(
      lives.flatMap((life) => {
        const taken = known(life).find(({ after }) => {
          return after.assigneeId !== null && after.status !== 'new' && !isDone(after);
        });
        return taken && isIn(taken.event.at) ? [taken.event.at - createdAt(life)] : [];
      }),
    ),
  'lead-time': (lives) =>
    sum(
      lives.filter(wasSolved).map((life) => {
        const end = lastSolve(life)?.event.at ?? 0;
        const all = known(life).filter(({ event }) => event.at <= end);
        return all.reduce((ms, { after, event }, index) => {
          const next = Math.min(all[index + 1]?.event.at ?? end, end);
          return after.status === 'waiting-customer' ? ms : ms + next - event.at;
        }, 0);
      }),
    ),
  handling: (lives) =>
    sum(lives.filter(wasClosed).flatMap((life) => known(life).at(-1)?.after.timeSpentMs ?? [])),
  'escalation-accuracy': (lives) => {
    const outcome = lives.flatMap((life) => {
      const passings = known(life).filter(({ event: { fact } }) => {
        return fact.type === 'handed-over' || fact.type === 'handover-accepted';
      });
      return passings.filter((one, index) => {
        const next = passings[index + 1];
        if (!is('handed-over')(one) || !next || !is('handover-accepted')(next)) return false;
        const last = passings.slice(index + 1).findIndex(is('handed-over'));
        const end = last < 0 ? passings.length : index + 1 + last;
        return isIn(passings[end - 1]?.event.at ?? 0);
      });
    });
    return `${outcome.length} of ${outcome.length}`;
  },
  load: (lives) => {
    const talks = lives.flatMap((life) => {
      const mine = inShift(said(life)).map(({ event: { at, fact } }) => {
        const by = fact.type === 'entry-added' && fact.entry.author.type === 'person';
        return `${dayIn('Europe/Moscow', at)} ${by ? fact.entry.author.id : ''}`;
      });
      return [...new Set(mine)];
    });
    return `${talks.length} of ${new Set(talks).size}`;
  },
};

describe('every figure counts what the plain way counts', () => {
  it.each(Object.entries(slow))('%s', (code, plain) => {
    fc.assert(
      fc.property(anyLives, (lives) => {
        // The keys are codes of figures.
        expect(kOfN(code as FigureCode, lives, contextOf({}, { now }))).toBe(plain(lives));
      }),
      { numRuns: 80 },
    );
  });

  it('the open ones grow by what came in less what went out', () => {
    fc.assert(
      fc.property(anyLives, (lives) => {
        const open = (moment: number) => lives.filter((life) => openAt(life, moment)).length;
        const [net] = kOfN('net-flow', lives, contextOf({}, { now })).split(' ');
        expect(Number(net)).toBe(open(dayShift.to) - open(dayShift.from));
      }),
      { numRuns: 60 },
    );
  });
});
