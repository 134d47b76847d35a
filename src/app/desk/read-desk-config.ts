import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Paths } from '../../config/paths.ts';
import type { DeskConfig } from '../../domain/desk-config.ts';
import { UserError } from '../../util/user-error.ts';

/** Raise when the compiled form of a desk pack changes. */
const FORM = 2;
const FILES = [
  'desk',
  'lines',
  'statuses',
  'kinds',
  'priorities',
  'calendars',
  'policies',
  'queues',
];

/**
 * The desk pack, from its compiled copy while the files are as they were. Reading and checking
 * YAML costs more than the rest of a one-shot command, so it happens only after a change.
 */
export async function readDeskConfig(paths: Paths): Promise<DeskConfig> {
  const folder = join(paths.content, 'templates/desk/default');
  const overlay = join(paths.overlay, 'desk');
  const key = fingerprint([folder, overlay]);
  const copy = join(paths.cache, 'desk.json');
  const cached = readCopy(copy, key);
  if (cached) return cached;
  const { loadDesk } = await import('../../content/load-desk.ts');
  const { describeProblem } = await import('../../content/content-problem.ts');
  const loaded = loadDesk(folder, overlay);
  if (!loaded.ok) {
    throw new UserError('desk-pack-wrong', {
      details: loaded.problems.map(describeProblem).join('\n'),
    });
  }
  writeCopy(paths.cache, copy, JSON.stringify({ key, desk: loaded.desk }));
  return loaded.desk;
}

function fingerprint(folders: readonly string[]): string {
  const parts = [`form ${FORM}`];
  for (const folder of folders) {
    for (const file of FILES) {
      const stat = statSync(join(folder, `${file}.yaml`), { throwIfNoEntry: false });
      parts.push(stat ? `${folder}/${file} ${stat.mtimeMs} ${stat.size}` : '-');
    }
  }
  return parts.join('\n');
}

function readCopy(path: string, key: string): DeskConfig | null {
  if (!existsSync(path)) return null;
  try {
    const copy = JSON.parse(readFileSync(path, 'utf8')) as { key: string; desk: DeskConfig };
    return copy.key === key ? copy.desk : null;
  } catch {
    // A torn copy is as good as none: the pack itself is read again.
    return null;
  }
}

function writeCopy(folder: string, path: string, text: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(path, text, { mode: 0o600 });
  } catch {
    // A read-only or full disk is reported by the store, which needs to write; the copy does not.
  }
}
