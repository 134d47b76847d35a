import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { MOST_BLOB_BYTES } from '../../protocol/http-paths.ts';
import { Turn } from './turn.ts';

/** Which part of a file comes: where it begins, and how long the whole file is. */
export interface BlobPart {
  readonly offset: number;
  readonly total: number;
}

/** What became of a part. `offset`: how much of the file is here now, to go on from. */
export type BlobTaken =
  | { readonly ok: true; readonly isWhole: boolean; readonly offset: number }
  | {
      readonly ok: false;
      readonly reason: 'bad-hash' | 'wrong-offset' | 'too-large' | 'wrong-content';
      readonly offset: number;
    };

/**
 * Attachments by the SHA-256 of their content, which is their only name here: nothing from outside
 * becomes a path. A file counts once all of it is there and has that hash; parts of it wait aside,
 * so that a transfer goes on where it was cut.
 */
export class BlobFiles {
  readonly #folder: string;
  readonly #mostBytes: number;
  readonly #turns = new Map<string, Turn>();

  constructor(folder: string, mostBytes = MOST_BLOB_BYTES) {
    this.#folder = folder;
    this.#mostBytes = mostBytes;
  }

  /** Where a whole file lies; null when it is not here, or not all of it. */
  async find(hash: string): Promise<{ readonly path: string; readonly bytes: number } | null> {
    if (!isHash(hash)) return null;
    const path = this.#whole(hash);
    const bytes = await sizeOf(path);
    return bytes === null ? null : { path, bytes };
  }

  /** How much of a file is here: where a cut transfer goes on. */
  async offset(hash: string): Promise<number> {
    if (!isHash(hash)) return 0;
    return (await sizeOf(this.#whole(hash))) ?? (await sizeOf(this.#part(hash))) ?? 0;
  }

  /** Takes a part that begins where the last one ended. What came before a cut is kept. */
  async append(hash: string, part: BlobPart, data: AsyncIterable<Uint8Array>): Promise<BlobTaken> {
    if (!isHash(hash)) return { ok: false, reason: 'bad-hash', offset: 0 };
    if (part.total > this.#mostBytes) return { ok: false, reason: 'too-large', offset: 0 };
    const turn = this.#turns.get(hash) ?? new Turn();
    this.#turns.set(hash, turn);
    try {
      return await turn.take(() => this.#append(hash, part, data));
    } finally {
      if (turn.isFree) this.#turns.delete(hash);
    }
  }

  /** Removes a file, and what has come of it so far. */
  async remove(hash: string): Promise<void> {
    if (!isHash(hash)) return;
    await rm(this.#whole(hash), { force: true });
    await rm(this.#part(hash), { force: true });
  }

  /** Puts away parts that nobody has gone on with since `before` (epoch ms); returns how many. */
  async sweep(before: number): Promise<number> {
    const folder = join(this.#folder, 'part');
    let swept = 0;
    for (const name of await readdir(folder).catch(() => [])) {
      const file = await stat(join(folder, name)).catch(() => null);
      if (!file || file.mtimeMs >= before) continue;
      await rm(join(folder, name), { force: true });
      swept += 1;
    }
    return swept;
  }

  async #append(
    hash: string,
    { offset, total }: BlobPart,
    data: AsyncIterable<Uint8Array>,
  ): Promise<BlobTaken> {
    const known = await sizeOf(this.#whole(hash));
    if (known !== null) return { ok: true, isWhole: true, offset: known };
    const part = this.#part(hash);
    const here = (await sizeOf(part)) ?? 0;
    if (offset !== here) return { ok: false, reason: 'wrong-offset', offset: here };
    await mkdir(join(this.#folder, 'part'), { recursive: true, mode: 0o700 });
    const file = await open(part, 'a', 0o600);
    try {
      const end = await writeAll(file, data, { at: here, total });
      if (end === total) return await this.#settle(hash, total);
      if (end < total) return { ok: true, isWhole: false, offset: end };
    } finally {
      await file.close();
    }
    await rm(part, { force: true });
    return { ok: false, reason: 'too-large', offset: 0 };
  }

  /** All bytes are there: they count when they are what their name says. */
  async #settle(hash: string, bytes: number): Promise<BlobTaken> {
    const part = this.#part(hash);
    if ((await hashOf(part)) !== hash) {
      await rm(part, { force: true });
      return { ok: false, reason: 'wrong-content', offset: 0 };
    }
    await mkdir(join(this.#folder, hash.slice(0, 2)), { recursive: true, mode: 0o700 });
    await rename(part, this.#whole(hash));
    return { ok: true, isWhole: true, offset: bytes };
  }

  #whole(hash: string): string {
    return join(this.#folder, hash.slice(0, 2), hash);
  }

  #part(hash: string): string {
    return join(this.#folder, 'part', hash);
  }
}

function isHash(hash: string): boolean {
  return /^[0-9a-f]{64}$/.test(hash);
}

async function sizeOf(path: string): Promise<number | null> {
  const file = await stat(path).catch(() => null);
  return file?.isFile() ? file.size : null;
}

/** Writes what comes; stops at the first byte too many. Returns where the file ends then. */
async function writeAll(
  file: FileHandle,
  data: AsyncIterable<Uint8Array>,
  { at, total }: { readonly at: number; readonly total: number },
): Promise<number> {
  let end = at;
  try {
    for await (const chunk of data) {
      end += chunk.byteLength;
      if (end > total) return end;
      await file.appendFile(chunk);
    }
  } finally {
    await file.datasync();
  }
  return end;
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}
