import { isDeepStrictEqual } from 'node:util';
import { replayTicket } from '../../domain/evolve-ticket.ts';
import { storeHealth } from '../../store/store-health.ts';
import type { Desk } from '../desk/desk.ts';
import { wasUnclean } from '../desk/desk-session.ts';
import type { Check, CheckCode, CheckOptions } from './check.ts';
import { checkSurroundings } from './check-surroundings.ts';

export interface CheckedStore {
  readonly checks: readonly Check[];
}

/** Histories folded by a check that is not deep. */
const SAMPLE = 300;

/** Looks whether the store is whole, and whether what surrounds it can keep it so. Changes nothing. */
export function checkStore(desk: Desk, { deep }: CheckOptions): CheckedStore {
  const health = storeHealth(desk.store.sql);
  const pages = health.pages(deep);
  const durability = health.durability();
  const counts = health.wrongFacets();
  const index = health.searchIndex();
  const orphans = health.orphans();
  const unclean = wasUnclean(desk);
  const restore = 'smena restore';
  return {
    checks: [
      check('integrity', pages.length === 0, pages.join('; ') || 'ok', restore),
      check('durability', durability.isFull, durability.detail, null),
      checkHistories(desk, deep),
      check('counts', counts === 0, String(counts), restore),
      check(
        'search-index',
        index.texts === index.tickets,
        `${index.texts}/${index.tickets}`,
        restore,
      ),
      check('orphans', orphans.length === 0, orphans.join(', ') || '0', restore),
      check('session', !unclean, unclean ? 'unclean' : 'clean', 'smena verify'),
      ...checkSurroundings(desk.paths, { deep, now: desk.clock.now() }),
    ],
  };
}

function checkHistories(desk: Desk, deep: boolean): Check {
  const ids = storeHealth(desk.store.sql).ticketIds(deep ? null : SAMPLE);
  const wrong = ids.filter((id) => {
    const folded = replayTicket(desk.tickets.events(id));
    // What was stored went through JSON, which knows no undefined.
    return !isDeepStrictEqual(JSON.parse(JSON.stringify(folded)), desk.tickets.byId(id));
  });
  const numbers = wrong.slice(0, 10).map((id) => desk.tickets.byId(id)?.number ?? id);
  const detail = numbers.join(', ') || `${ids.length}`;
  return check('histories', wrong.length === 0, detail, 'smena restore');
}

function check(code: CheckCode, ok: boolean, detail: string, fix: string | null): Check {
  return { code, ok, detail, fix: ok ? null : fix };
}
