import type { ClientRecord } from '../../db/server-store.ts';

/** What a device has done here under all the names that it ever had. */
export interface DevicePast {
  /** It has brought what was before it joined: nothing is history any more. */
  readonly isOver: boolean;
  /** When the last thing was done. */
  readonly lastAt: number;
}

/** Whether everything that came from a client so far is history: its beginning may go on. */
export function isBeginning({ historyUntil, lastCseq }: ClientRecord): boolean {
  return historyUntil === lastCseq;
}

/** The pasts of devices by all the clients they had. */
export function pastsOf(clients: readonly ClientRecord[]): ReadonlyMap<string, DevicePast> {
  const pasts = new Map<string, DevicePast>();
  for (const client of clients) {
    const past = pasts.get(client.deviceId);
    pasts.set(client.deviceId, {
      isOver: (past?.isOver ?? false) || !isBeginning(client),
      lastAt: Math.max(past?.lastAt ?? 0, client.lastAt),
    });
  }
  return pasts;
}
