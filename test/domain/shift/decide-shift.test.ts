import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyMember } from '../../../src/domain/shift/decide-roster.ts';
import { decideShift } from '../../../src/domain/shift/decide-shift.ts';
import { evolveShift, replayShift } from '../../../src/domain/shift/evolve-shift.ts';
import type { ShiftMember } from '../../../src/domain/shift/shift.ts';
import type { ShiftCommand } from '../../../src/domain/shift/shift-command.ts';
import { anyShiftCommand } from '../../support/any-shift-command.ts';
import { hour, minute, someWednesday } from '../../support/desk.ts';
import { registered, shippedDesk, somebody, TicketInMemory } from '../../support/domain.ts';
import {
  anya,
  dayPlan,
  dayShiftId,
  head,
  logItem,
  oleg,
  openShift,
  petr,
  ShiftInMemory,
  vera,
} from '../../support/shift.ts';

const desk = shippedDesk();
const shiftOf = () => new ShiftInMemory(desk);

const member: ShiftMember = {
  ...emptyMember('anya'),
  ...{ lines: ['2'], plannedFrom: dayPlan.startsAt, plannedTo: dayPlan.endsAt },
};

function section(text: string, base: string, baseRev: number): ShiftCommand {
  return { type: 'write-section', section: 'how', text, base, baseRev };
}

function note(newOwnerId: string | null = null): ShiftCommand {
  const words = { nextAction: 'позвонить в 21:00', ifThen: '', contact: '' };
  return { type: 'note-ticket', note: { ticketId: 'a', ...words, newOwnerId } };
}

describe('opening and closing a shift', () => {
  it('begins with its lead there and the planned people expected', () => {
    const shift = shiftOf().does({ ...openShift(), members: [member] });
    expect(shift).toMatchObject({ id: dayShiftId, leadId: 'vera', closedAt: null, space: 'main' });
    expect(shift.members.map(({ personId, part, cameAt }) => [personId, part, cameAt])).toEqual([
      ['vera', 'lead', someWednesday],
      ['anya', 'member', null],
    ]);
  });

  it('takes a second lead as deputy and refuses whoever has opened it already', () => {
    const shift = shiftOf();
    shift.does(openShift());
    expect(shift.tries(openShift())).toBe('shift-already-open');
    shift.does(openShift('petr'), petr);
    expect(shift.shift.leadId).toBe('vera');
    expect(shift.shift.members.map(({ part }) => part)).toEqual(['lead', 'deputy']);
    expect(shift.tries(openShift('petr'), petr)).toBe('shift-already-open');
  });

  it('lets the lead whom somebody else has named come and open it', () => {
    const shift = shiftOf();
    shift.does(openShift('petr'), vera);
    expect(shift.shift.members[0]?.cameAt).toBeNull();
    expect(shift.tries(openShift('petr'), vera)).toBe('shift-already-open');
    shift.now += minute;
    shift.does(openShift('petr'), petr);
    expect(shift.shift.members[0]).toMatchObject({ part: 'lead', cameAt: shift.now });
  });

  it('is closed once, and opened again by its lead', () => {
    const shift = shiftOf();
    expect(shift.tries({ type: 'close-shift' })).toBe('shift-not-open');
    shift.does(openShift());
    shift.does({ type: 'close-shift' });
    expect(shift.tries({ type: 'close-shift' })).toBe('shift-closed-already');
    expect(shift.does(openShift()).closedAt).toBeNull();
  });

  it('has the day, the hours and the line of its name', () => {
    const shift = shiftOf();
    for (const plan of [
      { ...dayPlan, kind: '08:00-16:00' },
      { ...dayPlan, line: '2' },
      { ...dayPlan, startsAt: dayPlan.startsAt + 24 * hour, endsAt: dayPlan.endsAt + 24 * hour },
      { ...dayPlan, endsAt: dayPlan.startsAt },
    ]) {
      expect(shift.tries({ ...openShift(), plan })).toBe('shift-misnamed');
    }
    expect(shift.state).toBeNull();
  });
});

describe('who may do what', () => {
  const lead: readonly ShiftCommand[] = [
    openShift(),
    { type: 'set-member', member: { ...member, personId: 'oleg' } },
    section('спокойно', '', 0),
    { type: 'close-shift' },
  ];

  it('leaves leading to leads, and the log to everybody who works', () => {
    const shift = shiftOf();
    expect(lead.map((command) => shift.tries(command, anya))).toEqual(
      lead.map(() => 'not-permitted'),
    );
    expect(shift.tries(logItem('тихо'), anya)).toBe('ok');
    expect(
      shift.tries({ type: 'set-member', member: { ...member, cameAt: shift.now } }, anya),
    ).toBe('ok');
    const asDuty = { ...member, part: 'duty' } as const;
    expect(shift.tries({ type: 'set-member', member: asDuty }, anya)).toBe('not-permitted');
  });

  it('lets a head read, and a new hire not even write into the log', () => {
    const shift = shiftOf();
    expect(shift.tries(openShift(), head)).toBe('not-permitted');
    expect(shift.tries(logItem('x'), somebody({ id: 'new', role: 'hire' }))).not.toBe('ok');
    expect(shift.tries(logItem('x'), somebody({ id: 'eye', role: 'read-only' }))).toBe(
      'role-reads-only',
    );
  });

  it('lets whoever works lead where nobody does', () => {
    const shift = shiftOf();
    shift.isUnled = true;
    for (const command of [openShift('anya'), section('спокойно', '', 0)]) {
      expect(shift.tries(command, anya)).toBe('ok');
    }
  });

  it('lets the owner of a watch item end it', () => {
    const shift = shiftOf();
    shift.does(logItem('лаг реплики', { kind: 'watch', ownerId: 'oleg' }), anya);
    const settle = { type: 'settle-item', itemId: 'лаг реплики', outcome: 'ушёл' } as const;
    const stranger = somebody({ id: 'stranger' });
    expect(shift.tries(settle, stranger)).toBe('not-permitted');
    expect(shift.tries(settle, oleg)).toBe('ok');
    expect(shift.tries(settle, oleg)).toBe('shift-item-settled');
    expect(shift.tries({ ...settle, itemId: 'нет' })).toBe('no-such-shift-item');
  });
});

describe('the log', () => {
  it('opens the shift without a lead, who comes later and keeps it', () => {
    const shift = shiftOf();
    shift.does(logItem('упал сайт'), anya);
    expect(shift.shift).toMatchObject({ leadId: null, kind: dayPlan.kind });
    shift.does(openShift());
    expect(shift.shift.leadId).toBe('vera');
    expect(shift.shift.items.map(({ text }) => text)).toEqual(['упал сайт']);
  });

  it('takes a line also after the shift, and the same line only once', () => {
    const shift = shiftOf();
    shift.does(openShift());
    shift.does({ type: 'close-shift' });
    shift.does(logItem('спасибо Олегу', { kind: 'thanks' }));
    shift.does(logItem('спасибо Олегу', { kind: 'thanks' }));
    expect(shift.shift.items).toHaveLength(1);
    expect(shift.shift.closedAt).not.toBeNull();
  });

  it('refuses an empty line, an endless one, and what nobody knows', () => {
    const shift = shiftOf();
    expect(shift.tries(logItem('  '))).toBe('text-missing');
    expect(shift.tries(logItem('ё'.repeat(10_001)))).toBe('text-too-long');
    expect(shift.tries(logItem('x', { ticketId: 'nobody' }))).toBe('no-such-ticket');
    expect(shift.tries(logItem('x', { ownerId: 'nobody' }))).toBe('owner-unknown');
  });
});

describe('a report that several people write', () => {
  it('brings two texts together that were begun over the same one', () => {
    const shift = shiftOf();
    shift.does(section('утром тихо', '', 0));
    shift.does(section('утром тихо\nднём авария', 'утром тихо', 1));
    shift.does(section('утром было тихо', 'утром тихо', 1), petr);
    expect(shift.shift.sections.how).toMatchObject({
      text: 'утром было тихо\nднём авария',
      rev: 3,
      byId: 'petr',
    });
  });

  it('writes nothing when nothing changes', () => {
    const shift = shiftOf();
    shift.does(section('тихо', '', 0));
    expect(shift.shift.rev).toBe(2);
    expect(shift.does(section('тихо', 'тихо', 1)).rev).toBe(2);
  });

  it('keeps beside a ticket what was said last', () => {
    const shift = shiftOf();
    expect(shift.tries(note(), anya)).toBe('no-such-ticket');
    shift.tickets.set('a', new TicketInMemory(desk).does(registered));
    expect(shift.tries(note('nobody'))).toBe('owner-unknown');
    shift.does(note(), anya);
    shift.does(note('oleg'), vera);
    expect(shift.shift.notes).toMatchObject([{ ticketId: 'a', newOwnerId: 'oleg', byId: 'vera' }]);
  });
});

describe('the roster', () => {
  it('knows somebody on two lines, the reserve that was called, and who is away', () => {
    const shift = shiftOf();
    const both = { ...member, lines: ['1', '2'] };
    shift.does({ type: 'set-member', member: both });
    const called = { ...member, personId: 'oleg', part: 'reserve', calledAt: shift.now } as const;
    shift.does({ type: 'set-member', member: called });
    shift.does({ type: 'set-member', member: { ...both, note: 'болеет' } });
    expect(shift.shift.members.map(({ personId, note: why }) => [personId, why])).toEqual([
      ['anya', 'болеет'],
      ['oleg', ''],
    ]);
    shift.does({ type: 'remove-member', personId: 'oleg' });
    expect(shift.tries({ type: 'remove-member', personId: 'oleg' })).toBe('no-such-member');
  });

  it('refuses unknown people and lines, and an end before the beginning', () => {
    const shift = shiftOf();
    const set = (more: object) =>
      shift.tries({ type: 'set-member', member: { ...member, ...more } });
    expect(set({ personId: 'nobody' })).toBe('owner-unknown');
    expect(set({ lines: ['9'] })).toBe('unknown-line');
    expect(set({ plannedTo: dayPlan.startsAt - 1 })).toBe('member-times-wrong');
    expect(set({ cameAt: someWednesday, leftAt: someWednesday - 1 })).toBe('member-times-wrong');
  });
});

/** What the store and the outbox do to everything that goes through them. */
function stored<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}

describe('any history of a shift', () => {
  const actors = fc.constantFrom(anya, oleg, vera, petr, head, somebody({ id: 'x', role: 'hire' }));
  const steps = fc.array(
    fc.record({ command: anyShiftCommand, actor: actors, wait: fc.constantFrom(0, minute, hour) }),
    { maxLength: 40, size: 'max' },
  );

  it('folds the same from its events, however they are split, and has ids of its own', () => {
    const ticket = new TicketInMemory(desk).does(registered);
    fc.assert(
      fc.property(steps, fc.nat(), (all, cut) => {
        const shift = shiftOf();
        shift.tickets.set('a', { ...ticket, id: 'a' });
        for (const { command, actor, wait } of all) {
          shift.now += wait;
          // Somebody who has everything from a store or a wire decides the same.
          const far = decideShift(stored(command), stored(shift.state), shift.next(actor));
          const here = shift.runs(command, actor);
          expect(stored(far.ok ? far.value : far.problem)).toEqual(stored(here));
        }
        const { events } = shift;
        expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
        const wire = stored(events);
        const place = events.length === 0 ? 0 : cut % events.length;
        const half = replayShift(wire.slice(0, place));
        expect(wire.slice(place).reduce(evolveShift, half)).toEqual(shift.state);
        expect(shift.state?.rev ?? 0).toBe(events.length);
      }),
      { numRuns: 150 },
    );
  });
});
