import type { Role } from '../../domain/vocabulary.ts';
import type { DeskApi } from '../api/desk-api.ts';
import type { Surroundings } from '../core/server-clock.ts';
import type { Caller, SyncServer } from '../core/sync-server.ts';
import type { BlobFiles } from '../db/blobs.ts';
import type { ServerStore } from '../db/server-store.ts';
import type { AccessKind } from '../identity/access.ts';
import type { Identity } from '../identity/identity.ts';
import type { LiveHub } from './live-hub.ts';
import type { Metrics } from './metrics.ts';
import type { OutageLog } from './outage-log.ts';
import type { LogSink } from './server-log.ts';
import type { Stations } from './stations.ts';

/** What the routes are made of. */
export interface HttpParts {
  readonly server: SyncServer;
  readonly store: ServerStore;
  readonly identity: Identity;
  readonly api: DeskApi;
  readonly blobs: BlobFiles;
  readonly live: LiveHub;
  readonly stations: Stations;
  readonly metrics: Metrics;
  readonly log: LogSink;
  readonly outage: OutageLog;
  readonly surroundings: Surroundings;
  readonly options: HttpOptions;
  /** The server ends in good order: what is under way is finished, nothing new is begun. */
  readonly isStopping: () => boolean;
}

/** How a server stands in the network. */
export interface HttpOptions {
  readonly version: string;
  /** Addresses whose `X-Forwarded-For` is believed. */
  readonly proxies: readonly string[];
  readonly tls: { readonly cert: string; readonly key: string } | null;
  readonly limits: RateLimits;
  readonly times: HttpTimes;
}

/** How long something may take, ms. */
export interface HttpTimes {
  /** How long `/v1/wait` holds a request. */
  readonly wait: number;
  /** Until all headers are here: whoever sends them drop by drop is cut. */
  readonly headers: number;
  /** Until the whole request is here. */
  readonly request: number;
  /** Until a connection on which nothing moves is cut. */
  readonly idle: number;
  /** How often streams are looked at again: whose access was taken is let go. */
  readonly look: number;
}

/** What holds unless somebody says otherwise. */
export const usualTimes: HttpTimes = {
  wait: 25_000,
  headers: 15_000,
  request: 60_000,
  idle: 120_000,
  look: 4000,
};

/** Requests in a minute. */
export interface RateLimits {
  readonly perToken: number;
  readonly perAddress: number;
  /** Codes tried, and tokens that are not known, from one address. */
  readonly strangers: number;
}

/** What holds unless somebody says otherwise. */
export const usualLimits: RateLimits = { perToken: 6000, perAddress: 60_000, strangers: 20 };

declare module 'fastify' {
  interface FastifyContextConfig {
    readonly access?: AccessKind;
  }
  interface FastifyRequest {
    /** Who asks; null only on routes that are open. */
    caller: Caller | null;
  }
}

/** Who may see what the server says of itself from another machine. */
export const overseers: readonly Role[] = ['admin'];
