import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { TicketFile } from '../../protocol/transport.ts';
import { isJoined } from '../../store/sync/membership-store.ts';
import { sha256 } from '../../util/sha256.ts';
import type { Desk } from '../desk/desk.ts';
import { keepCacheSmall } from './attachment-cache.ts';
import { membershipOf, readPinned } from './known-server.ts';
import { readToken } from './token-file.ts';

/**
 * Fetches the bytes of an attachment from the server where they are not here yet. What cannot be
 * fetched stays missing, as it would be without a server; what is not what its hash says, too.
 */
export async function haveAttachment(desk: Desk, file: TicketFile): Promise<void> {
  const { hash } = file;
  const path = desk.attachments.path(hash);
  if (existsSync(path) || !/^[0-9a-f]{64}$/.test(hash) || !isJoined(desk.store.sql)) return;
  const member = membershipOf(desk);
  const token = readToken(desk.paths);
  if (!member || token === null) return;
  // Loaded only for a file that is not here: opening one must not cost the client of HTTP.
  const { openHttpTransport } = await import('./http/http-transport.ts');
  const address = { url: member.url, token, pinned: readPinned(desk.meta) };
  const transport = openHttpTransport({ ...address, version: versionOf(desk) });
  const partial = `${path}.fetched`;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const fetched = await transport.fetchBlob(file, partial);
    if (!fetched.ok) return;
    if (sha256(readFileSync(partial)) === hash) renameSync(partial, path);
    else rmSync(partial);
  } finally {
    await transport.close();
  }
  keepCacheSmall(desk, hash);
}

function versionOf({ paths }: Desk): string {
  const file = readFileSync(join(paths.content, 'package.json'), 'utf8');
  // Our own file, beside the program.
  return (JSON.parse(file) as { version: string }).version;
}
