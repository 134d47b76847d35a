import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../../src/store/open-store.ts';
import {
  openPracticeIfThere,
  openPracticeStore,
} from '../../../src/store/practice/practice-store.ts';
import type { RunEnd, StoredRun } from '../../../src/store/practice/run-store.ts';
import { UserError } from '../../../src/util/user-error.ts';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'smena-practice-'));
  path = join(folder, 'practice.sqlite');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function run(id: string, about: Partial<StoredRun> = {}): StoredRun {
  return {
    ...{
      id,
      scenarioId: 'lamp',
      lang: 'ru',
      scenarioHash: 'h1',
      personId: 'anya',
      mode: 'practice',
    },
    ...{ seed: 1, clockStart: 1000, clockAt: 1000, startedAt: 5, finishedAt: null, state: 'open' },
    ...{ score: null, max: null, passed: null, result: null, sharedAt: null, ...about },
  };
}

const end: RunEnd = {
  state: 'finished',
  ...{ finishedAt: 9, clockAt: 1500, score: 80, max: 100, passed: true, result: '{}' },
};

function codeOf(work: () => unknown): unknown {
  try {
    work();
    return null;
  } catch (error) {
    return error instanceof UserError ? error.code : error;
  }
}

describe('the file of practice', () => {
  it('keeps a run over a close: its scenario, its events in their order, its draft, its clock', () => {
    const store = openPracticeStore(path);
    store.runs.begin(run('r1'), 'the whole scenario');
    expect(
      store.runs.append(
        'r1',
        { seq: 1, at: 1100, payload: '{"n":1}' },
        { clockAt: 1100, endsDraft: false },
      ),
    ).toBe(true);
    store.runs.saveDraft('r1', 'недописанное');
    store.close();

    const { runs, close } = openPracticeStore(path);
    expect(runs.byId('r1')).toEqual(run('r1', { clockAt: 1100 }));
    expect(runs.events('r1')).toEqual([{ seq: 1, at: 1100, payload: '{"n":1}' }]);
    expect([runs.draft('r1'), runs.scenarioText('h1')]).toEqual([
      'недописанное',
      'the whole scenario',
    ]);
    expect(
      runs.append('r1', { seq: 2, at: 1200, payload: '{}' }, { clockAt: 1200, endsDraft: true }),
    ).toBe(true);
    expect(runs.draft('r1')).toBe('');
    close();
  });

  it('never changes nor forgets what happened, and takes no second event of a place', () => {
    const { sql, runs, close } = openPracticeStore(path);
    runs.begin(run('r1'), 'text');
    const after = { clockAt: 1100, endsDraft: false };
    runs.append('r1', { seq: 1, at: 1100, payload: 'first' }, after);
    expect(runs.append('r1', { seq: 1, at: 1100, payload: 'second' }, after)).toBe(false);
    expect(runs.append('r1', { seq: 3, at: 1100, payload: 'third' }, after)).toBe(false);
    expect(() => sql.run(`UPDATE run_event SET payload = 'other'`)).toThrow();
    expect(() => sql.run('DELETE FROM run_event')).toThrow();
    expect(runs.events('r1').map(({ payload }) => payload)).toEqual(['first']);
    close();
  });

  it('has one open run of a person, and ends a run once', () => {
    const { runs, close } = openPracticeStore(path);
    runs.begin(run('r1'), 'text');
    expect(() => runs.begin(run('r2'), 'text')).toThrow();
    runs.begin(run('r3', { personId: 'boris' }), 'text');
    runs.end('r1', end);
    runs.end('r1', { ...end, score: 10 });
    expect(runs.byId('r1')).toMatchObject({ state: 'finished', score: 80, passed: true });
    expect(runs.openOf('anya')).toBeNull();
    runs.begin(run('r2', { startedAt: 6 }), 'text');
    expect(runs.of('anya').map(({ id }) => id)).toEqual(['r2', 'r1']);
    close();
  });

  it('follows a person to another id', () => {
    const store = openPracticeStore(path);
    store.runs.begin(run('r1'), 'text');
    store.cards.save('anya', [{ skill: 'hold', card: '{}' }]);
    store.adopt('anya', 'anya-of-the-server');
    expect(store.runs.openOf('anya-of-the-server')?.id).toBe('r1');
    expect(store.cards.of('anya-of-the-server')).toHaveLength(1);
    store.close();
  });

  it('writes at FULL, for its owner alone, and is made by nobody who only looks', () => {
    expect(openPracticeIfThere(path)).toBeNull();
    expect(existsSync(path)).toBe(false);
    const { sql, close } = openPracticeStore(path);
    expect([sql.pragma('synchronous'), sql.pragma('journal_mode')]).toEqual([2, 'wal']);
    close();
    const again = openPracticeStore(path);
    expect(again.sql.pragma('synchronous')).toBe(2);
    again.close();
  });
});

it('a full disk takes nothing that was there, and is told plainly', () => {
  const { sql, runs, close } = openPracticeStore(path);
  runs.begin(run('r1'), 'text');
  const after = { clockAt: 1100, endsDraft: false };
  runs.append('r1', { seq: 1, at: 1100, payload: 'first' }, after);
  sql.exec(`PRAGMA max_page_count = ${sql.pragma('page_count')}`);
  const large = { seq: 2, at: 1200, payload: 'x'.repeat(200_000) };
  expect(codeOf(() => runs.append('r1', large, after))).toBe('store-disk-full');
  expect(runs.events('r1').map(({ payload }) => payload)).toEqual(['first']);
  close();
});

describe('a file that is no practice', () => {
  it('of live work is refused, and practice is no store of live work', () => {
    const live = join(folder, 'smena.db');
    openStore({ path: live, indexText: (text) => text }).close();
    expect(codeOf(() => openPracticeStore(live))).toBe('practice-file-broken');
    openPracticeStore(path).close();
    expect(codeOf(() => openStore({ path, indexText: (text) => text }))).toBe('store-not-a-store');
  });

  it('is told plainly when it is broken or of a newer program, and is left as it is', () => {
    writeFileSync(path, 'это не база');
    expect(codeOf(() => openPracticeStore(path))).toBe('practice-file-broken');
    expect(readFileSync(path, 'utf8')).toBe('это не база');
    rmSync(path);
    const { sql, close } = openPracticeStore(path);
    sql.exec('PRAGMA user_version = 99');
    close();
    expect(codeOf(() => openPracticeStore(path))).toBe('store-newer-schema');
  });
});
