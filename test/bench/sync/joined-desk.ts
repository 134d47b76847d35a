import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import type { Desk } from '../../../src/app/desk/desk.ts';
import { type OpenedSync, openSync } from '../../../src/app/sync/open-sync.ts';
import { writeToken } from '../../../src/app/sync/token-file.ts';
import { adoptPerson } from '../../../src/store/sync/adopt-person.ts';
import { MembershipStore } from '../../../src/store/sync/membership-store.ts';
import type { SyncNews } from '../../../src/sync/sync-session.ts';
import type { Bench } from '../bench.ts';
import { openBenchDesk } from '../desk-store.ts';
import type { BenchDevice } from './people.ts';

/** A workstation of the bench that belongs to a server. */
export interface JoinedDesk {
  readonly desk: Desk;
  readonly sync: OpenedSync;
  close(): Promise<void>;
}

/** Opens an empty workstation in this process as that device; `tell` hears what sync does. */
export async function joinDesk(
  bench: Bench,
  device: BenchDevice,
  { url, tell }: { readonly url: string; readonly tell: (news: SyncNews) => void },
): Promise<JoinedDesk> {
  const folder = mkdtempSync(join(bench.scratch, 'joined-'));
  const { person, deviceId, token } = device;
  const alone = await openBenchDesk(folder);
  alone.store.sql.transact(() => {
    adoptPerson(alone.store.sql, alone.me.id, person);
    const clientId = alone.makeId();
    const member = { url, personId: person.id, deviceId, clientId, epoch: null };
    new MembershipStore(alone.store.sql).join(member);
  });
  writeToken(alone.paths, token);
  alone.store.close();
  // Opened again as whom the server knows.
  const desk = await openBenchDesk(folder);
  const sync = openSync(desk, { version: '0.1.0', tell });
  return {
    desk,
    sync,
    close: async () => {
      await sync.close();
      desk.store.close();
    },
  };
}
