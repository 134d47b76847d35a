import type { Surroundings } from '../core/server-clock.ts';
import type { Caller, SyncServer } from '../core/sync-server.ts';
import type { EntityRecord, ServerStore } from '../db/server-store.ts';

/** A thing as it stands. */
export interface ApiEntity {
  readonly id: string;
  readonly space: string;
  /** How many operations changed it. */
  readonly rev: number;
  readonly state: unknown;
}

/** What the API is made of. */
export interface ApiParts {
  readonly store: ServerStore;
  readonly server: SyncServer;
  readonly surroundings: Surroundings;
}

/** A thing of the store as the API shows it. */
export function toEntity({ id, space, rev, state }: EntityRecord): ApiEntity {
  return { id, space, rev, state: state === null ? null : JSON.parse(state) };
}

/** The codes of the spaces that somebody sees now. */
export async function spacesOf(server: SyncServer, caller: Caller): Promise<ReadonlySet<string>> {
  const { spaces } = await server.scope(caller);
  return new Set(spaces.map(({ code }) => code));
}
