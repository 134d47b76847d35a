import { setTimeout as delay } from 'node:timers/promises';
import { keepStrayDrafts } from '../../store/sync/stray-drafts.ts';
import { SyncKeeper } from '../../sync/keep-in-sync.ts';
import { Recovery } from '../../sync/recovery.ts';
import type { SyncNews, SyncSession, SyncSurroundings } from '../../sync/sync-session.ts';
import { UserError } from '../../util/user-error.ts';
import type { Desk } from '../desk/desk.ts';
import { DeskPackError } from '../desk/desk-pack-error.ts';
import { followRules } from '../sla/follow-rules.ts';
import { dropAttachments } from './attachment-cache.ts';
import { type HttpTransport, openHttpTransport } from './http/http-transport.ts';
import { membershipOf, noteProblem, readPinned } from './known-server.ts';
import { freeDeadLease, ownerName } from './lease-owner.ts';
import { openSyncStore } from './open-sync-store.ts';
import { dropSnapshots, syncFiles } from './sync-files.ts';
import { syncPatiently } from './sync-patiently.ts';
import { readToken } from './token-file.ts';

/** What somebody who opens sync brings along. */
export interface OpenSyncOptions {
  /** Of this program. */
  readonly version: string;
  readonly tell: (news: SyncNews) => void;
}

/** Sync of a desk, opened for as long as a command or the screens need it. */
export interface OpenedSync {
  readonly session: SyncSession;
  readonly transport: HttpTransport;
  /** Pushes and pulls until nothing is left; how that went is noted in the store. */
  syncNow(): Promise<void>;
  /** Keeps the store in sync until `end`. `onChange` is called whenever something may look different. */
  keepInSync(end: AbortSignal, onChange: () => void): Promise<void>;
  /** There is something new to push. */
  notify(): void;
  /** A person wants it now. */
  insist(): void;
  close(): Promise<void>;
}

/** Opens sync for a desk that belongs to a server. Connects to nobody yet. */
export function openSync(desk: Desk, options: OpenSyncOptions): OpenedSync {
  const transport = transportOf(desk, options.version);
  let onChange = () => {};
  let following = Promise.resolve();
  const session = sessionOf(desk, transport, (news) => {
    note(desk, news);
    if (news.type === 'ran') following = following.then(() => followPack(desk));
    options.tell(news);
    onChange();
  });
  const keeper = new SyncKeeper(session);
  return {
    session,
    transport,
    syncNow: async () => {
      freeDeadLease(desk.store.sql);
      await syncPatiently(session);
      await following;
    },
    keepInSync: async (end, changed) => {
      freeDeadLease(desk.store.sql);
      onChange = changed;
      const left = new AbortController();
      const watching = watchOthers(desk, keeper, AbortSignal.any([end, left.signal]));
      await keeper.run(end);
      left.abort();
      await watching;
    },
    notify: () => keeper.notify(),
    insist: () => keeper.insist(),
    close: async () => {
      await following;
      session.store.releaseLease(session.owner);
      await transport.close();
    },
  };
}

const LOOK_MS = 250;

/** What another process of this store does is to go up as well, and a login there is one here. */
async function watchOthers(desk: Desk, keeper: SyncKeeper, end: AbortSignal): Promise<void> {
  const { wait } = surroundingsOf(desk);
  const device = () => membershipOf(desk)?.deviceId;
  let known = device();
  for (let seen = desk.meta.dataVersion(); !end.aborted; await wait(LOOK_MS, end)) {
    const version = desk.meta.dataVersion();
    if (version === seen) continue;
    seen = version;
    // To its server each login of a store is another device.
    if (known !== device()) keeper.insist();
    else if (desk.outbox.waiting() > 0) keeper.notify();
    known = device();
  }
}

function transportOf(desk: Desk, version: string): HttpTransport {
  const member = membershipOf(desk);
  const token = readToken(desk.paths);
  if (!member || token === null) throw new UserError('sync-not-joined', {});
  const pinned = readPinned(desk.meta);
  const tokenNow = () => readToken(desk.paths);
  return openHttpTransport({ url: member.url, token, tokenNow, pinned, version });
}

function sessionOf(desk: Desk, transport: HttpTransport, tell: SyncSession['tell']): SyncSession {
  return {
    store: openSyncStore(desk),
    transport,
    surroundings: surroundingsOf(desk),
    files: syncFiles(desk),
    owner: ownerName(desk.makeId),
    recovery: new Recovery(),
    tell,
  };
}

/** Every process of this store sees how the last run ended, and follows rules that came with it. */
function note(desk: Desk, news: SyncNews): void {
  if (news.type === 'lost') dropTraces(desk, news.files);
  if (news.type !== 'ran' || news.problem?.kind === 'elsewhere') return;
  noteProblem(desk.meta, news.problem, desk.clock.now());
  keepStrayDrafts(desk.store.sql, desk.clock.now());
}

/** What was removed must not be read from the write-ahead log or beside the store either. */
function dropTraces(desk: Desk, files: readonly string[]): void {
  desk.store.sql.pragma('wal_checkpoint(TRUNCATE)');
  dropSnapshots(desk);
  dropAttachments(desk, files);
}

/** The server may have told another pack. One that cannot be read here leaves the old rules in force. */
async function followPack(desk: Desk): Promise<void> {
  try {
    if (await desk.reload()) {
      followRules({ config: desk.config, store: desk.store, meta: desk.meta });
    }
  } catch (error) {
    if (!(error instanceof DeskPackError)) throw error;
  }
}

function surroundingsOf({ clock, makeId }: Desk): SyncSurroundings {
  return {
    now: () => clock.now(),
    wait: (ms, signal) => delay(ms, undefined, { signal }).catch(() => {}),
    random: () => Math.random(),
    makeId,
  };
}
