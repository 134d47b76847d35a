import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { closeDesk } from '../../src/app/desk/close-desk.ts';
import { openContent } from '../../src/app/desk/content-library.ts';
import { openDesk } from '../../src/app/desk/open-desk.ts';
import { loadScenarios } from '../../src/app/practice/load-scenarios.ts';
import { openChecklists } from '../../src/app/wording/open-checklists.ts';
import { openWording } from '../../src/app/wording/open-wording.ts';
import { resolvePaths } from '../../src/config/paths.ts';
import { defaultSettings } from '../../src/config/settings.ts';
import { uuidv7 } from '../../src/util/id.ts';

/**
 * Puts into a new data directory what the first look at the shipped articles, templates, scenarios
 * and wording makes there. It is made once in a run of the tests; outside of one every desk looks for
 * itself.
 */
export async function copyContent(folder: string): Promise<void> {
  const shared = process.env['SMENA_TEST_SHARED'];
  if (shared === undefined) return;
  const ready = join(shared, 'content');
  if (!existsSync(ready)) await makeContent(shared, ready);
  cpSync(ready, folder, { recursive: true });
}

async function makeContent(shared: string, ready: string): Promise<void> {
  const folder = mkdtempSync(join(shared, 'making-'));
  const desk = await openDesk({
    paths: resolvePaths({}, join(import.meta.dirname, '../..'), folder),
    settings: defaultSettings,
    language: 'ru',
    clock: { now: Date.now },
    makeId: uuidv7,
    seat: { login: 'nobody', name: '', role: 'engineer', line: '2' },
  });
  const content = openContent(desk);
  await content.templates();
  await (await content.knowledge()).ready;
  await openWording(desk, { content });
  await openChecklists(desk);
  await loadScenarios(desk);
  // Only what was read stays: whoever copies it sits down at a desk where nobody has sat.
  desk.store.sql.exec(`DELETE FROM person; DELETE FROM outbox; DELETE FROM sqlite_sequence;
    DELETE FROM meta WHERE key = 'device'`);
  closeDesk(desk);
  try {
    renameSync(folder, ready);
  } catch {
    // Another worker was faster.
    rmSync(folder, { recursive: true, force: true });
  }
}
