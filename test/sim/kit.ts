import type { Transport } from '../../src/protocol/transport.ts';
import type { SyncServer } from '../../src/server/core/sync-server.ts';
import type { ServerStore } from '../../src/server/db/server-store.ts';
import type { Sql } from '../../src/store/sql.ts';
import type { SyncSession } from '../../src/sync/sync-session.ts';
import type { SyncStore } from '../../src/sync/sync-store.ts';

/**
 * The parts that a simulated world is put together from. The real ones are passed through; a
 * planted bug changes one of them.
 */
export interface Kit {
  readonly syncStore: (store: SyncStore, sql: Sql) => SyncStore;
  readonly transport: (transport: Transport) => Transport;
  readonly session: (session: SyncSession) => SyncSession;
  readonly serverStore: (store: ServerStore) => ServerStore;
  readonly server: (server: SyncServer, store: ServerStore) => SyncServer;
  /** The text of a statement, just before it is run. */
  readonly clientSql: (text: string) => string;
  readonly serverSql: (text: string) => string;
}

/** Everything as it is. */
export const realKit: Kit = {
  syncStore: (store) => store,
  transport: (transport) => transport,
  session: (session) => session,
  serverStore: (store) => store,
  server: (server) => server,
  clientSql: (text) => text,
  serverSql: (text) => text,
};
