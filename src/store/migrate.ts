import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UserError } from '../util/user-error.ts';
import { initialSchema } from './migrations/001-init.ts';
import { knowledgeSchema } from './migrations/002-knowledge.ts';
import { repliesSchema } from './migrations/003-replies.ts';
import { promisesSchema } from './migrations/004-promises.ts';
import { deskSchema } from './migrations/005-desk.ts';
import { peopleSchema } from './migrations/006-people.ts';
import { queuesSchema } from './migrations/007-queues.ts';
import { familySchema } from './migrations/008-family.ts';
import { clocksSchema } from './migrations/009-clocks.ts';
import { workSchema } from './migrations/010-work.ts';
import { handoverSchema } from './migrations/011-handover.ts';
import { syncSchema } from './migrations/012-sync.ts';
import { shiftSchema } from './migrations/013-shift.ts';
import { figuresSchema } from './migrations/014-figures.ts';
import { reportSchema } from './migrations/015-report.ts';
import { practiceSchema } from './migrations/016-practice.ts';
import { supervisionSchema } from './migrations/017-supervision.ts';
import type { Sql } from './sql.ts';

/** "SMNA": tells our file from any other SQLite file. */
export const APPLICATION_ID = 0x534d4e41;

const migrations: readonly string[] = [
  initialSchema,
  knowledgeSchema,
  repliesSchema,
  promisesSchema,
  deskSchema,
  peopleSchema,
  queuesSchema,
  familySchema,
  clocksSchema,
  workSchema,
  handoverSchema,
  syncSchema,
  shiftSchema,
  figuresSchema,
  reportSchema,
  practiceSchema,
  supervisionSchema,
];

/** The schema this program writes. */
export const SCHEMA_VERSION = migrations.length;

/**
 * Brings the schema up to date in one transaction: after a kill it is old or new, never between.
 * A copy of a store that holds data is put beside it first. A newer schema is refused.
 */
export function migrate(sql: Sql, indexText: (text: string) => string): void {
  const found = Number(sql.pragma('user_version'));
  if (found === SCHEMA_VERSION) return;
  if (found > SCHEMA_VERSION) {
    throw new UserError('store-newer-schema', { path: sql.path, found, known: SCHEMA_VERSION });
  }
  if (found > 0) copyBefore(sql, found);
  sql.define('index_text', indexText);
  sql.transact(() => {
    // Another process may have migrated while this one waited for the lock.
    const current = Number(sql.pragma('user_version'));
    for (const script of migrations.slice(current)) sql.exec(script);
    sql.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${SCHEMA_VERSION};`);
  });
}

function copyBefore(sql: Sql, version: number): void {
  const folder = join(dirname(sql.path), 'backup');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const target = join(folder, `before-schema-${version + 1}.db`);
  const partial = `${target}.${process.pid}`;
  rmSync(partial, { force: true });
  writeFileSync(partial, '', { mode: 0o600, flag: 'wx' });
  sql.run('VACUUM INTO ?', partial);
  // Another process may have migrated meanwhile: it has made its copy, and this one may be too new.
  if (Number(sql.pragma('user_version')) === version) renameSync(partial, target);
  else rmSync(partial);
}
