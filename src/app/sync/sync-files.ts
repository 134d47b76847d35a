import { createHash } from 'node:crypto';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createZstdDecompress } from 'node:zlib';
import type { SnapshotInfo } from '../../protocol/wire.ts';
import { isSnapshotFile } from '../../store/sync/snapshot-file.ts';
import type { SyncFiles } from '../../sync/sync-session.ts';
import type { Desk } from '../desk/desk.ts';

/** No desk is larger; a file that claims to be is not unpacked at all. */
const MOST_RAW_BYTES = 16 * 1024 ** 3;

type Folders = Pick<Desk, 'paths' | 'attachments'>;

function folderOf({ paths }: Pick<Desk, 'paths'>): string {
  return join(paths.dataFolder, 'sync');
}

/** Removes whatever was fetched of copies and not taken in to its end. */
export function dropSnapshots(desk: Pick<Desk, 'paths'>): void {
  rmSync(folderOf(desk), { recursive: true, force: true });
}

/** The files of sync in the data folder. */
export function syncFiles({ paths, attachments }: Folders): SyncFiles {
  const folder = folderOf({ paths });
  const packed = ({ id }: SnapshotInfo) => join(folder, `${id}.zst`);
  const unpacked = ({ id }: SnapshotInfo) => join(folder, `${id}.db`);
  return {
    snapshotPath: (info) => {
      dropOthers(folder, info);
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      return packed(info);
    },
    unpack: (info) => unpackVerified(info, packed(info), unpacked(info)),
    dropSnapshot: (info) => {
      for (const path of [packed(info), unpacked(info)]) rmSync(path, { force: true });
    },
    blobPath: (hash) => {
      const path = attachments.path(hash);
      return existsSync(path) ? path : null;
    },
  };
}

/** One copy is taken in at a time: what was begun of another one is of no use any more. */
function dropOthers(folder: string, { id }: SnapshotInfo): void {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  for (const name of names) {
    if (!name.startsWith(id)) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

async function unpackVerified(
  info: SnapshotInfo,
  packed: string,
  unpacked: string,
): Promise<string | null> {
  if (info.rawBytes > MOST_RAW_BYTES) return null;
  if (statSync(packed, { throwIfNoEntry: false })?.size !== info.bytes) return null;
  if ((await digestOf(packed)) !== info.id) return null;
  try {
    await pipeline(
      createReadStream(packed),
      createZstdDecompress(),
      atMost(info.rawBytes),
      createWriteStream(unpacked, { mode: 0o600 }),
    );
  } catch {
    return null;
  }
  const isWhole = statSync(unpacked).size === info.rawBytes && (await isSnapshotFile(unpacked));
  return isWhole ? unpacked : null;
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** A few bytes may unpack to a disk full of nothing. */
function atMost(most: number): Transform {
  let length = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      length += chunk.length;
      if (length > most) done(new Error('longer than promised'));
      else done(null, chunk);
    },
  });
}
