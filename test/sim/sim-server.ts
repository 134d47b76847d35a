import type Database from 'better-sqlite3';
import type { ProblemCode } from '../../src/protocol/wire-problem.ts';
import type { Caller, Served, SyncServer } from '../../src/server/core/sync-server.ts';
import type { ServerStore } from '../../src/server/db/server-store.ts';
import { FragileSql, StatementFaults } from './fragile-sql.ts';
import { newVersions, oldVersions } from './old-program.ts';
import { openDriver } from './open-driver.ts';
import { calmStore, openServer, putBack } from './open-server.ts';
import type { World } from './world.ts';

const REBOOT_MS = 300;

/** A device as the server's shell knows it: the simulator has no tokens. */
interface Device {
  readonly personId: string;
  readonly name: string;
  isRevoked: boolean;
}

/** The server: its store, the process that runs over it, and the backups that were taken of it. */
export class SimServer {
  readonly devices = new Map<string, Device>();
  faults: StatementFaults;
  /** Counts how often another past was put in the place of the present one. */
  generation = 0;
  /** Hashes of the attachments that lie here. */
  readonly files = new Set<string>();
  /** Operations that it stumbles over as if they hit a bug. */
  readonly poison = new Set<string>();
  /** Its program is of the last version. */
  isOld = false;
  store: ServerStore;
  /** The same store past everything that goes wrong on purpose: for the console and for looking. */
  calm: ServerStore;
  #server: SyncServer;
  #driver: Database.Database;
  #downUntil = 0;
  #backups: Buffer[] = [];
  readonly #world: World;

  constructor(world: World, content: Buffer) {
    this.#world = world;
    this.#driver = openDriver(content);
    this.calm = calmStore(this.#driver);
    this.faults = this.#newFaults();
    ({ store: this.store, server: this.#server } = this.#boot());
  }

  running(): SyncServer | null {
    const { scheduler } = this.#world;
    if (scheduler.now < this.#downUntil) return null;
    if (this.faults.isDead) this.reboot();
    return this.#server;
  }

  /** Another process over the same store. */
  reboot(): void {
    this.faults.isDead = true;
    this.faults = this.#newFaults();
    ({ store: this.store, server: this.#server } = this.#boot());
  }

  goDown(ms: number): void {
    this.faults.isDead = true;
    this.#downUntil = Math.max(this.#downUntil, this.#world.scheduler.now + ms);
  }

  /** The program of the last version runs for a while: then somebody updates it. */
  beOld(ms: number): void {
    this.update(true);
    this.#world.scheduler.after(ms, () => this.update(false));
  }

  update(isOld: boolean): void {
    if (this.isOld === isOld) return;
    this.isOld = isOld;
    if (this.isUp()) this.reboot();
    else this.faults.isDead = true;
  }

  isUp(): boolean {
    return this.#world.scheduler.now >= this.#downUntil;
  }

  comeUp(): void {
    this.#downUntil = 0;
    if (this.faults.isDead) this.reboot();
  }

  backup(): void {
    this.#backups.push(this.#driver.serialize());
  }

  get hasBackup(): boolean {
    return this.#backups.length > 0;
  }

  /**
   * Puts an old backup in the place of the store. Announced: by the command that takes a new
   * epoch; else somebody has copied a file.
   */
  async restore(isAnnounced: boolean): Promise<void> {
    const backup = this.#backups.shift();
    if (!backup) return;
    this.faults.isDead = true;
    this.#driver.close();
    this.#driver = openDriver(backup);
    this.calm = calmStore(this.#driver);
    this.generation += 1;
    this.#backups = [];
    this.reboot();
    if (isAnnounced) await putBack(this.calm, this.#world);
    this.reboot();
  }

  /** What the HTTP shell finds out from a token. */
  callerOf(deviceId: string): Served<Caller> {
    const device = this.devices.get(deviceId);
    if (!device) return refuse('token-unknown');
    if (device.isRevoked) return refuse('token-revoked');
    const person = this.#world.people.get(device.personId);
    if (!person) return refuse('token-unknown');
    return { ok: true, value: { person, deviceId, deviceName: device.name } };
  }

  close(): void {
    this.faults.isDead = true;
    this.#driver.close();
  }

  #newFaults(): StatementFaults {
    const { scheduler, tally } = this.#world;
    const faults = new StatementFaults(() => {
      if (this.faults !== faults) return;
      this.#downUntil = scheduler.now + REBOOT_MS;
      tally.fault('crash-server');
      this.#world.say('server crashed');
    });
    return faults;
  }

  #boot(): { readonly store: ServerStore; readonly server: SyncServer } {
    const { kit } = this.#world;
    const { faults } = this;
    const weather = { before: (text: string) => kit.serverSql(faults.before(text)) };
    return openServer(this.#world, new FragileSql(this.#driver, 'server', weather), {
      poison: this.poison,
      versions: this.isOld ? oldVersions : newVersions,
    });
  }
}

function refuse(code: ProblemCode): Served<Caller> {
  return { ok: false, problem: { status: 401, code } };
}
