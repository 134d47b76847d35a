const MINUTE_MS = 60_000;
/** A promise is near when it is due in no more than this. */
const NEAR_MS = 5 * MINUTE_MS;
/** A station is silent when nothing was heard of it for so long. */
const SILENT_MS = 2 * MINUTE_MS;

/** What is heard of the colleagues' workstations. Times are epoch ms. */
export interface Stations {
  /** Since when we listen: before that silence says nothing. */
  readonly since: number;
  readonly heardAt: ReadonlyMap<string, number>;
}

/** Whose promise it is, when it is due, and who asks. */
export interface OwnedPromise {
  readonly ownerId: string | null;
  readonly dueAt: number;
  readonly meId: string;
}

/**
 * Since when the station of a promise's owner is silent although its time is near. Null while it is
 * heard, while there is time, and where nothing tells: without a connection nobody is silent.
 */
export function silentSince(
  stations: Stations | null,
  { ownerId, dueAt, meId }: OwnedPromise,
  now: number,
): number | null {
  if (stations === null || ownerId === null || ownerId === meId) return null;
  const since = Math.max(stations.since, stations.heardAt.get(ownerId) ?? stations.since);
  return dueAt - now <= NEAR_MS && now - since >= SILENT_MS ? since : null;
}
