import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { execute } from '../../../src/app/desk/execute.ts';
import { undoLast } from '../../../src/app/ticket/undo-last.ts';
import { replayTicket } from '../../../src/domain/evolve-ticket.ts';
import { storeHealth } from '../../../src/store/store-health.ts';
import { TrayStore } from '../../../src/store/sync/tray-store.ts';
import { must } from '../../../src/util/must.ts';
import { minute, type TestDesk } from '../../support/desk.ts';
import { randomWork, type Step } from '../../support/random-work.ts';
import type { JoinedDesk } from '../../support/small-server.ts';
import { openSyncPair, type SyncPair } from '../../support/sync-pair.ts';

type Event =
  | { readonly type: 'mine' | 'theirs'; readonly step: Step }
  | { readonly type: 'push' | 'pull'; readonly most: number }
  | { readonly type: 'answer-lost' | 'register' | 'told-new' | 'start-over' };

const events: fc.Arbitrary<readonly Event[]> = fc
  .tuple(
    randomWork(3, 30),
    fc.array(
      fc.oneof(
        { weight: 6, arbitrary: fc.constant({ type: 'mine' } as const) },
        { weight: 4, arbitrary: fc.constant({ type: 'theirs' } as const) },
        {
          weight: 2,
          arbitrary: fc.record({ type: fc.constant('push' as const), most: fc.nat(4) }),
        },
        {
          weight: 2,
          arbitrary: fc.record({ type: fc.constant('pull' as const), most: fc.nat(4) }),
        },
        fc.constantFrom(
          ...(['answer-lost', 'register', 'told-new', 'start-over'] as const).map((type) => ({
            type,
          })),
        ),
      ),
      { minLength: 10, maxLength: 40 },
    ),
  )
  .map(([steps, kinds]) =>
    kinds.map((kind, at): Event => {
      const step = steps[at % Math.max(steps.length, 1)];
      if (kind.type !== 'mine' && kind.type !== 'theirs') return kind;
      return step ? { type: kind.type, step } : { type: 'push', most: 9 };
    }),
  );

/** A client, its server, and a colleague who works at the server. */
class Day {
  readonly anya: JoinedDesk;
  readonly home: TestDesk;
  readonly ops = new Set<string>();
  readonly #pair: SyncPair;
  #clients = 0;

  constructor(pair: SyncPair) {
    this.#pair = pair;
    this.anya = pair.anya;
    this.home = pair.home;
  }

  run(event: Event): void {
    const { anya } = this;
    anya.here.clock.forward(minute);
    if (event.type === 'mine' || event.type === 'theirs') return this.#work(event);
    if (event.type === 'push') anya.pushes(event.most + 1);
    else if (event.type === 'pull') this.pulls(event.most + 1);
    else if (event.type === 'register') anya.here.registers('Новое', 'Не включается');
    else if (event.type === 'told-new') this.#toldNew();
    else if (event.type === 'start-over') {
      this.#clients += 1;
      anya.store.becomeClient(`client-${this.#clients}`, anya.now);
    } else {
      const out = anya.store.outgoing({ most: 3, bytes: 9999, now: anya.now });
      anya.server.takes(out.map(({ op }) => op));
    }
  }

  pulls(limit: number): void {
    for (const { space, seq } of this.anya.store.cursors()) {
      const page = this.anya.server.page(space, seq, limit);
      expect(this.anya.store.applyPage(page, this.anya.now).outcome).toBe('applied');
    }
  }

  tickets({ desk }: TestDesk): string[] {
    return desk.store.sql
      .all<{ id: string }>('SELECT id FROM ticket ORDER BY id')
      .map(({ id }) => id);
  }

  close(): void {
    this.#pair.close();
  }

  #work({ type, step }: { readonly type: 'mine' | 'theirs'; readonly step: Step }): void {
    const { here } = this.anya;
    const at = type === 'mine' ? here : this.home;
    const ids = this.tickets(at);
    const id = ids[step.ticket % Math.max(ids.length, 1)];
    if (id === undefined) return;
    const command = step.make(here.clock.now(), here.desk.makeId);
    if (type === 'theirs') {
      this.anya.server.does(id, command, this.#pair.oleg.id);
      return;
    }
    execute(here.desk, id, command);
    if (step.undo) undoLast(here.desk);
    const box = here.desk.store.sql.all<{ id: string }>('SELECT op_id AS id FROM outbox');
    for (const { id: opId } of box) this.ops.add(opId);
  }

  #toldNew(): void {
    const id = this.home.registers('С сервера', 'Пишет клиент');
    const opId = must(this.home.desk.outbox.lastOn(id), 'op').opId;
    const entries = new Map(
      this.home.desk.tickets.entries(id).map((entry) => [entry.id, entry.text]),
    );
    const told = this.home.desk.tickets.events(id).map((event) => {
      const { fact } = event;
      if (fact.type !== 'entry-added') return event;
      const text = entries.get(fact.entry.id) ?? '';
      return { ...event, fact: { ...fact, entry: { ...fact.entry, text } } };
    });
    const body = { kind: 'ticket', events: told } as const;
    this.anya.server.tells('main', {
      ...{ opId, entityType: 'ticket', entityId: id, type: 'register', body },
    });
  }
}

/** What is computed from events, whatever rows they came to stand in. */
function projections({ desk }: TestDesk): unknown {
  const { sql } = desk.store;
  const list = sql.all<Record<string, unknown>>(
    `SELECT t.id, l.* FROM ticket_list l JOIN ticket t ON t.seq = l.seq ORDER BY t.id`,
  );
  return {
    list: list.map(({ seq: _, ...row }) => row),
    tags: sql.all(
      'SELECT t.id, g.tag FROM ticket_tag g JOIN ticket t ON t.seq = g.ticket_seq ORDER BY 1, 2',
    ),
    promises: sql.all('SELECT * FROM promise ORDER BY ticket_id, id'),
    time: sql.all('SELECT * FROM time_spent ORDER BY event_id'),
    uses: sql.all('SELECT * FROM template_use ORDER BY event_id'),
    facets: sql.all(
      'SELECT * FROM queue_facet WHERE n <> 0 ORDER BY status, is_open, line, assignee_id',
    ),
    entries: sql.all('SELECT id, op_id, at, kind, text FROM entry ORDER BY id'),
    words: ['печатает', 'падает', 'связка', 'включается', 'SM-1'].map((word) =>
      sql.all(
        `SELECT t.id FROM ticket_fts f JOIN ticket t ON t.seq = f.rowid
         WHERE ticket_fts MATCH ? ORDER BY 1`,
        desk.store.indexText(word),
      ),
    ),
  };
}

/** Every state is the fold of its events, what the server told first, and every count is right. */
function isWhole({ here }: JoinedDesk): void {
  const { sql } = here.desk.store;
  const health = storeHealth(sql);
  expect(health.wrongFacets()).toBe(0);
  expect(health.orphans().filter((line) => !line.startsWith('draft'))).toEqual([]);
  const { tickets: count, texts } = health.searchIndex();
  expect(texts).toBe(count);
  for (const { id } of sql.all<{ id: string }>('SELECT id FROM ticket')) {
    expect(replayTicket(here.desk.tickets.events(id))).toEqual(here.desk.tickets.byId(id));
    const marks = sql.numbers(
      'SELECT server_seq IS NULL FROM event WHERE entity_id = ? ORDER BY seq',
      id,
    );
    expect(marks).toEqual(marks.toSorted());
  }
}

describe('whatever happens here and there, in whatever order', () => {
  it('states follow from what the server told and from what waits; in the end all is the same', async () => {
    await fc.assert(
      fc.asyncProperty(events, async (happening) => {
        const day = new Day(await openSyncPair());
        for (const event of happening) {
          day.run(event);
          isWhole(day.anya);
        }
        for (let n = 0; n < 3; n += 1) {
          day.anya.pushes();
          day.pulls(1000);
        }
        isWhole(day.anya);
        const { here, store } = day.anya;
        expect(store.counts()).toMatchObject({ pending: 0, acked: 0 });
        expect(day.tickets(here)).toEqual(day.tickets(day.home));
        expect(projections(here)).toEqual(projections(day.home));
        nothingIsLost(day);
        day.close();
      }),
      { numRuns: 15 },
    );
  });
});

/** Every operation has one end, and what was refused lies in the tray. */
function nothingIsLost({ anya, ops }: Day): void {
  const { sql } = anya.here.desk.store;
  for (const opId of ops) {
    const row = sql.get<{ state: string }>('SELECT state FROM outbox WHERE op_id = ?', opId);
    if (!row) continue;
    const lies = sql.get('SELECT 1 FROM discrepancy WHERE op_id = ?', opId) !== undefined;
    expect([row.state, lies]).toEqual(
      row.state === 'landed' ? ['landed', false] : ['rejected', true],
    );
  }
  expect(new TrayStore(sql).open().every(({ kind }) => kind === 'refused')).toBe(true);
}
