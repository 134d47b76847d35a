import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AttachmentRef } from '../../domain/ticket.ts';
import type { TicketFile } from '../../protocol/transport.ts';
import { UserError } from '../../util/user-error.ts';
import type { Desk } from '../desk/desk.ts';
import { haveAttachment } from '../sync/have-attachment.ts';
import { readFile } from './ticket-files.ts';

export type FileKind = 'text' | 'image' | 'other';

/** What a file is by its own bytes: the sender's name and type of it are only claims. */
export interface OpenedFile {
  readonly kind: FileKind;
  readonly bytes: Uint8Array;
  /** The ending that fits the bytes of a picture, with a dot; empty otherwise. */
  readonly ending: string;
  /** The text of a text, in the encoding it seems to have. */
  readonly text: string;
}

/** Of a longer log the beginning and the end tell; a pager holds this much without a wait. */
const MOST_TEXT = 20_000_000;
const SAMPLE = 8_192;

const pictures: readonly (readonly [ending: string, magic: readonly number[]])[] = [
  ['.png', [0x89, 0x50, 0x4e, 0x47]],
  ['.jpg', [0xff, 0xd8, 0xff]],
  ['.gif', [0x47, 0x49, 0x46, 0x38]],
  ['.bmp', [0x42, 0x4d]],
];

/** Reads a file of a ticket. Throws a UserError when its bytes are gone. */
export async function openFile(desk: Desk, file: AttachmentRef & TicketFile): Promise<OpenedFile> {
  await haveAttachment(desk, file);
  const bytes = readFile(desk, file);
  const ending = pictureEnding(bytes, file.mime);
  if (ending !== '') return { kind: 'image', bytes, ending, text: '' };
  if (!isText(bytes)) return { kind: 'other', bytes, ending, text: '' };
  const { decodeBytes } = await import('../../intake/charset.ts');
  return { kind: 'text', bytes, ending, text: decodeBytes(bytes.slice(0, MOST_TEXT), null).text };
}

/** What a file seems to be before it is read, for the list. */
export function claimedKind(file: AttachmentRef): FileKind {
  if (file.mime.startsWith('image/')) return 'image';
  const isText = /^text\/|json$|xml$|yaml$/.test(file.mime);
  return isText || /\.(?:log|txt|csv|md|ini|conf|ya?ml|eml)$/i.test(file.name) ? 'text' : 'other';
}

function pictureEnding(bytes: Uint8Array, mime: string): string {
  const found =
    pictures.find(([, magic]) => magic.every((byte, i) => bytes[i] === byte))?.[0] ?? '';
  // Two letters are too little of a proof by themselves.
  if (found === '.bmp' && !mime.startsWith('image/')) return '';
  const isWebp = Buffer.from(bytes.slice(8, 12)).toString('latin1') === 'WEBP';
  return found === '' && isWebp ? '.webp' : found;
}

function isText(bytes: Uint8Array): boolean {
  const sample = bytes.slice(0, SAMPLE);
  const isUtf16 =
    (sample[0] === 0xff && sample[1] === 0xfe) || (sample[0] === 0xfe && sample[1] === 0xff);
  return isUtf16 || !sample.includes(0);
}

/**
 * Puts a copy of a file into the data folder's `saved/` under a name that is safe on every system
 * and returns its path. Throws a UserError when it cannot be written.
 */
export function saveFile(
  desk: Desk,
  file: AttachmentRef,
  opened: Pick<OpenedFile, 'bytes' | 'ending'>,
): string {
  const folder = join(desk.paths.dataFolder, 'saved');
  const name = safeFileName(file.name, opened.ending);
  const plain = join(folder, name);
  const isFree = !existsSync(plain) || Buffer.compare(readFileSync(plain), opened.bytes) === 0;
  const path = isFree ? plain : join(folder, `${file.hash.slice(0, 8)}-${name}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(path, opened.bytes, { mode: 0o600 });
  } catch (error) {
    throw new UserError('file-not-written', { path }, { cause: error });
  }
  return path;
}

const LONGEST_NAME = 100;

/** A sender's file name without folders, controls and tricks; `ending` replaces a false one. */
export function safeFileName(name: string, ending = ''): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .normalize('NFC')
    .replace(/[\p{C}\p{Zl}\p{Zp}<>:"|?*]/gu, '_')
    .replace(/^[.\s-]+|[.\s]+$/g, '')
    .slice(-LONGEST_NAME);
  const named = plain === '' ? 'file' : plain;
  if (ending === '' || named.toLowerCase().endsWith(ending)) return named;
  const isSame = ending === '.jpg' && /\.jpeg$/i.test(named);
  return isSame ? named : `${named}${ending}`;
}
