import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { practiceFile, practicePath } from '../../../src/app/practice/practice-file.ts';
import { backupTo, dailyBackup, restoreFrom } from '../../../src/app/upkeep/backup-store.ts';
import { checkStore } from '../../../src/app/upkeep/check-store.ts';
import { must } from '../../../src/util/must.ts';
import { openTestDesk, type TestDesk } from '../../support/desk.ts';

let anya: TestDesk;
let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'smena-practice-'));
  anya = await openTestDesk({ folder });
  anya.clock.set(Date.now());
});
afterEach(() => {
  anya.close();
  rmSync(folder, { recursive: true, force: true });
});

function keepCard(card: string): void {
  practiceFile(anya.desk).cards.save('anya', [{ skill: 'hold', card }]);
}

function practiceCheck() {
  const { checks } = checkStore(anya.desk, { deep: false });
  return must(
    checks.find(({ code }) => code === 'practice'),
    'check of practice',
  );
}

it('goes into the copies beside the store, and comes back from there', async () => {
  expect(existsSync(practicePath(anya.desk.paths))).toBe(false);
  keepCard('{"n":1}');
  const copy = await backupTo(anya.desk, null);
  const practice = `${copy.slice(0, -3)}.practice.sqlite`;
  expect(existsSync(practice)).toBe(true);
  expect(must(await dailyBackup(anya.desk), 'copy of the day')).toMatch(/smena-[\d-]+\.db$/);

  keepCard('{"n":2}');
  anya.close();
  const { keptAs } = restoreFrom(anya.desk.paths, practice, Date.now());
  expect(keptAs).toContain('practice.sqlite.before-restore-');
  anya = await openTestDesk({ folder });
  expect(practiceFile(anya.desk).cards.of('anya')).toEqual([{ skill: 'hold', card: '{"n":1}' }]);
});

it('is looked at by the doctor; broken, it is told and live work goes on', () => {
  expect(practiceCheck()).toMatchObject({ ok: true, detail: '0' });
  const path = practicePath(anya.desk.paths);
  writeFileSync(path, 'не то', { mode: 0o600 });
  expect(practiceCheck()).toMatchObject({ ok: false, fix: `mv ${path} ${path}.broken` });
  expect(() => practiceFile(anya.desk)).toThrow('practice-file-broken');
  anya.registers('Принтер');
  expect(readFileSync(path, 'utf8')).toBe('не то');
});
