import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import { constants, createZstdCompress } from 'node:zlib';
import { SNAPSHOT_FORM } from '../../../protocol/snapshot-schema.ts';
import type { SnapshotInfo } from '../../../protocol/wire.ts';
import { must } from '../../../util/must.ts';
import { erasedUpTo } from '../erased-mark.ts';
import type { ServerStore, StoreView } from '../server-store.ts';
import { SnapshotBuilder, type SnapshotMoment } from './snapshot-builder.ts';

/** Fast, and as small as the strongest gzip. */
const LEVEL = 3;
/** How long one slice of the work may hold everybody else up. */
const SLICE_MS = 8;
/** The one before the last is kept, for those who are fetching it. */
const KEPT = 2;
const MAKING = 'making-';
const records = ['person', 'customer', 'contact', 'asset'] as const;

/** What snapshots are made of. `pause` lets other work go on. */
export interface SnapshotParts {
  readonly store: ServerStore;
  readonly folder: string;
  readonly now: () => number;
  readonly pause?: () => Promise<unknown>;
}

/** Ready copies of spaces in a folder, named by their content. */
export class SnapshotFiles {
  readonly #parts: SnapshotParts;
  readonly #underWay = new Map<string, Promise<SnapshotInfo>>();

  constructor(parts: SnapshotParts) {
    this.#parts = parts;
  }

  /** The newest copy of a space that still fits its log; null when there is none. */
  async latest(space: string, epoch: string): Promise<SnapshotInfo | null> {
    await this.forgetErased(space);
    for (const info of await this.#known(space)) {
      const isOfThisLog = info.epoch === epoch && info.form === SNAPSHOT_FORM;
      if (!isOfThisLog || (await this.path(info.id)) === null) continue;
      if ((await this.#parts.store.chainAt(space, info.seq)) === info.chain) return info;
    }
    return null;
  }

  /** Makes a copy of a space as it is now; whoever asks meanwhile gets the same one. */
  make(space: string, epoch: string): Promise<SnapshotInfo> {
    const underWay = this.#underWay.get(space);
    if (underWay) return underWay;
    const made = this.#make(space, epoch).finally(() => this.#underWay.delete(space));
    this.#underWay.set(space, made);
    return made;
  }

  /** Where the compressed file of a copy lies; null when there is no such copy. */
  async path(id: string): Promise<string | null> {
    if (!/^[0-9a-f]{64}$/.test(id)) return null;
    const path = this.#file(`${id}.zst`);
    return (await stat(path).catch(() => null))?.isFile() ? path : null;
  }

  /** The compressed file of a copy and the space that is in it; null when there is no such copy. */
  async find(id: string): Promise<{ readonly path: string; readonly space: string } | null> {
    const path = await this.path(id);
    const info = path === null ? null : await readInfo(this.#file(`${id}.json`));
    if (path === null || info === null) return null;
    const isFit = info.seq >= (await erasedUpTo(this.#parts.store, info.space));
    return isFit ? { path, space: info.space } : null;
  }

  async #make(space: string, epoch: string): Promise<SnapshotInfo> {
    const { store } = this.#parts;
    await this.#prepare();
    const raw = this.#file(`${MAKING}${process.pid}-${encodeURIComponent(space)}`);
    const packed = `${raw}.zst`;
    try {
      const moment = await store.atOneMoment((view) => this.#fill(view, raw, { space, epoch }));
      const id = await pack(raw, packed);
      const [bytes, rawBytes] = [(await stat(packed)).size, (await stat(raw)).size];
      const info: SnapshotInfo = { id, ...moment, form: SNAPSHOT_FORM, bytes, rawBytes };
      await rename(packed, this.#file(`${id}.zst`));
      await writeFile(this.#file(`${id}.json`), JSON.stringify(info), { mode: 0o600 });
      await this.#forgetOld(info);
      return info;
    } finally {
      await rm(raw, { force: true });
      await rm(packed, { force: true });
    }
  }

  /** Makes the folder; what a killed process was making is put away. */
  async #prepare(): Promise<void> {
    const { folder } = this.#parts;
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const own = `${MAKING}${process.pid}-`;
    for (const name of await readdir(folder)) {
      if (name.startsWith(MAKING) && !name.startsWith(own)) {
        await rm(this.#file(name), { force: true });
      }
    }
  }

  async #fill(
    view: StoreView,
    path: string,
    { space, epoch }: Pick<SnapshotMoment, 'space' | 'epoch'>,
  ): Promise<SnapshotMoment> {
    const head = must((await view.heads([space]))[0], `space ${space}`);
    const moment = { space, epoch, seq: head.head, chain: head.chain };
    const builder = new SnapshotBuilder(path, moment);
    const breath = breathing(this.#parts);
    try {
      for await (const chunk of view.eachEntity(space, 'ticket')) {
        builder.tickets(chunk);
        await breath();
      }
      for (const type of records) {
        for await (const chunk of view.eachEntity(space, type)) {
          builder.records(type, chunk);
          await breath();
        }
      }
      for await (const chunk of view.eachRow(space, head.head)) {
        builder.rows(chunk);
        await breath();
      }
      builder.finish();
      return moment;
    } catch (error) {
      builder.abandon();
      throw error;
    }
  }

  /** Puts copies away that have something in them that was erased by law since. */
  async forgetErased(space: string): Promise<void> {
    const least = await erasedUpTo(this.#parts.store, space);
    for (const info of await this.#known(space)) if (info.seq < least) await this.#remove(info);
  }

  /** What is told of the copies of a space, newest first. */
  async #known(space: string): Promise<readonly SnapshotInfo[]> {
    const names = await readdir(this.#parts.folder).catch(() => []);
    const infos = await Promise.all(
      names.filter((name) => name.endsWith('.json')).map((name) => readInfo(this.#file(name))),
    );
    return infos
      .filter((info) => info !== null)
      .filter((info) => info.space === space)
      .toSorted((a, b) => b.seq - a.seq);
  }

  async #forgetOld(newest: SnapshotInfo): Promise<void> {
    const others = (await this.#known(newest.space)).filter(({ id }) => id !== newest.id);
    const fitting = others.filter(({ epoch }) => epoch === newest.epoch).slice(0, KEPT - 1);
    for (const info of others) {
      if (!fitting.includes(info)) await this.#remove(info);
    }
  }

  async #remove({ id }: SnapshotInfo): Promise<void> {
    await rm(this.#file(`${id}.json`), { force: true });
    await rm(this.#file(`${id}.zst`), { force: true });
  }

  #file(name: string): string {
    return join(this.#parts.folder, name);
  }
}

/** Lets others go on whenever a slice of time is used up. */
function breathing({ now, pause = setImmediate }: SnapshotParts): () => Promise<void> {
  let since = now();
  return async () => {
    if (now() - since < SLICE_MS) return;
    await pause();
    since = now();
  };
}

/** Compresses a file beside the work; returns the SHA-256 of the result. */
async function pack(from: string, target: string): Promise<string> {
  const hash = createHash('sha256');
  const hashing = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const params = { [constants.ZSTD_c_compressionLevel]: LEVEL };
  const file = createWriteStream(target, { mode: 0o600, flush: true });
  await pipeline(createReadStream(from), createZstdCompress({ params }), hashing, file);
  return hash.digest('hex');
}

async function readInfo(path: string): Promise<SnapshotInfo | null> {
  try {
    // Written by this class only; a half-written one is no JSON.
    return JSON.parse(await readFile(path, 'utf8')) as SnapshotInfo;
  } catch {
    return null;
  }
}
