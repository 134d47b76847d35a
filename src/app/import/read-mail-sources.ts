import { createReadStream } from 'node:fs';
import { open, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { splitMbox } from '../../intake/mail/mbox.ts';
import { headBytes, type LetterHead, orderLetters, readHead } from './order-letters.ts';

/** One raw letter to be read, or a place that could not be read. */
export type MailSource =
  | { readonly source: string; readonly problem: null; readonly read: () => Promise<Uint8Array> }
  | { readonly source: string; readonly problem: string };

interface FoundLetter {
  readonly source: string;
  readonly head: LetterHead;
  readonly read: () => Promise<Uint8Array>;
}

interface FoundFiles {
  readonly letters: string[];
  readonly mboxes: string[];
  readonly problems: MailSource[];
}

/** Above the size that mail servers accept: not a letter, and not to be held in memory. */
const maxLetterBytes = 67_108_864;
/** Letters of an mbox are put in order this many bytes at a time. */
const windowBytes = 67_108_864;

/**
 * Every letter of the given files, folders, Maildirs and mboxes. Files come first, in the order
 * they were written, then each mbox. A place that cannot be read is named and the rest goes on.
 */
export async function* readMailSources(paths: readonly string[]): AsyncGenerator<MailSource> {
  const found: FoundFiles = { letters: [], mboxes: [], problems: [] };
  for (const path of paths) await findFiles(path, found);
  yield* found.problems;
  yield* readLetterFiles(found.letters);
  for (const path of new Set(found.mboxes)) yield* readMbox(path);
}

/** The letters of files that hold one each, in the order they were written. */
export async function* readLetterFiles(paths: readonly string[]): AsyncGenerator<MailSource> {
  const letters: FoundLetter[] = [];
  // The same file can be reached by two paths of one call.
  for (const path of new Set(paths)) {
    const head = await headOf(path);
    if ('problem' in head) yield head;
    else letters.push({ source: path, head, read: () => readFile(path) });
  }
  for (const letter of orderLetters(letters)) yield readable(letter);
}

/** Whether a folder is a Maildir: it has cur, new and tmp. */
export async function isMaildir(folder: string): Promise<boolean> {
  const parts = await Promise.all(
    ['cur', 'new', 'tmp'].map((name) => stat(join(folder, name)).catch(() => null)),
  );
  return parts.every((part) => part?.isDirectory() === true);
}

function readable({ source, read }: FoundLetter): MailSource {
  return { source, problem: null, read };
}

async function findFiles(path: string, found: FoundFiles): Promise<void> {
  const stats = await stat(path).catch((error: NodeJS.ErrnoException) => error);
  if (stats instanceof Error) {
    const problem = stats.code === 'ENOENT' ? 'file-not-found' : 'file-not-readable';
    found.problems.push({ source: path, problem });
  } else if (stats.isDirectory()) {
    await findInFolder(path, found);
  } else if (await isMbox(path)) {
    found.mboxes.push(path);
  } else {
    found.letters.push(path);
  }
}

async function findInFolder(folder: string, found: FoundFiles): Promise<void> {
  const maildir = await isMaildir(folder);
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => null);
  if (entries === null) {
    found.problems.push({ source: folder, problem: 'file-not-readable' });
    return;
  }
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (maildir && (entry.name === 'cur' || entry.name === 'new')) {
      const names = await readdir(path).catch(() => []);
      found.letters.push(
        ...names.filter((name) => !name.startsWith('.')).map((n) => join(path, n)),
      );
    } else if (entry.isDirectory() && !(maildir && entry.name === 'tmp')) {
      // What a watched Maildir set aside is not mail to be taken by a second way.
      if (entry.name !== asideFolder) await findInFolder(path, found);
    } else if (/\.eml$/i.test(entry.name)) {
      found.letters.push(path);
    } else if (/\.mbox$/i.test(entry.name)) {
      found.mboxes.push(path);
    }
  }
}

/** Where a watched Maildir puts letters that could not be taken; itself a Maildir folder. */
export const asideFolder = '.smena-failed';

async function isMbox(path: string): Promise<boolean> {
  const start = await readStart(path, 5).catch(() => null);
  return start !== null && Buffer.from(start).toString('latin1') === 'From ';
}

async function headOf(path: string): Promise<LetterHead | { source: string; problem: string }> {
  try {
    const { size } = await stat(path);
    if (size > maxLetterBytes) return { source: path, problem: 'letter-too-large' };
    return readHead(await readStart(path, headBytes));
  } catch {
    return { source: path, problem: 'file-not-readable' };
  }
}

async function readStart(path: string, length: number): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function* readMbox(path: string): AsyncGenerator<MailSource> {
  let held: FoundLetter[] = [];
  let size = 0;
  let count = 0;
  try {
    for await (const bytes of splitMbox(createReadStream(path))) {
      count += 1;
      held.push({
        source: `${path}#${count}`,
        head: readHead(bytes),
        read: () => Promise.resolve(bytes),
      });
      size += bytes.length;
      if (size < windowBytes) continue;
      yield* orderLetters(held).map(readable);
      held = [];
      size = 0;
    }
  } catch {
    yield { source: path, problem: 'file-not-readable' };
  }
  yield* orderLetters(held).map(readable);
}
