import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Person } from '../../../src/domain/person.ts';
import { replayShift } from '../../../src/domain/shift/evolve-shift.ts';
import { isAccepted } from '../../../src/domain/shift/last-handover.ts';
import type { ShiftCommand } from '../../../src/domain/shift/shift-command.ts';
import type { HandoverItem, ShiftHandover } from '../../../src/domain/shift/shift-handover.ts';
import { isOpenStatus } from '../../../src/domain/status-path.ts';
import { minute } from '../../support/desk.ts';
import { anya, head, logItem, openShift, petr, vera } from '../../support/shift.ts';
import {
  accept,
  answerTo,
  HandoverInMemory,
  promised,
  promiseOf,
  redOf,
  restOf,
  submit,
  watchOf,
} from '../../support/shift-handover.ts';

const ticketIds = ['a', 'b', 'c'] as const;
const anyTicket = fc.constantFrom(...ticketIds);
const anyOwner = fc.constantFrom(null, 'anya', 'oleg', 'petr', 'ghost');
const anyPerson = fc.constantFrom<Person>(vera, petr, head, anya);

const anyItem: fc.Arbitrary<HandoverItem> = fc.oneof(
  fc
    .tuple(anyTicket, anyOwner, fc.boolean())
    .map(([id, toId, needsReadBack]) => redOf(id, { toId, needsReadBack })),
  fc.tuple(anyTicket, anyOwner).map(([id, toId]) => promiseOf(id, id, toId)),
  fc.constantFrom('one', 'two').map(watchOf),
  anyTicket.map(restOf),
);
const anyItems = fc.uniqueArray(anyItem, { selector: ({ key }) => key, maxLength: 5 });

/** One thing that happens: somebody says something, somebody takes a ticket, time goes on. */
type Step = (day: HandoverInMemory) => void;

const revisionOf = (day: HandoverInMemory, off: number) =>
  Math.max(1, (day.state?.handovers.length ?? 0) + off);

const says = (command: (day: HandoverInMemory) => ShiftCommand, by: Person): Step => {
  return (day) => void day.runs(command(day), by);
};

const submits: fc.Arbitrary<Step> = fc
  .tuple(anyItems, fc.constantFrom(1, 1, 1, 0, 2), fc.constantFrom('', 'авария'), anyPerson)
  .map(([items, off, override, by]) => {
    return says((day) => submit(items, { override, revision: revisionOf(day, off) }), by);
  });

const accepts: fc.Arbitrary<Step> = fc
  .tuple(
    fc.record({
      ownerId: anyOwner,
      readBack: fc.constantFrom('', 'понял'),
      isAsWritten: fc.boolean(),
    }),
    ...[fc.constantFrom(0, 0, 0, -1), fc.boolean(), fc.constantFrom(0, 0, 1), anyPerson],
  )
  .map(([said, off, isRestAccepted, left, by]) =>
    says((day) => {
      const revision = revisionOf(day, off);
      const items = day.shift.handovers.find((one) => one.revision === revision)?.items ?? [];
      const { isAsWritten, readBack, ownerId } = said;
      const answers = items
        .filter(({ part }) => part !== 'rest')
        .slice(left)
        .map((item) => answerTo(item, { readBack, ...(isAsWritten ? {} : { ownerId }) }));
      return accept(answers, { revision, isRestAccepted });
    }, by),
  );

const others: fc.Arbitrary<Step> = fc.oneof(
  fc
    .tuple(fc.constantFrom(0, -1), fc.constantFrom('', 'чего-то нет'), anyPerson)
    .map(([off, reason, by]) => {
      return says((day) => ({ type: 'return-shift', revision: revisionOf(day, off), reason }), by);
    }),
  anyPerson.map((by) =>
    says((day) => ({ type: 'expire-shift', revision: revisionOf(day, 0) }), by),
  ),
  fc.nat(600).map((minutes): Step => {
    return (day) => {
      day.now += minutes * minute;
    };
  }),
  fc.tuple(anyTicket, anyOwner).map(([id, assigneeId]): Step => {
    return (day) => void day.has(id, { assigneeId: assigneeId === 'ghost' ? null : assigneeId });
  }),
  anyTicket.map(
    (id): Step =>
      (day) =>
        void day.has(id, { status: 'resolved' }),
  ),
);

function newDay(): HandoverInMemory {
  const day = new HandoverInMemory();
  day.does(openShift());
  for (const id of ['one', 'two']) day.does(logItem(id, { kind: 'watch' }));
  for (const id of ticketIds) day.has(id, { priority: 'P1', promises: [promised(id, 30)] });
  return day;
}

/** What may never change of a revision, whatever happens to it. */
const frozen = ({ items, report, revision, byId, submittedAt }: ShiftHandover) => {
  return { items, report, revision, byId, submittedAt };
};

function ownersOf(day: HandoverInMemory) {
  return ticketIds.map((id) => day.ticket(id).assigneeId);
}

describe('handing a shift over, whatever people do', () => {
  const steps = fc.array(fc.oneof(submits, accepts, others), { maxLength: 14 });
  const check = (each: (day: HandoverInMemory, step: Step) => void) => {
    fc.assert(
      fc.property(steps, (all) => {
        const day = newDay();
        for (const step of all) each(day, step);
      }),
      { numRuns: 400 },
    );
  };

  it('never changes what was submitted, and nothing but remarks of what was accepted', () => {
    check((day, step) => {
      const before = day.shift.handovers;
      step(day);
      const now = day.shift.handovers;
      expect(now.map(({ revision }) => revision)).toEqual(now.map((_, index) => index + 1));
      before.forEach((old, index) => {
        const kept = now[index];
        expect(kept && frozen(kept)).toEqual(frozen(old));
        if (isAccepted(old)) expect({ ...kept, remarks: [] }).toEqual({ ...old, remarks: [] });
      });
    });
  });

  it('moves tickets only with an acceptance, which there is at most once', () => {
    check((day, step) => {
      const [owners, told] = [ownersOf(day), day.events.length];
      step(day);
      const fresh = day.events.slice(told).map(({ fact }) => fact.type);
      if (fresh.length > 0 && !fresh.includes('shift-accepted'))
        expect(ownersOf(day)).toEqual(owners);
      const accepted = day.events.filter(({ fact }) => fact.type === 'shift-accepted');
      expect(accepted.length).toBeLessThanOrEqual(1);
    });
  });

  it('loses no item: each is taken by somebody of the desk, or was done by then', () => {
    check((day, step) => {
      const told = day.events.length;
      step(day);
      // What somebody puts down afterwards is no part of the acceptance.
      const accepted = day.events.slice(told).at(-1)?.fact.type === 'shift-accepted';
      const last = day.shift.handovers.at(-1);
      if (!(accepted && last)) return;
      const said = new Map(last.accepted.map((one) => [one.key, one]));
      for (const { key, part, ticketId } of last.items) {
        const ticket = ticketId === null ? null : day.ticket(ticketId);
        if (part === 'rest' || (ticket && !isOpenStatus(day.desk, ticket.status))) continue;
        const owner = day.people.find(({ id }) => id === said.get(key)?.ownerId);
        expect(owner).toBeDefined();
        if (ticket) expect(ticket.assigneeId).not.toBeNull();
      }
    });
  });

  it('is told by its events alone', () => {
    check((day, step) => {
      step(day);
      expect(replayShift(day.events)).toEqual(day.state);
    });
  });
});
