import { clearTimeout, setTimeout } from 'node:timers';
import { UserError } from '../util/user-error.ts';
import { createDeskApi } from './api/desk-api.ts';
import { BlobFiles } from './db/blobs.ts';
import { readEpoch, renewEpoch } from './db/epoch.ts';
import { serverFolder } from './db/server-folder.ts';
import { isUnavailable } from './db/unavailable.ts';
import { HeadFile, wasPutBack } from './db/upkeep/head-file.ts';
import { holdFolder } from './db/upkeep/hold-folder.ts';
import { type Address, isLoopback, readAddress, readProxies } from './http/address.ts';
import { createHttpServer } from './http/create-http-server.ts';
import {
  type HttpParts,
  type HttpTimes,
  type RateLimits,
  usualLimits,
  usualTimes,
} from './http/http-parts.ts';
import { endRequests, listen } from './http/listen.ts';
import { createLiveHub, type LiveHub } from './http/live-hub.ts';
import { createMetrics } from './http/metrics.ts';
import { createOutageLog } from './http/outage-log.ts';
import { createLog, framesOf, type LogSink } from './http/server-log.ts';
import { Stations } from './http/stations.ts';
import { readTlsFiles, type TlsFiles } from './http/tls-files.ts';
import { CONSOLE, createIdentity } from './identity/identity.ts';
import { type OpenedStore, openServerStore, type ServerPlace } from './open-server-store.ts';
import { openSyncServer } from './open-sync-server.ts';
import { machineSurroundings } from './surroundings.ts';

/** How a server is to be run. */
export interface ServeOptions extends ServerPlace {
  /** Where kb/ and templates/ of the program lie. */
  readonly content: string;
  readonly version: string;
  /** `HOST:PORT`; port 0 is any free one. */
  readonly listen: string;
  /** Paths of a certificate and its key. */
  readonly tls: { readonly cert: string; readonly key: string } | null;
  /** Ranges of the proxies in front, which speak TLS for us: `10.0.0.0/8,::1`. */
  readonly behindProxy: string | null;
  /** How many days a new token lives; null without end. */
  readonly tokenDays?: number | null;
  readonly now: () => number;
  /** Takes the lines of the log. */
  readonly write: (line: string) => void;
  readonly limits?: RateLimits;
  readonly times?: HttpTimes;
}

/** A server that listens. */
export interface RunningServer {
  readonly url: string;
  /** What clients may pin the certificate by; null without TLS. */
  readonly fingerprint: string | null;
  /** Ends in good order: what is under way is finished, streams are told, within five seconds. */
  close(): Promise<void>;
}

/** Starts a server. Throws UserErrors for what a person can mend; nothing is left open then. */
export async function startServer(options: ServeOptions): Promise<RunningServer> {
  const door = doorOf(options);
  // Several processes may serve one database; a file has one, and is not opened before it is ours.
  const held = options.database === null ? holdFolder(serverFolder(options.dataFolder).lock) : null;
  let opened: OpenedStore | null = null;
  try {
    opened = await openServerStore(options, options.now);
    return await serve({ ...options, ...door }, opened, () => held?.release());
  } catch (error) {
    await opened?.store.close();
    held?.release();
    throw error;
  }
}

/** How others come in: read before anything is opened. */
interface Door {
  readonly address: Address;
  readonly tlsFiles: TlsFiles | null;
  readonly proxies: readonly string[];
}

function doorOf({ listen: text, tls, behindProxy }: ServeOptions): Door {
  const address = readAddress(text);
  const proxies = behindProxy === null ? [] : readProxies(behindProxy);
  if (!isLoopback(address.host) && tls === null && proxies.length === 0) {
    throw new UserError('serve-open-address', { host: address.host });
  }
  return { address, proxies, tlsFiles: tls && readTlsFiles(tls.cert, tls.key) };
}

async function serve(
  options: ServeOptions & Door,
  { store, folder }: OpenedStore,
  release: () => void,
): Promise<RunningServer> {
  const log = createLog(options.now, options.write);
  const heads = await followHeads(options, { store, folder }, log);
  const live = createLiveHub((listener) => store.onHeads(listener), later);
  let isStopping = false;
  const parts = await partsOf(
    options,
    { store, folder },
    { live, log, isStopping: () => isStopping },
  );
  const app = await createHttpServer(parts);
  const url = await listen(app, options.address, options.tlsFiles !== null);
  log({ level: 'info', event: 'listening', url });
  return {
    url,
    fingerprint: options.tlsFiles?.fingerprint ?? null,
    close: async () => {
      if (isStopping) return;
      isStopping = true;
      log({ level: 'info', event: 'stopping' });
      live.close();
      await endRequests(app);
      await heads?.end();
      await store.close();
      release();
      log({ level: 'info', event: 'stopped' });
    },
  };
}

/** A file that was copied back under a server begins another epoch. */
async function followHeads(
  { database, now }: ServeOptions,
  { store, folder }: OpenedStore,
  log: LogSink,
) {
  const { makeId } = machineSurroundings(now);
  await readEpoch(store, makeId);
  if (database !== null) return null;
  if (await wasPutBack(store, folder.heads)) {
    const epoch = await renewEpoch(store, makeId);
    log({ level: 'warn', event: 'store-put-back' });
    const fact = { at: now(), who: CONSOLE, device: null, what: 'store-put-back' };
    await store.desk.audit([{ ...fact, detail: { epoch } }]);
  }
  const heads = new HeadFile(store, folder.heads);
  await heads.write();
  return heads;
}

async function partsOf(
  options: ServeOptions & Door,
  { store, folder }: OpenedStore,
  own: { readonly live: LiveHub; readonly log: LogSink; readonly isStopping: () => boolean },
): Promise<HttpParts> {
  const surroundings = machineSurroundings(options.now);
  const outage = createOutageLog(own.log, options.now);
  const server = openSyncServer({
    ...{ store, surroundings, snapshots: folder.snapshots, content: options.content },
    onBug: (error) => {
      if (isUnavailable(error)) outage(error);
      else own.log({ level: 'error', event: 'bug', stack: framesOf(error) });
    },
  });
  const { version, proxies, tlsFiles: tls, limits = usualLimits, times = usualTimes } = options;
  return {
    ...own,
    ...{ store, server, surroundings, outage, stations: new Stations(options.now, later) },
    identity: createIdentity({
      desk: store.desk,
      surroundings,
      tokenDays: options.tokenDays ?? null,
    }),
    api: createDeskApi({ store, server, surroundings }),
    blobs: new BlobFiles(folder.blobs),
    metrics: createMetrics(),
    options: { version, proxies, tls, limits, times },
  };
}

function later(ms: number, then: () => void): () => void {
  const timer = setTimeout(then, ms).unref();
  return () => clearTimeout(timer);
}
