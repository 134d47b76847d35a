import { expect, test } from 'vitest';
import {
  type RingSnapshot,
  type RingTicket,
  ringForChanges,
  ringSnapshot,
  ringsOf,
} from '../../../src/tui/model/ring-model.ts';
import { minute, type TestDesk } from '../../support/desk.ts';
import { openWorkStage, type WorkStage } from '../../support/work-stage.ts';

const context = { meId: 'me', mutedUntil: 0 };

const quiet: RingTicket = {
  id: 't1',
  number: 'SM-1',
  subject: 'Почта',
  assigneeId: 'me',
  assignedById: 'lead',
  lastCustomerAt: 100,
  returns: 0,
  isLeftWithMe: false,
  isUrgentOnMyLine: false,
  promises: [],
};

function at(time: number, ...tickets: Partial<RingTicket>[]): RingSnapshot {
  const all = tickets.map((more): RingTicket => ({ ...quiet, ...more }));
  return { at: time, tickets: new Map(all.map((ticket) => [ticket.id, ticket])) };
}

const promise = { dueAt: 100 * minute, warnAt: 90 * minute };

test.each([
  ['given to me', at(0), at(1, {}), ['assigned']],
  ['given to me by another', at(0, { assigneeId: 'other' }), at(1, {}), ['assigned']],
  ['taken by myself', at(0), at(1, { assignedById: 'me' }), []],
  ['given to another', at(0, {}), at(1, { assigneeId: 'other' }), []],
  ['a customer answered', at(0, {}), at(1, { lastCustomerAt: 101 }), ['answered']],
  [
    'answered in one of another',
    at(0, { assigneeId: 'other' }),
    at(1, { assigneeId: 'other', lastCustomerAt: 101 }),
    [],
  ],
  ['came back', at(0, {}), at(1, { returns: 1, lastCustomerAt: 101 }), ['returned']],
  [
    'P1 on my line',
    at(0),
    at(1, { assigneeId: null, assignedById: null, isUrgentOnMyLine: true }),
    ['urgent'],
  ],
  ['P1 that was there', at(0, { isUrgentOnMyLine: true }), at(1, { isUrgentOnMyLine: true }), []],
  [
    'a promise runs out',
    at(89 * minute, { promises: [promise] }),
    at(90 * minute, { promises: [promise] }),
    ['promise'],
  ],
  [
    'a promise that rang before',
    at(91 * minute, { promises: [promise] }),
    at(92 * minute, { promises: [promise] }),
    [],
  ],
  ['nothing new', at(0, {}), at(1, { subject: 'Почта и печать' }), []],
])('%s', (_, before, after, kinds) => {
  expect(ringsOf(before, after, context).map((ring) => ring.kind)).toEqual(kinds);
});

test('the first look is silent, and so is a muted desk', () => {
  expect(ringsOf(null, at(1, {}), context)).toEqual([]);
  expect(ringsOf(at(0), at(1, {}), { ...context, mutedUntil: 2 })).toEqual([]);
  expect(ringsOf(at(0), at(3, {}), { ...context, mutedUntil: 2 })).toHaveLength(1);
});

function withLead(here: TestDesk): string {
  const lead = here.person('Ольга', { role: 'lead' });
  here.registers('Рвётся VPN');
  return lead.id;
}

async function heard(
  happens: (stage: WorkStage, ticketId: string) => void,
  mutedUntil = 0,
): Promise<readonly string[]> {
  using stage = await openWorkStage({}, withLead);
  stage.ui.store.set({ mutedUntil });
  const before = ringSnapshot(stage.ui);
  stage.here.clock.forward(minute);
  happens(stage, stage.here.desk.tickets.idByNumber('SM-1') ?? '');
  ringForChanges(stage.ui, before);
  return stage.rung;
}

const assignedByLead = (stage: WorkStage, id: string) => {
  const lead = stage.here.desk.people.findPerson('Ольга')?.id;
  stage.here.does(id, { type: 'assign', personId: stage.here.desk.me.id }, lead);
};

test('a real assignment by another rings once, my own taking does not', async () => {
  expect(await heard(assignedByLead)).toEqual(['SM-1: назначено вам · Рвётся VPN']);
  expect(await heard((stage, id) => void stage.here.does(id, { type: 'take' }))).toEqual([]);
  expect(await heard(assignedByLead, Number.MAX_SAFE_INTEGER)).toEqual([]);
});

test('a third return rings for whoever it is taken from and owes a brief', async () => {
  const thrice = (stage: WorkStage, id: string) => {
    stage.here.does(id, { type: 'take' });
    for (const reason of ['раз', 'два', 'три']) {
      stage.here.does(id, { type: 'resolve', solution: '' });
      stage.here.does(id, { type: 'return', reason });
    }
  };
  expect(await heard(thrice)).toEqual(['SM-1: вернулось на доработку · Рвётся VPN']);
});

test('a P1 on my line rings, registered by anybody', async () => {
  const urgent = (stage: WorkStage, id: string) =>
    void stage.here.does(id, { type: 'set-fields', fields: { priority: 'P1' } });
  expect(await heard(urgent)).toEqual(['SM-1: P1 на вашей линии · Рвётся VPN']);
});
