import fc from 'fast-check';
import { expect, test } from 'vitest';
import { execute } from '../../../src/app/desk/execute.ts';
import { undoLast } from '../../../src/app/ticket/undo-last.ts';
import type { TicketCommand } from '../../../src/domain/command.ts';
import { openTestDesk, type TestDesk } from '../../support/desk.ts';
import { imageOf } from '../../support/family.ts';

type Deed = (
  here: TestDesk,
  ids: readonly string[],
) => readonly [ticketId: string, command: TicketCommand];

const place = fc.nat(7);
const at = (ids: readonly string[], n: number) => ids[n % ids.length] ?? '';

const deeds: fc.Arbitrary<Deed> = fc.oneof(
  fc
    .tuple(place, fc.array(place, { minLength: 1, maxLength: 3 }))
    .map(([parent, children]): Deed => {
      return (_, ids) => {
        const childIds = children.map((n) => at(ids, n));
        return [at(ids, parent), { type: 'gather', childIds, reason: '' }];
      };
    }),
  place.map(
    (child): Deed =>
      (_, ids) => [at(ids, child), { type: 'detach', reason: '' }],
  ),
  fc.tuple(place, place).map(([source, target]): Deed => {
    return (_, ids) => [
      at(ids, source),
      { type: 'merge-into', targetId: at(ids, target), reason: '' },
    ];
  }),
  fc.tuple(place, place).map(([source, n]): Deed => {
    return (here, ids) => {
      const id = at(ids, source);
      const entries = here.desk.tickets.entries(id);
      const entryId = entries[n % Math.max(1, entries.length)]?.id ?? '';
      return [id, { type: 'split', entryId, newId: here.desk.makeId(), subject: 'отдельно' }];
    };
  }),
  fc.tuple(place, place).map(([one, other]): Deed => {
    return (_, ids) => [
      at(ids, one),
      { type: 'link', link: { ticketId: at(ids, other), relation: 'duplicates' } },
    ];
  }),
  place.map(
    (n): Deed =>
      (_, ids) => [at(ids, n), { type: 'note', text: 'заметка' }],
  ),
);

function allIds({ desk }: TestDesk): string[] {
  return desk.store.sql
    .all<{ id: string }>('SELECT id FROM ticket ORDER BY seq')
    .map(({ id }) => id);
}

/** What must hold between tickets, whatever was done to them. */
function checkFamilies(here: TestDesk): void {
  const ids = allIds(here);
  for (const id of ids) {
    const ticket = here.ticket(id);
    const { parentId, childIds = [], links, mergedFromIds = [] } = ticket;
    if (parentId !== undefined) expect(here.ticket(parentId).childIds).toContain(id);
    for (const child of childIds) expect(here.ticket(child).parentId).toBe(id);
    expect(new Set(childIds).size).toBe(childIds.length);
    for (const link of links) {
      expect(here.ticket(link.ticketId).links.map((back) => back.ticketId)).toContain(id);
    }
    for (const source of mergedFromIds) expect(here.ticket(source).status).toBe('merged');
    expect(ticket.status === 'merged').toBe(ticket.mergedIntoId !== undefined);
    checkNoCircle(here, id);
  }
}

function checkNoCircle(here: TestDesk, id: string): void {
  const seen = new Set<string>();
  for (let now: string | undefined = id; now !== undefined; now = here.ticket(now).parentId) {
    expect(seen).not.toContain(now);
    seen.add(now);
  }
}

/** Every entry is read in its ticket and wherever that was merged into. */
function checkEntries(here: TestDesk): void {
  const { sql } = here.desk.store;
  const rows = sql.all<{ id: string; ticketId: string }>(
    'SELECT e.id, t.id AS ticketId FROM entry e JOIN ticket t ON t.seq = e.ticket_seq',
  );
  for (const { id, ticketId } of rows) {
    for (let now: string | undefined = ticketId; now; now = here.ticket(now).mergedIntoId) {
      expect(here.desk.tickets.entries(now).map((entry) => entry.id)).toContain(id);
    }
  }
}

test('whatever is gathered, detached, merged, split and taken back, families stay whole', async () => {
  const work = fc.array(fc.record({ deed: deeds, undo: fc.boolean() }), { maxLength: 14 });
  await fc.assert(
    fc.asyncProperty(work, async (steps) => {
      using here = await openTestDesk();
      for (let n = 0; n < 5; n += 1) here.registers(`Тема ${n}`, `Слова клиента ${n}`);
      let entries = 5;
      for (const { deed, undo } of steps) {
        const before = allIds(here);
        const image = imageOf(here, before);
        const [ticketId, command] = deed(here, before);
        const done = execute(here.desk, ticketId, command);
        if (!done.ok) {
          expect(imageOf(here, allIds(here))).toBe(image);
          continue;
        }
        if (undo) {
          expect(undoLast(here.desk)).toMatchObject({ ok: true });
          expect(allIds(here)).toEqual(before);
          expect(imageOf(here, before)).toBe(image);
        } else if (command.type === 'note' || command.type === 'split') entries += 1;
      }
      checkFamilies(here);
      checkEntries(here);
      const [row] = here.desk.store.sql.numbers('SELECT count(*) FROM entry');
      expect(row).toBe(entries);
    }),
    { numRuns: 25 },
  );
}, 60_000);
