import { createHash } from 'node:crypto';
import {
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fillDemo } from '../../src/app/demo/fill-demo.ts';
import type { Desk } from '../../src/app/desk/desk.ts';
import { openDesk } from '../../src/app/desk/open-desk.ts';
import { resolvePaths } from '../../src/config/paths.ts';
import { defaultSettings } from '../../src/config/settings.ts';
import { SCHEMA_VERSION } from '../../src/store/migrate.ts';
import { initialSchema } from '../../src/store/migrations/001-init.ts';
import { uuidv7 } from '../../src/util/id.ts';
import { type Bench, root } from './bench.ts';

/** Raise when the same schema is to be filled otherwise. */
const GENERATION = 1;
const SEED = 20_261;
const SETTINGS = { person: 'bench', language: 'ru' } as const;

/** Opens a data directory of the bench in this process. */
export function openBenchDesk(folder: string): Promise<Desk> {
  return openDesk({
    paths: resolvePaths({}, root, folder),
    settings: { ...defaultSettings, ...SETTINGS },
    language: SETTINGS.language,
    clock: { now: Date.now },
    makeId: uuidv7,
    seat: { login: SETTINGS.person, name: 'Женя', role: 'engineer', line: '2' },
  });
}

/**
 * A data directory with `tickets` tickets of the demo's generator: conversations in Russian, no two
 * texts alike. Built once by the program's own code and kept until the schema changes.
 */
export async function deskStore(
  cache: string,
  tickets: number,
  say: (text: string) => void,
): Promise<string> {
  const key = createHash('sha256')
    .update(JSON.stringify([SCHEMA_VERSION, initialSchema, GENERATION, SEED]))
    .digest('hex')
    .slice(0, 12);
  const folder = join(cache, `desk-${tickets}-${key}`);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  for (const old of readdirSync(cache)) {
    const isOld = old.startsWith(`desk-${tickets}-`);
    if (isOld) rmSync(join(cache, old), { recursive: true, force: true });
  }
  const partial = join(cache, `desk-${tickets}-${key}.${process.pid}.partial`);
  say(`building a store of ${tickets} tickets, once`);
  const desk = await openBenchDesk(partial);
  const onProgress = (done: number, all: number) => {
    if (done % 10_000 === 0) say(`  ${done} of ${all}`);
  };
  await fillDemo(desk, { seed: SEED, tickets, onProgress });
  desk.store.close();
  writeFileSync(join(partial, 'config.json'), JSON.stringify(SETTINGS));
  renameSync(partial, folder);
  return folder;
}

/** A copy of the bench's data directory that may be written into. */
export function copyOfDesk(bench: Pick<Bench, 'desk' | 'scratch'>): string {
  const copy = mkdtempSync(join(bench.scratch, 'desk-'));
  cpSync(bench.desk, copy, { recursive: true, mode: constants.COPYFILE_FICLONE });
  return copy;
}
