import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Bench, root } from '../bench.ts';
import { nowMs } from '../statistics.ts';
import { Served } from './serve.ts';

/** How to get the peer, which is no dependency: it brings some 250 packages. */
export const INSTALL =
  'npm i --prefix DIR --ignore-scripts pouchdb@9 express-pouchdb@4 express@4, SMENA_BENCH_POUCHDB=DIR';

/** The little of PouchDB that is measured. */
interface Database {
  bulkDocs(docs: readonly object[]): Promise<unknown>;
  readonly replicate: {
    to(url: string, options: { readonly batch_size: number }): Promise<{ docs_written: number }>;
  };
  close(): Promise<void>;
}
type PouchDb = new (name: string) => Database;

const home = join(process.env['SMENA_BENCH_POUCHDB'] || root, 'package.json');
const installed = createRequire(home);
const documents = (count: number, round: string) =>
  Array.from({ length: count }, (_, n) => ({
    ...{ _id: `${round}-${String(n).padStart(8, '0')}`, type: 'note', byId: 'person', at: n },
    text: `Проверка ${n}. Перезапустили службу печати на сервере, очередь пошла; попросили бухгалтерию напечатать ещё раз и сообщить, если документ опять застрянет.`,
  }));

/** Documents a second that PouchDB pushes to its own server; null where it is not installed. */
export async function pouchRate(
  bench: Bench,
  { count, batch }: { readonly count: number; readonly batch: number },
): Promise<number | null> {
  const Pouch = load();
  if (Pouch === null) return null;
  const script = join(import.meta.dirname, 'pouchdb-server.cjs');
  const server = await Served.start(bench, [script, join(bench.scratch, 'pouch-server'), home]);
  const local = new Pouch(join(bench.scratch, 'pouch-client'));
  try {
    let perSecond = Number.NaN;
    for (const round of ['warm', 'measured']) {
      await local.bulkDocs(documents(count, round));
      const from = nowMs();
      const done = await local.replicate.to(`${server.url}/desk`, { batch_size: batch });
      perSecond = done.docs_written / ((nowMs() - from) / 1000);
    }
    return perSecond;
  } finally {
    await local.close();
    await server.stop();
  }
}

function load(): PouchDb | null {
  try {
    // Without types of its own; what is used of it stands above.
    return installed('pouchdb') as PouchDb;
  } catch {
    return null;
  }
}
