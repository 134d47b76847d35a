import { DESK_ENTITY } from '../domain/desk-version.ts';
import type { Sql } from './sql.ts';

/** Questions to a store about itself. Reads only. */
export interface StoreHealth {
  /** What SQLite finds wrong, page by page; a quick look skips the indexes. */
  pages(deep: boolean): string[];
  durability(): { readonly isFull: boolean; readonly detail: string };
  /** How many counts and rows of the queues differ from the tickets. */
  wrongFacets(): number;
  searchIndex(): { readonly tickets: number; readonly texts: number };
  /** Tables with rows whose ticket is gone, with how many. */
  orphans(): string[];
  /** All tickets, or a sample spread over the whole store. */
  ticketIds(sample: number | null): string[];
}

const FULL = 2;

const orphanRows: readonly (readonly [table: string, condition: string])[] = [
  ['entry', 'ticket_seq NOT IN (SELECT seq FROM ticket)'],
  ['ticket_list', 'seq NOT IN (SELECT seq FROM ticket)'],
  ['ticket_tag', 'ticket_seq NOT IN (SELECT seq FROM ticket)'],
  ['ticket_alias', 'ticket_id NOT IN (SELECT id FROM ticket)'],
  [
    'event',
    `entity_id NOT IN (SELECT id FROM ticket) AND entity_id NOT LIKE 'article/%'
       AND entity_id NOT LIKE 'search/%' AND entity_id NOT LIKE 'shift/%'
       AND entity_id NOT LIKE 'practice/%' AND entity_id <> '${DESK_ENTITY}'`,
  ],
  // Where a server decides, what waits for it may have nothing to show here meanwhile.
  [
    'delivery',
    'entry_id NOT IN (SELECT id FROM entry) AND op_id NOT IN (SELECT op_id FROM outbox)',
  ],
  ['draft', 'ticket_id IS NOT NULL AND ticket_id NOT IN (SELECT id FROM ticket)'],
  ['letter', 'ticket_id IS NOT NULL AND ticket_id NOT IN (SELECT id FROM ticket)'],
  [
    'outbox',
    `entity_type = 'ticket' AND entity_id NOT IN (SELECT id FROM ticket)
       AND NOT EXISTS (SELECT 1 FROM meta WHERE key = 'sync/server')`,
  ],
];

const facetQuery = `SELECT count(*) AS n FROM (
  SELECT status, is_open, line, assignee_id, n FROM queue_facet WHERE n <> 0
  EXCEPT SELECT status, is_open, line, coalesce(assignee_id, ''), count(*)
    FROM ticket GROUP BY 1, 2, 3, 4)`;
const listQuery = `SELECT count(*) AS n FROM (
  SELECT seq, status, line, assignee_id, customer_id, updated_at, next_action_at FROM ticket
  EXCEPT SELECT seq, status, line, assignee_id, customer_id, updated_at, next_action_at
    FROM ticket_list)`;

/** Looks into one open store. */
export function storeHealth(sql: Sql): StoreHealth {
  const count = (text: string) => sql.get<{ n: number }>(text)?.n ?? 0;
  return {
    pages(deep) {
      const pragma = deep ? 'integrity_check' : 'quick_check';
      const rows = sql.all<Record<string, string>>(`PRAGMA ${pragma}(20)`);
      return rows.flatMap((row) => Object.values(row)).filter((line) => line !== 'ok');
    },
    durability() {
      const synchronous = sql.pragma('synchronous');
      const journal = sql.pragma('journal_mode');
      const isFull = synchronous === FULL && journal === 'wal';
      return { isFull, detail: `synchronous=${synchronous} journal_mode=${journal}` };
    },
    wrongFacets() {
      const counted = 'SELECT coalesce(sum(n), 0) AS n FROM queue_facet';
      const isSum = count(counted) === count('SELECT count(*) AS n FROM ticket');
      return count(facetQuery) + count(listQuery) + (isSum ? 0 : 1);
    },
    searchIndex() {
      const tickets = count('SELECT count(*) AS n FROM ticket');
      return { tickets, texts: count('SELECT count(*) AS n FROM ticket_fts') };
    },
    orphans() {
      return orphanRows.flatMap(([table, condition]) => {
        const n = count(`SELECT count(*) AS n FROM ${table} WHERE ${condition}`);
        return n > 0 ? [`${table}: ${n}`] : [];
      });
    },
    ticketIds(sample) {
      const all = count('SELECT count(*) AS n FROM ticket');
      const step = sample === null ? 1 : Math.max(1, Math.ceil(all / sample));
      const text = 'SELECT id FROM ticket WHERE seq % ? = 0 ORDER BY seq';
      return sql.all<{ id: string }>(text, step).map((row) => row.id);
    },
  };
}
