import type { HeardStation } from '../../protocol/live.ts';
import { USE_STEP } from '../identity/identity.ts';
import type { HttpParts } from './http-parts.ts';
import { HEARD_MS } from './stations.ts';

/**
 * Which workstations were heard. Where several processes share a database each of them hears only
 * some; when a device was used last is noted there once in a while, and nobody is silent before that.
 */
export async function heardStations({
  store,
  stations,
  surroundings,
}: Pick<HttpParts, 'store' | 'stations' | 'surroundings'>): Promise<readonly HeardStation[]> {
  const here = stations.heard();
  if (store.dialect === 'sqlite') return here;
  const now = surroundings.now();
  const silent = new Map(here.map(({ personId, silentMs }) => [personId, silentMs]));
  for (const { personId, lastUsedAt } of await store.desk.devices()) {
    if (lastUsedAt === null || now - lastUsedAt > HEARD_MS) continue;
    const atMost = Math.max(0, now - lastUsedAt - USE_STEP);
    silent.set(personId, Math.min(atMost, silent.get(personId) ?? atMost));
  }
  return [...silent].map(([personId, silentMs]) => ({ personId, silentMs }));
}
