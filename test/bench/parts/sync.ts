import type { Bench, Part } from '../bench.ts';
import type { Row } from '../row.ts';
import { bootstrapRows } from './sync-bootstrap.ts';
import { liveRows } from './sync-live.ts';
import { outageRows } from './sync-outage.ts';
import { postgresRows } from './sync-postgres.ts';
import { pushRows } from './sync-push.ts';
import { rebaseRows } from './sync-rebase.ts';

const groups = [pushRows, rebaseRows, liveRows, bootstrapRows, outageRows, postgresRows];

async function run(bench: Bench): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const group of groups) rows.push(...(await group(bench)));
  return rows;
}

/** The exchange with the central server. */
export const sync: Part = { name: 'sync', run };
