import { join } from 'node:path';

/** Where a server keeps what: beside the workstation's store, never in it. */
export interface ServerFolder {
  readonly folder: string;
  readonly store: string;
  /** What the logs reached: see `head-file`. */
  readonly heads: string;
  /** Held by the process that serves. */
  readonly lock: string;
  readonly snapshots: string;
  readonly blobs: string;
}

/** The places of a server under a data folder. */
export function serverFolder(dataDir: string): ServerFolder {
  const folder = join(dataDir, 'server');
  return {
    folder,
    store: join(folder, 'server.db'),
    heads: join(folder, 'head'),
    lock: join(folder, 'lock'),
    snapshots: join(folder, 'snapshots'),
    blobs: join(folder, 'blobs'),
  };
}
