import { watch } from 'node:fs';
import { mkdir, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../../util/user-error.ts';
import type { Desk } from '../desk/desk.ts';
import { importSource } from './import-mail.ts';
import { type ImportOutcome, type ImportReport, ImportTally } from './import-report.ts';

export interface WatchMaildirOptions {
  /** Called after each round that found letters. */
  readonly onReport: (report: ImportReport) => void;
  /** Ends the watch after the letter that is being taken. */
  readonly signal: AbortSignal;
  /** How often the folder is looked at when nothing tells of a change, in ms. */
  readonly pollMs?: number;
}

/** A letter that fails this often is set aside. */
const maxTries = 3;
const defaultPollMs = 5000;
/** A program that delivers ten letters at once is let finish. */
const settleMs = 50;
// The flags follow a colon, which Windows allows in no file name.
const seenFlags = process.platform === 'win32' ? ';2,S' : ':2,S';

/**
 * Takes the letters of a Maildir's `new` as they come, until `signal` ends it. A letter moves to
 * `cur` only after its commit: a kill in between gives a duplicate, which is recognised, never a
 * loss. One that cannot be taken is set aside after three tries and never stops the next.
 */
export async function watchMaildir(
  desk: Desk,
  folder: string,
  options: WatchMaildirOptions,
): Promise<void> {
  const { isMaildir } = await import('./read-mail-sources.ts');
  if (!(await isMaildir(folder))) throw new UserError('not-a-maildir', { path: folder });
  const round = new MaildirRound(desk, folder);
  const bell = new Bell(join(folder, 'new'), options);
  try {
    while (!options.signal.aborted) {
      const report = await round.take(options.signal);
      if (report !== null) options.onReport(report);
      await bell.next();
    }
  } finally {
    bell.close();
  }
}

/** Takes what lies in `new`, and remembers how often each letter failed. */
class MaildirRound {
  readonly #desk: Desk;
  readonly #folder: string;
  readonly #tries = new Map<string, number>();

  constructor(desk: Desk, folder: string) {
    this.#desk = desk;
    this.#folder = folder;
  }

  /** The report of the letters found; null when there were none. */
  async take(signal: AbortSignal): Promise<ImportReport | null> {
    const { readLetterFiles } = await import('./read-mail-sources.ts');
    const names = (await readdir(join(this.#folder, 'new'))).filter((n) => !n.startsWith('.'));
    if (names.length === 0) return null;
    const tally = new ImportTally();
    const paths = names.map((name) => join(this.#folder, 'new', name));
    for await (const source of readLetterFiles(paths)) {
      if (signal.aborted) break;
      const outcome = await this.#takeOne(source.source, () => importSource(this.#desk, source));
      if (outcome !== null) tally.add(source.source, outcome);
    }
    return tally.report();
  }

  async #takeOne(path: string, take: () => Promise<ImportOutcome>): Promise<ImportOutcome | null> {
    const name = path.slice(join(this.#folder, 'new').length + 1);
    const outcome = await this.#unlessLocked(take);
    if (outcome === null) return null;
    if (outcome.kind !== 'failed') {
      this.#tries.delete(name);
      await moveAway(path, join(this.#folder, 'cur', `${name.split(':')[0]}${seenFlags}`));
      return outcome;
    }
    const tries = (this.#tries.get(name) ?? 0) + 1;
    this.#tries.set(name, tries);
    if (tries < maxTries) return null;
    this.#tries.delete(name);
    await this.#setAside(path, name);
    return outcome;
  }

  /** Another process may hold the store for some seconds: no fault of the letter. */
  async #unlessLocked(take: () => Promise<ImportOutcome>): Promise<ImportOutcome | null> {
    try {
      return await take();
    } catch (error) {
      if (error instanceof UserError && error.code === 'store-locked') return null;
      throw error;
    }
  }

  async #setAside(path: string, name: string): Promise<void> {
    const { asideFolder } = await import('./read-mail-sources.ts');
    const aside = join(this.#folder, asideFolder);
    for (const part of ['cur', 'new', 'tmp']) await mkdir(join(aside, part), { recursive: true });
    await moveAway(path, join(aside, 'cur', `${name.split(':')[0]}${seenFlags}`));
  }
}

/** Another reader of the Maildir may have moved the letter first; it is then where it belongs. */
async function moveAway(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}

/** Wakes the watch: at a change of the folder, at the latest after the poll time, at the end. */
class Bell {
  readonly #pollMs: number;
  readonly #signal: AbortSignal;
  readonly #close: () => void;
  #ring: () => void = () => {};
  #hasRung = false;

  constructor(folder: string, { signal, pollMs = defaultPollMs }: WatchMaildirOptions) {
    this.#pollMs = pollMs;
    this.#signal = signal;
    this.#close = this.#watch(folder);
  }

  /** Waits. A change since the last call ends it at once, after the settling time. */
  async next(): Promise<void> {
    if (!this.#hasRung) await this.#wait(this.#pollMs);
    if (this.#hasRung) await this.#wait(settleMs, false);
    this.#hasRung = false;
  }

  close(): void {
    this.#close();
  }

  #watch(folder: string): () => void {
    try {
      const watcher = watch(folder, () => {
        this.#hasRung = true;
        this.#ring();
      });
      // Network folders tell nothing and some systems run out of watches: polling remains.
      watcher.on('error', () => watcher.close());
      return () => watcher.close();
    } catch {
      return () => {};
    }
  }

  #wait(ms: number, isRingable = true): Promise<void> {
    if (this.#signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.#signal.removeEventListener('abort', done);
        this.#ring = () => {};
        resolve();
      };
      const timer = setTimeout(done, ms);
      this.#signal.addEventListener('abort', done);
      if (isRingable) this.#ring = done;
    });
  }
}
