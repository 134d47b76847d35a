import { bodyHash, nextChain } from '../../../src/protocol/chain.ts';
import type { LogRow, Page } from '../../../src/protocol/wire.ts';
import type { Sql } from '../../../src/store/sql.ts';
import type { Mutant } from './mutant.ts';
import { overStore } from './over-store.ts';

function setCursor(
  sql: Sql,
  { space, seq, chain }: { space: string; seq: number; chain: string },
): void {
  sql.run('UPDATE sync_space SET seq = ?, chain = ? WHERE space = ?', seq, chain, space);
}

/** What `showChainBefore` of the server adds to a page. */
type TellingPage = Page & { readonly before?: string | null };

/** Pages are taken in with other rows than they have, as if no chain would tell. */
export function withOtherRows(
  change: (rows: readonly LogRow[]) => readonly LogRow[],
): Mutant['plant'] {
  return overStore((store, sql) => ({
    applyPage(page, now) {
      const known = store.cursors().find(({ space }) => space === page.space);
      const others = change(page.rows);
      if (known?.seq !== page.from || others === page.rows) return store.applyPage(page, now);
      let { chain } = known;
      const rows = others.map((row, n) => {
        const told = { ...row, seq: page.from + n + 1, hash: bodyHash(row.body) };
        chain = nextChain(chain, told);
        return told;
      });
      const applied = store.applyPage({ ...page, rows, next: page.from + rows.length, chain }, now);
      if (applied.outcome === 'applied') {
        setCursor(sql, { space: page.space, seq: page.next, chain: page.chain });
      }
      return applied;
    },
  }));
}

/** The first of the things that an operation did to its tickets. */
function half(row: LogRow): LogRow {
  const { body } = row;
  if (body.kind !== 'ticket' || body.events.length < 2) return row;
  return { ...row, body: { ...body, events: body.events.slice(0, 1) } };
}

/** Bugs in taking in what the server told. */
export const pageMutants: readonly Mutant[] = [
  {
    name: 'cursor-before-rows',
    about: 'the cursor is on the disk before the rows it stands for',
    plant: overStore((store, sql) => ({
      applyPage(page, now) {
        const known = store.cursors().find(({ space }) => space === page.space);
        if (known?.seq === page.from) {
          setCursor(sql, { space: page.space, seq: page.next, chain: page.chain });
          setCursor(sql, known);
        }
        return store.applyPage(page, now);
      },
    })),
  },
  {
    name: 'snapshot-empties-outbox',
    about: 'a snapshot takes the place of everything, unsent work too',
    plant: overStore((store, sql) => ({
      importSnapshot(info, path, now) {
        const done = store.importSnapshot(info, path, now);
        if (done.isDone) sql.run("DELETE FROM outbox WHERE state = 'pending'");
        return done;
      },
    })),
  },
  {
    name: 'snapshot-cursor-too-far',
    about: 'a snapshot says that it holds one row more than it does',
    plant: overStore((store, sql) => ({
      importSnapshot(info, path, now) {
        const done = store.importSnapshot(info, path, now);
        if (done.isDone) sql.run('UPDATE sync_space SET seq = seq + 1 WHERE space = ?', info.space);
        return done;
      },
    })),
  },
  {
    name: 'lost-space-stays',
    about: 'what a person may not see any more stays on the disk',
    plant: overStore((store, sql) => ({
      followScope(scope, now) {
        const had = sql.all<{ space: string; title: string }>(
          'SELECT space, title FROM sync_space',
        );
        const codes = new Set(scope.spaces.map(({ code }) => code));
        const lost = had.filter(({ space }) => !codes.has(space));
        const more = lost.map(({ space, title }) => ({ code: space, title }));
        return store.followScope({ ...scope, spaces: [...scope.spaces, ...more] }, now);
      },
    })),
  },
  {
    name: 'own-value-wins',
    about: 'of two changes of one field everybody keeps their own',
    plant: overStore((store, sql) => ({
      applyPage(page, now) {
        const kept = sql.all<{ id: string; city: string; about: string }>(
          `SELECT id, city, about FROM customer WHERE id IN
             (SELECT entity_id FROM outbox WHERE entity_type = 'customer')`,
        );
        const applied = store.applyPage(page, now);
        for (const { id, city, about } of kept) {
          sql.run('UPDATE customer SET city = ?, about = ? WHERE id = ?', city, about, id);
        }
        return applied;
      },
    })),
  },
  {
    name: 'clock-decides',
    about: 'of two changes of a customer the one with the later clock wins',
    plant: overStore((store, sql) => {
      const latest = new Map<string, number>();
      return {
        applyPage(page, now) {
          const cities = new Map(
            sql
              .all<{ id: string; city: string }>('SELECT id, city FROM customer')
              .map((row) => [row.id, row]),
          );
          const applied = store.applyPage(page, now);
          if (applied.outcome !== 'applied') return applied;
          for (const { entityType, entityId, occurredAt } of page.rows) {
            if (entityType !== 'customer') continue;
            const known = cities.get(entityId);
            if (known && occurredAt < (latest.get(entityId) ?? 0)) {
              sql.run('UPDATE customer SET city = ? WHERE id = ?', known.city, entityId);
            }
            latest.set(entityId, Math.max(occurredAt, latest.get(entityId) ?? 0));
          }
          return applied;
        },
      };
    }),
  },
  {
    name: 'stale-page-applied',
    about: 'a page for another cursor is applied, and the cursor with it',
    plant: overStore((store, sql) => ({
      // Any process may sync at any time, so that stale pages come.
      lease: () => true,
      applyPage(page: TellingPage, now) {
        const known = store.cursors().find(({ space }) => space === page.space);
        if (known && known.seq !== page.from && typeof page.before === 'string') {
          setCursor(sql, { space: page.space, seq: page.from, chain: page.before });
        }
        return store.applyPage(page, now);
      },
    })),
  },
  {
    name: 'holes-are-hidden',
    about: 'a row is missing below the last number, and only the last number is compared',
    plant: withOtherRows((rows) => (rows.length > 1 ? rows.toSpliced(0, 1) : rows)),
  },
  {
    name: 'last-row-is-left-out',
    about: 'the cursor reaches further than the rows that were taken in',
    plant: withOtherRows((rows) => (rows.length > 3 ? rows.slice(0, -1) : rows)),
  },
  {
    name: 'page-in-a-transaction',
    about: 'a page ends in the middle of what one operation did',
    plant: withOtherRows((rows) => rows.map((row, n) => (n === rows.length - 1 ? half(row) : row))),
  },
  {
    name: 'ties-by-client',
    about: 'of two changes of a customer that of the client with the greater name wins',
    plant: overStore((store, sql) => {
      const winners = new Map<string, string>();
      return {
        applyPage(page, now) {
          const known = sql.all<{ id: string; city: string }>('SELECT id, city FROM customer');
          const applied = store.applyPage(page, now);
          if (applied.outcome !== 'applied') return applied;
          for (const { entityType, entityId, device } of page.rows) {
            if (entityType !== 'customer') continue;
            const winner = winners.get(entityId) ?? '';
            const before = known.find(({ id }) => id === entityId);
            if (before && device < winner) {
              sql.run('UPDATE customer SET city = ? WHERE id = ?', before.city, entityId);
            } else winners.set(entityId, device);
          }
          return applied;
        },
      };
    }),
  },
];
