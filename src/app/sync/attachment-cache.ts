import { readdirSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Desk } from '../desk/desk.ts';

const MOST_BYTES = 1024 ** 3;
const HASH = /^[0-9a-f]{64}$/;

/**
 * Removes the attachments that were read longest ago while all of them are more than a gigabyte:
 * the server has them. What is still to be sent stays, and so does `except`.
 */
export function keepCacheSmall(desk: Desk, except: string, most = MOST_BYTES): void {
  const files = filesIn(desk.paths.attachments).toSorted((a, b) => a.readAt - b.readAt);
  let bytes = files.reduce((sum, { size }) => sum + size, 0);
  for (const { path, size } of files) {
    if (bytes <= most) return;
    const hash = basename(path);
    if (hash === except || isUnsent(desk, hash)) continue;
    rmSync(path, { force: true });
    bytes -= size;
  }
}

/** Removes attachments of tickets that went away, unless something else here refers to them. */
export function dropAttachments(desk: Desk, hashes: readonly string[]): void {
  const { sql } = desk.store;
  // They come from the server: anything else may not become a path.
  for (const hash of hashes.filter((name) => HASH.test(name))) {
    const text = `SELECT 1 FROM entry WHERE attachments IS NOT NULL AND instr(attachments, ?) > 0
      UNION ALL SELECT 1 FROM discrepancy WHERE settled_at IS NULL AND instr(mine, ?) > 0 LIMIT 1`;
    const isNeeded = isUnsent(desk, hash) || sql.get(text, hash, hash) !== undefined;
    if (!isNeeded) rmSync(desk.attachments.path(hash), { force: true });
  }
}

function filesIn(folder: string) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && HASH.test(entry.name))
    .map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      const { size, atimeMs: readAt } = statSync(path);
      return { path, size, readAt };
    });
}

function isUnsent({ store }: Desk, hash: string): boolean {
  const text = `SELECT 1 WHERE
    EXISTS (SELECT 1 FROM outbox WHERE state <> 'landed' AND instr(payload, ?) > 0)
    OR EXISTS (SELECT 1 FROM draft WHERE instr(extra, ?) > 0 OR instr(text, ?) > 0)`;
  return store.sql.get(text, hash, hash, hash) !== undefined;
}
