import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StoryReader } from '../../../src/store/figure/story-reader.ts';
import { figuresSchema } from '../../../src/store/migrations/014-figures.ts';
import { openMemory } from '../../../src/store/open-memory.ts';
import type { Sql } from '../../../src/store/sql.ts';
import { day, hour, openTestDesk, type TestDesk } from '../../support/desk.ts';
import { keepEvents, Life, shiftStart } from '../../support/figures.ts';
import { randomWork, work } from '../../support/random-work.ts';

interface StoryRow {
  readonly ticket_id: string;
  readonly log: string;
}

const rowsOf = (sql: Sql) =>
  sql.all<StoryRow>('SELECT ticket_id, created_at, head, log FROM ticket_story ORDER BY ticket_id');

/** The same table made anew from the events that are there, as the migration makes it. */
function rebuilt(sql: Sql): readonly StoryRow[] {
  sql.exec('SAVEPOINT rebuild; DROP TABLE ticket_story;');
  for (const name of ['story_begun', 'story_not_begun', 'story_step', 'story_no_step']) {
    sql.exec(`DROP TRIGGER IF EXISTS ${name}`);
  }
  sql.exec(figuresSchema);
  const rows = rowsOf(sql);
  sql.exec('ROLLBACK TO rebuild; RELEASE rebuild;');
  return rows;
}

describe('the story of a ticket', () => {
  let anya: TestDesk;
  beforeEach(async () => {
    anya = await openTestDesk();
  });
  afterEach(() => anya.close());

  it('follows its events through work, undo and erasing', () => {
    const { sql } = anya.desk.store;
    fc.assert(
      fc.property(randomWork(2, 8), (steps) => {
        const tickets = [anya.registers('Почта'), anya.registers('VPN')];
        for (const step of steps) work(anya, tickets, step);
        expect(rowsOf(sql)).toEqual(rebuilt(sql));
        anya.desk.tickets.erase(tickets[0] ?? '');
        expect(rowsOf(sql)).toEqual(rebuilt(sql));
      }),
      { numRuns: 12 },
    );
  });

  it('is the same when the events are taken back and told again', () => {
    const id = anya.registers('Почта');
    anya.does(id, { type: 'take' });
    anya.replies(id, 'Смотрю.');
    const { sql } = anya.desk.store;
    const plain = (rows: readonly StoryRow[]) =>
      rows.map(({ log }) => log.replace(/^,\d+,/gm, ','));
    const before = plain(rowsOf(sql));
    const events = anya.desk.tickets.events(id);
    sql.run('DELETE FROM event WHERE entity_id = ? AND type <> ?', id, 'registered');
    expect(rowsOf(sql).map(({ log }) => log)).toEqual(['']);
    keepEvents(sql, events.slice(1));
    expect(plain(rowsOf(sql))).toEqual(before);
  });
});

describe('which stories are read', () => {
  const noon = shiftStart + 4 * hour;
  const stretch = { from: shiftStart, to: shiftStart + 12 * hour };
  const read = (lives: readonly Life[], stretches = [stretch]) => {
    const sql = openMemory();
    for (const { events } of lives) keepEvents(sql, events);
    const stories = new StoryReader(sql).all({ stretches, customerId: null, space: null });
    sql.close();
    return stories.map(({ ticketId }) => ticketId).toSorted();
  };

  it('those that were open or active in a stretch, and no later ones', () => {
    const before = shiftStart - 3 * day;
    const lives = [
      new Life('open', before),
      new Life('closed-before', before).becomes(before + hour, 'closed'),
      new Life('closed-in', before).becomes(noon, 'closed'),
      new Life('promised', before).promises(before, noon).becomes(before + hour, 'closed'),
      new Life('later', stretch.to),
    ];
    expect(read(lives)).toEqual(['closed-in', 'open', 'promised']);
  });

  it('from several stretches each once, and all of many', () => {
    const lives = Array.from({ length: 4_100 }, (_, index) => {
      return new Life(`t${String(index).padStart(5, '0')}`, noon);
    });
    const day2 = { from: stretch.from + day, to: stretch.to + day };
    expect(read(lives, [stretch, day2])).toHaveLength(4_100);
  });

  it('of one space only, where one is asked for', () => {
    const sql = openMemory();
    keepEvents(sql, [...new Life('here', noon).events, ...new Life('there', noon).events]);
    const of = (space: string) =>
      new StoryReader(sql)
        .all({ stretches: [stretch], customerId: null, space })
        .map(({ ticketId }) => ticketId);
    sql.run(`INSERT INTO ticket (id, number, subject, kind, status, priority, line, channel,
      created_at, updated_at, is_open, next_action_at, returns, tags, is_automatic, is_demo, state,
      space) VALUES ('there', 'SM-1', '', 'task', 'open', 'P3', '1', 'mail', 0, 0, 1, 0, 0, '[]', 0,
      0, '{"audience":"customer"}', 'vip')`);
    expect([of('main'), of('vip')]).toEqual([['here'], ['there']]);
    sql.close();
  });

  it('keeps hostile names as they are', () => {
    const customerId = `"],[\n','\u0000${'\u202e'}'`;
    const sql = openMemory();
    keepEvents(sql, new Life('a"b', noon, { customerId }).says(noon, `x\n,1,"c"`).events);
    const [story] = new StoryReader(sql).all({
      ...{ stretches: [stretch], customerId: null, space: null },
    });
    expect([story?.ticketId, story?.customerId, story?.said[0]?.byId]).toEqual([
      ...['a"b', customerId, `x\n,1,"c"`],
    ]);
    sql.close();
  });
});
