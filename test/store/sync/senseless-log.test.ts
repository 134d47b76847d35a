import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bodyHash, nextChain } from '../../../src/protocol/chain.ts';
import type { LogRow, Page, RowBody } from '../../../src/protocol/wire.ts';
import { must } from '../../../src/util/must.ts';
import type { JoinedDesk } from '../../support/small-server.ts';
import { openSyncPair, type SyncPair } from '../../support/sync-pair.ts';

let pair: SyncPair;
let anya: JoinedDesk;

beforeEach(async () => {
  pair = await openSyncPair();
  ({ anya } = pair);
});
afterEach(() => pair.close());

function told(id: string, fact: object) {
  return { id: 'e', opId: 'op', ticketId: id, entityId: id, at: 1, byId: 'x', device: '', fact };
}

/** Bodies that look as they have to from outside. */
function bodies(id: string): fc.Arbitrary<object> {
  const types = [
    ...['registered', 'entry-added', 'assigned', 'status-set', 'fields-set', 'promise-made'],
    ...['time-logged', 'spent', 'template-used', 'version-saved', 'article-rated', 'search-lost'],
    ...['merged', 'linked', 'details-filled', 'never-heard-of'],
  ];
  const fact = fc
    .tuple(fc.constantFrom(...types), fc.dictionary(fc.string(), fc.jsonValue()))
    .map(([type, more]) => ({ ...more, type }));
  const events = fc.array(fact, { minLength: 1, maxLength: 2 }).map((facts) => {
    return facts.map((one, n) => ({ ...told(id, one), id: `e${n}` }));
  });
  const command = fc.constantFrom('save-queue', 'delete-queue', 'order-queues', 'x');
  return fc.oneof(
    events.map((all) => ({ kind: 'ticket', events: all })),
    events.map((all) => ({ kind: 'arrived', events: all, aliases: [] })),
    events.map((all) => ({ kind: 'article', events: all })),
    fc.constantFrom('person', 'customer', 'asset').map((type) => {
      return { kind: 'record', record: { type } };
    }),
    command.map((type) => ({ kind: 'queue', command: { type } })),
    fact.map((one) => ({ kind: 'desk', event: told('desk', one), files: {} })),
  );
}

/** The next page of the log, with one row that says so. */
function pageOf(body: object, entityId: string): Page {
  const { space, seq, chain } = must(
    anya.store.cursors().find((cursor) => cursor.space === 'main'),
    'cursor',
  );
  // Whatever a server may say.
  const told = body as RowBody;
  const row: LogRow = {
    ...{ seq: seq + 1, opId: `op${seq}`, entityType: 'ticket', entityId, type: 'x', byId: '' },
    ...{ device: '', occurredAt: 1, receivedAt: 1, hash: bodyHash(told), body: told },
  };
  const next = seq + 1;
  return { space, from: seq, rows: [row], next, chain: nextChain(chain, row), head: next };
}

function dump(): readonly unknown[] {
  const { sql } = anya.here.desk.store;
  const tables = ['ticket', 'entry', 'event', 'outbox', 'sync_space', 'person', 'saved_queue'];
  return tables.map((name) => sql.all(`SELECT * FROM ${name}`));
}

test('rows that make no sense are taken in whole or not at all, and cost nobody a word', () => {
  const id = anya.here.registers('Принтер', 'Не печатает.');
  anya.syncs();
  anya.here.does(id, { type: 'note', text: 'ждёт' });
  let refused = 0;
  fc.assert(
    fc.property(
      bodies(id),
      fc.constantFrom(id, 'new', 'article/a.ru', 'search/q', 'desk'),
      (body, about) => {
        const before = dump();
        const { outcome, why } = anya.store.applyPage(pageOf(body, about), anya.now);
        expect(['applied', 'unsound']).toContain(outcome);
        if (outcome === 'applied') return;
        refused += 1;
        expect(why).not.toBe('');
        expect(dump()).toEqual(before);
      },
    ),
    { numRuns: 200 },
  );
  expect(refused).toBeGreaterThan(20);
  const text = `SELECT payload ->> 'text' AS text FROM outbox WHERE state = 'pending'`;
  expect(anya.here.desk.store.sql.get(text)).toEqual({ text: 'ждёт' });
});
