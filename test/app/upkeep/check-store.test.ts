import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { beginSession, endSession, wasUnclean } from '../../../src/app/desk/desk-session.ts';
import { backupTo } from '../../../src/app/upkeep/backup-store.ts';
import type { CheckCode } from '../../../src/app/upkeep/check.ts';
import { checkStore } from '../../../src/app/upkeep/check-store.ts';
import { must } from '../../../src/util/must.ts';
import { day, openTestDesk, type TestDesk } from '../../support/desk.ts';

let anya: TestDesk;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'smena-check-'));
  anya = await openTestDesk({ folder });
  anya.clock.set(Date.now());
});
afterEach(() => {
  anya.close();
  rmSync(folder, { recursive: true, force: true });
});

function wrong(deep = true): CheckCode[] {
  return checkStore(anya.desk, { deep }).checks.flatMap((c) => (c.ok ? [] : [c.code]));
}

function check(code: CheckCode) {
  const { checks } = checkStore(anya.desk, { deep: true });
  return must(
    checks.find((c) => c.code === code),
    code,
  );
}

describe('a healthy store', () => {
  it('has nothing wrong', () => {
    const ticketId = anya.registers('Принтер');
    anya.replies(ticketId, 'Сейчас');
    expect(wrong()).toEqual([]);
    expect(wrong(false)).toEqual([]);
    expect(check('durability').detail).toBe('synchronous=2 journal_mode=wal');
  });
});

describe('what is wrong is found, with the next step', () => {
  const spoilt: readonly (readonly [code: CheckCode, sql: string])[] = [
    ['histories', `UPDATE ticket SET state = json_set(state, '$.priority', 'P1')`],
    ['counts', 'UPDATE queue_facet SET n = n + 1'],
    ['search-index', 'DELETE FROM ticket_fts'],
    ['orphans', `INSERT INTO delivery VALUES ('x', 'x', 'x', 'sent', '', '', 0, 0, 0, '', 0)`],
  ];
  it.each(spoilt)('%s', (code, sql) => {
    anya.registers('Принтер');
    anya.desk.store.sql.exec(sql);
    expect(wrong()).toEqual([code]);
    expect(check(code).fix).toBe('smena restore');
  });

  it('files that others may read', () => {
    chmodSync(anya.desk.paths.store, 0o644);
    expect(wrong()).toEqual(['file-modes']);
    expect(check('file-modes')).toMatchObject({
      detail: `0644 ${anya.desk.paths.store}`,
      fix: `chmod go= ${anya.desk.paths.store}`,
    });
  });

  it('copies that are missing, old or broken', async () => {
    anya.clock.forward(2 * day);
    expect(wrong()).toEqual(['backups']);
    const path = await backupTo(anya.desk, null);
    expect(wrong()).toEqual([]);
    anya.clock.forward(5 * day);
    expect(wrong()).toEqual(['backups']);
    anya.clock.set(Date.now());
    rmSync(path);
    await backupTo(anya.desk, null);
    anya.desk.store.sql.run('VACUUM INTO ?', join(folder, 'backup/smena-2020-01-01.db'));
    chmodSync(join(folder, 'backup/smena-2020-01-01.db'), 0o600);
    expect(wrong()).toEqual([]);
  });
});

describe('an unclean end', () => {
  it('is known at the next start, and only then', () => {
    expect(beginSession(anya.desk)).toEqual({ wasUnclean: false });
    // The session that runs is not an unclean one.
    expect(wasUnclean(anya.desk)).toBe(false);
    endSession(anya.desk);
    const dead = spawnSync('true').pid;
    leave({ pid: dead });
    expect(wasUnclean(anya.desk)).toBe(true);
    expect(wrong()).toEqual(['session']);
    expect(beginSession(anya.desk)).toEqual({ wasUnclean: true });
    expect(beginSession(anya.desk)).toEqual({ wasUnclean: false });
  });

  it('is known after a restart of the machine and when the process number was given again', () => {
    leave({ boot: 'another boot' });
    expect(wasUnclean(anya.desk)).toBe(true);
    beginSession(anya.desk);
    leave({ started: '1' });
    expect(wasUnclean(anya.desk)).toBe(true);
  });
});

/** The mark of a session as another process would have left it. */
function leave(more: { pid?: number; boot?: string; started?: string }): void {
  beginSession(anya.desk);
  const [own] = anya.desk.meta.startingWith('session/');
  const mark: object = JSON.parse(own?.value ?? '{}');
  endSession(anya.desk);
  anya.desk.meta.set('session/left', JSON.stringify({ ...mark, ...more }));
}
