import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Before a run: a folder for what its tests make once and share. Gives back what removes it. */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'smena-tests-'));
  process.env['SMENA_TEST_SHARED'] = folder;
  process.env['SMENA_TEST_MAIN'] = String(process.pid);
  return () => rmSync(folder, { recursive: true, force: true });
}
