import { invitePerson } from '../../../src/server/console/invite.ts';
import type { Caller } from '../../../src/server/core/sync-server.ts';
import type { ServerStore } from '../../../src/server/db/server-store.ts';
import { CONSOLE, createIdentity } from '../../../src/server/identity/identity.ts';
import { openServerStore } from '../../../src/server/open-server-store.ts';
import { machineSurroundings } from '../../../src/server/surroundings.ts';
import { must } from '../../../src/util/must.ts';

/** A device that the server knows, and its token. */
export interface BenchDevice extends Caller {
  readonly token: string;
}

/** Lets devices in, as many as asked for, each of a person of its own. No server need run. */
export async function letIn(store: ServerStore, count: number): Promise<readonly BenchDevice[]> {
  const surroundings = machineSurroundings(Date.now);
  const identity = createIdentity({ desk: store.desk, surroundings });
  const parts = { store, ...surroundings, identity, by: { who: CONSOLE, device: null } };
  const devices: BenchDevice[] = [];
  const known = (await store.desk.persons()).length;
  for (let n = 1; n <= count; n += 1) {
    const name = `Инженер ${known + n}`;
    const asked = { name, role: 'engineer', line: '2', spaces: [] } as const;
    const { invitation } = await invitePerson(parts, asked);
    const deviceName = `desk-${known + n}`;
    const enrolled = must(await identity.enrol(invitation.code, deviceName), 'an enrolled device');
    devices.push({ ...enrolled, deviceName });
  }
  return devices;
}

/** Does something with the store of a server that does not run, and lets go of it. */
export async function atServer<Value>(
  dataFolder: string,
  work: (store: ServerStore) => Promise<Value>,
  database: string | null = null,
): Promise<Value> {
  const { store } = await openServerStore({ dataFolder, database }, Date.now);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
