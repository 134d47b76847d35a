import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TicketCommand } from '../../../src/domain/command.ts';
import { EMPTY_CHAIN, nextChain } from '../../../src/protocol/chain.ts';
import type { OpResult, WireOp } from '../../../src/protocol/wire.ts';
import { anyCommand, ticketIds } from '../../support/any-command.ts';
import { registered, somebody } from '../../support/domain.ts';
import { type Device, ServerDesk } from './server-desk.ts';

const logins = ['anya', 'oleg', 'lead'] as const;

/** One operation of somebody on a ticket. */
const deed = fc.record({
  who: fc.constantFrom(0, 1, 2),
  ticketId: fc.constantFrom(...ticketIds),
  command: anyCommand,
  lateMs: fc.nat(7 * 86_400_000),
});
/** How a request is cut and sent again: a prefix of everything that was ever sent. */
const cut = fc.record({
  who: fc.constantFrom(0, 1, 2),
  from: fc.nat(9),
  count: fc.integer({ min: 1, max: 9 }),
});

test('whatever is sent, however often and cut anywhere, happens once and is answered alike', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(deed, { minLength: 1, maxLength: 12 }),
      fc.array(cut, { maxLength: 5 }),
      async (deeds, cuts) => {
        const desk = new ServerDesk();
        const people = await crew(desk);
        const sent = people.map((): WireOp[] => []);
        const answers = new Map<string, OpResult>();
        for (const [at, { who, ticketId, command, lateMs }] of deeds.entries()) {
          const device = people[who] ?? people[0];
          if (!device) return;
          const occurredAt = desk.clock.now() - lateMs;
          const op = device.op(command as TicketCommand, ticketId, { occurredAt });
          sent[who]?.push(op);
          // Every second one waits until the next goes, so that requests carry several.
          if (at % 2 === 0) await note(device, sent[who] ?? [], answers);
        }
        for (const [who, device] of people.entries()) await note(device, sent[who] ?? [], answers);
        const log = await wholeLog(desk);
        for (const { who, from, count } of cuts) {
          const device = people[who];
          const part = sent[who]?.slice(from, from + count) ?? [];
          if (device && part.length > 0) await note(device, part, answers);
        }
        expect(await wholeLog(desk)).toEqual(log);
        expect(desk.bugs).toEqual([]);
        expect(await desk.store.verify()).toEqual([]);
        await holdsTogether(desk);
      },
    ),
    { numRuns: Number(process.env['SMENA_RUNS'] ?? 60) },
  );
}, 600_000);

/** Sends, and holds every answer against an earlier one to the same operation. */
async function note(device: Device, ops: readonly WireOp[], answers: Map<string, OpResult>) {
  for (const result of await device.sends(...ops)) {
    const before = answers.get(result.opId);
    if (before) expect(result).toEqual(before);
    answers.set(result.opId, result);
  }
}

async function crew(desk: ServerDesk): Promise<readonly Device[]> {
  const [anya, oleg] = [somebody(), somebody({ id: 'oleg', login: 'oleg', line: '3' })];
  const people = [anya, oleg, somebody({ id: 'lead', login: 'lead', role: 'lead' })];
  const devices: Device[] = [];
  for (const person of people) devices.push(await desk.joins(person));
  expect(devices.map(({ id }) => id)).toEqual(logins);
  const [first] = devices;
  await first?.sends(
    first.op(registered, 'a'),
    first.op(registered, 'b'),
    first.op(registered, 'c'),
  );
  return devices;
}

function wholeLog(desk: ServerDesk) {
  return Promise.all([desk.log('main'), desk.log('desk')]);
}

async function holdsTogether(desk: ServerDesk): Promise<void> {
  const rows = await desk.log();
  expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1));
  expect(new Set(rows.map(({ opId }) => opId)).size).toBe(rows.length);
  const ids = rows.flatMap(({ body }) => (body.kind === 'ticket' ? body.events : []));
  expect(new Set(ids.map(({ id }) => id)).size).toBe(ids.length);
  const chain = rows.reduce(nextChain, EMPTY_CHAIN);
  expect(await desk.store.chainAt('main', rows.length)).toBe(chain);
}
