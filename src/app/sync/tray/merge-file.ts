import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Desk } from '../../desk/desk.ts';
import { shortTrayId } from './find-in-tray.ts';

/** Where the texts of an item are put together by hand; it stays until the store has the result. */
export function mergeFile(desk: Desk, item: { readonly id: string }): string {
  return join(desk.paths.dataFolder, 'edit', `merge-${shortTrayId(item)}.md`);
}

/** What somebody has put together so far; null when nobody has begun. */
export function readMergeFile(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/** Keeps what somebody has put together so far. */
export function keepMergeFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(path, text, { mode: 0o600 });
}

/** Forgets it: the store has the text. */
export function dropMergeFile(path: string): void {
  rmSync(path, { force: true });
}
