import { existsSync } from 'node:fs';
import { UserError } from '../../util/user-error.ts';
import { openSqlFile } from '../open-sql-file.ts';
import type { Sql } from '../sql.ts';
import { PRACTICE_ID, practiceMigrations } from './practice-schema.ts';
import { QuizDraftStore } from './quiz-draft-store.ts';
import { RunStore } from './run-store.ts';
import { SkillCardStore } from './skill-card-store.ts';

/** The file of practice: runs, their scenarios as they were, begun quizzes, what is remembered of skills. */
export interface PracticeStore {
  readonly sql: Sql;
  readonly runs: RunStore;
  readonly cards: SkillCardStore;
  readonly quizzes: QuizDraftStore;
  /** Gives what is kept of one person to another id of the same person. */
  adopt(from: string, to: string): void;
  close(): void;
}

/**
 * Opens (or makes) the file of practice. It stands beside the store of live work and is never
 * joined with it. Throws a UserError for what a person can mend.
 */
export function openPracticeStore(path: string): PracticeStore {
  const sql = openFile(path);
  return {
    ...{ sql, runs: new RunStore(sql), cards: new SkillCardStore(sql) },
    quizzes: new QuizDraftStore(sql),
    adopt: (from, to) => adopt(sql, from, to),
    close: () => sql.close(),
  };
}

/** What helps a broken store of live work does not help this one. */
function openFile(path: string): Sql {
  try {
    return openSqlFile({ path, applicationId: PRACTICE_ID, migrate });
  } catch (error) {
    const isBroken = error instanceof UserError && BROKEN.has(error.code);
    throw isBroken ? new UserError('practice-file-broken', { path }, { cause: error }) : error;
  }
}

const BROKEN = new Set(['store-corrupt', 'store-not-a-store']);

/** The file of practice where there is one: what only looks makes none. */
export function openPracticeIfThere(path: string): PracticeStore | null {
  return existsSync(path) ? openPracticeStore(path) : null;
}

/** Of two open runs, cards of a skill or begun quizzes, those that the id had already stay. */
function adopt(sql: Sql, from: string, to: string): void {
  sql.transact(() => {
    for (const table of ['run', 'skill_card', 'quiz_draft']) {
      sql.run(`UPDATE OR IGNORE ${table} SET person_id = ? WHERE person_id = ?`, to, from);
    }
  });
}

function migrate(sql: Sql): void {
  const known = practiceMigrations.length;
  const found = Number(sql.pragma('user_version'));
  if (found === known) return;
  if (found > known) throw new UserError('store-newer-schema', { path: sql.path, found, known });
  sql.transact(() => {
    // Another process may have migrated while this one waited for the lock.
    const current = Number(sql.pragma('user_version'));
    for (const script of practiceMigrations.slice(current)) sql.exec(script);
    sql.exec(`PRAGMA application_id = ${PRACTICE_ID}; PRAGMA user_version = ${known};`);
  });
}
