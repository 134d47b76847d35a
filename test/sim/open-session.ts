import type { Desk } from '../../src/app/desk/desk.ts';
import { openSyncStore } from '../../src/app/sync/open-sync-store.ts';
import { syncFiles } from '../../src/app/sync/sync-files.ts';
import type { Person } from '../../src/domain/person.ts';
import type { Sql } from '../../src/store/sql.ts';
import { adoptPerson } from '../../src/store/sync/adopt-person.ts';
import { MembershipStore } from '../../src/store/sync/membership-store.ts';
import { Recovery } from '../../src/sync/recovery.ts';
import type { SyncFiles, SyncSession } from '../../src/sync/sync-session.ts';
import type { StatementFaults } from './fragile-sql.ts';
import { ofItsVersion } from './old-program.ts';
import type { Scheduler } from './scheduler.ts';
import type { SimClient } from './sim-client.ts';
import { simTransport } from './sim-transport.ts';
import type { World } from './world.ts';

/** One process of a workstation. */
interface Process {
  readonly client: SimClient;
  readonly desk: Desk;
  readonly faults: StatementFaults;
}

/** Sync as a program opens it, with the simulator's clock, chance and network. */
export function openSession(world: World, { client, desk, faults }: Process): SyncSession {
  const { scheduler, kit, chance, makeId, server } = world;
  const sender = { name: client.name, deviceId: client.deviceId, isDead: () => faults.isDead };
  const way = simTransport(world, sender);
  return {
    store: kit.syncStore(openSyncStore(desk), desk.store.sql),
    transport: kit.transport(
      ofItsVersion(
        way,
        () => client.isOld,
        () => server.isOld,
      ),
    ),
    surroundings: {
      now: desk.clock.now,
      wait: scheduler.wait,
      random: () => chance.next(),
      makeId,
    },
    files: heldFiles(syncFiles(desk), scheduler),
    owner: `${client.name}/${makeId()}`,
    recovery: new Recovery(),
    tell: () => undefined,
  };
}

/** Unpacking is work of the machine: no virtual time passes meanwhile. */
function heldFiles(files: SyncFiles, scheduler: Scheduler): SyncFiles {
  return { ...files, unpack: (info) => scheduler.hold(files.unpack(info)) };
}

/** Makes a store that worked alone one of the server's, as a login does. */
export function joinServer(
  sql: Sql,
  local: Person,
  member: { readonly person: Person; readonly deviceId: string; readonly clientId: string },
): void {
  const { person, deviceId, clientId } = member;
  sql.transact(() => {
    adoptPerson(sql, local.id, person);
    const url = 'http://127.0.0.1:8787';
    new MembershipStore(sql).join({ url, personId: person.id, deviceId, clientId, epoch: null });
  });
}
