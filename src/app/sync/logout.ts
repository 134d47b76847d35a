import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { closeDesk } from '../desk/close-desk.ts';
import type { Desk } from '../desk/desk.ts';
import { openHttpTransport } from './http/http-transport.ts';
import { membershipOf, readPinned } from './known-server.ts';
import { hasToken, readToken, removeToken } from './token-file.ts';

/** What a logout leaves behind. */
export interface LoggedOut {
  /** Whether there was an access at all. */
  readonly wasIn: boolean;
  /** Whether the server knows; if not, the device is still listed there. */
  readonly isRevoked: boolean;
  /** Operations that wait here for the next login. */
  readonly waiting: number;
}

/** Forgets the access of this device, at the server too when it can be reached. Nothing else goes. */
export async function logout(desk: Desk, version: string): Promise<LoggedOut> {
  const waiting = desk.outbox.waiting();
  const member = membershipOf(desk);
  if (!hasToken(desk.paths)) return { wasIn: false, isRevoked: false, waiting };
  const token = readToken(desk.paths);
  let isRevoked = false;
  if (member && token !== null) {
    const pinned = readPinned(desk.meta);
    const transport = openHttpTransport({ url: member.url, token, pinned, version });
    isRevoked = (await transport.logout()).ok;
    await transport.close();
  }
  removeToken(desk.paths);
  return { wasIn: true, isRevoked, waiting };
}

/**
 * Writes everything that is nowhere else into a file, one JSON document a line: what waits, what
 * lies in the tray, drafts. Only once it is on the disk the store itself is removed.
 */
export function exportAndWipe(desk: Desk, path: string): { readonly lines: number } {
  const lines = unsentRows(desk);
  const file = openSync(path, 'wx', 0o600);
  try {
    for (const line of lines) writeSync(file, `${line}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  closeDesk(desk);
  wipe(desk);
  return { lines: lines.length };
}

function unsentRows({ store }: Desk): readonly string[] {
  const rows = (table: string, where: string) =>
    store.sql
      .all<object>(`SELECT * FROM ${table} WHERE ${where}`)
      .map((row) => JSON.stringify({ table, ...row }));
  return [
    ...rows('outbox', `is_demo = 0 AND state NOT IN ('landed', 'acked')`),
    ...rows('discrepancy', 'settled_at IS NULL'),
    ...rows('draft', '1'),
  ];
}

function wipe({ paths }: Desk): void {
  const copies = ['backup', 'sync', 'status'].map((name) => join(paths.dataFolder, name));
  const store = ['', '-wal', '-shm'].map((end) => paths.store + end);
  for (const path of [...store, ...copies, paths.attachments, paths.cache]) {
    rmSync(path, { recursive: true, force: true });
  }
}
