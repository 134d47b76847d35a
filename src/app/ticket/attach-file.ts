import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, extname, join, parse } from 'node:path';
import type { AttachmentRef } from '../../domain/ticket.ts';
import { UserError } from '../../util/user-error.ts';
import type { Desk } from '../desk/desk.ts';
import { safeFileName } from './open-file.ts';
import { readFile } from './ticket-files.ts';

const types: Readonly<Record<string, string>> = {
  '.txt': 'text/plain',
  '.log': 'text/plain',
  '.md': 'text/markdown',
  '.csv': 'text/csv',
  '.html': 'text/html',
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.pdf': 'application/pdf',
  '.zip': 'application/zip',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** What most mail servers still take. */
export const MOST_ATTACHED = 25_000_000;

/** Looks whether a file can be attached, without storing it. Throws a UserError when it cannot. */
export function checkFile(path: string): { readonly name: string; readonly size: number } {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new UserError('file-not-found', { path });
  if (!stat.isFile()) throw new UserError('file-not-readable', { path });
  if (stat.size > MOST_ATTACHED) {
    throw new UserError('attachment-too-large', { path, most: MOST_ATTACHED / 1_000_000 });
  }
  return { name: basename(path), size: stat.size };
}

/** Stores a file of this machine, to be named in a reply. Throws a UserError when it cannot be read. */
export function attachFile(desk: Desk, path: string): AttachmentRef {
  const { name } = checkFile(path);
  const bytes = readBytes(path);
  const mime = types[extname(path).toLowerCase()] ?? 'application/octet-stream';
  return { hash: desk.attachments.put(bytes), name, mime, size: bytes.length };
}

function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new UserError('file-not-readable', { path }, { cause: error });
  }
}

/**
 * Writes a stored file into a folder under a harmless form of its name and returns the path. A
 * file that is there is never written over: the new one gets a number.
 */
export function saveAttachment(desk: Desk, file: AttachmentRef, folder: string): string {
  const bytes = readFile(desk, file);
  const { name, ext } = parse(safeFileName(file.name));
  for (let n = 1; ; n++) {
    const path = join(folder, n === 1 ? `${name}${ext}` : `${name}-${n}${ext}`);
    try {
      writeFileSync(path, bytes, { flag: 'wx', mode: 0o600 });
      return path;
    } catch (error) {
      const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
      if (!isThere) throw new UserError('file-not-written', { path }, { cause: error });
    }
  }
}
