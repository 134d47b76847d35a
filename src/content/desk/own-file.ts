import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The desk's own file of a name, from the first of its folders that has it; null when none has. */
export function ownFile(name: string, own: readonly string[]): string | null {
  return own.map((folder) => join(folder, name)).find((file) => existsSync(file)) ?? null;
}

/** The file that holds a part of the desk: its own one, else the shipped one. */
export function deskFile(name: string, shipped: string, own: readonly string[]): string {
  return ownFile(name, own) ?? join(shipped, name);
}
