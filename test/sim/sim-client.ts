import { join } from 'node:path';
import type Database from 'better-sqlite3';
import type { Desk } from '../../src/app/desk/desk.ts';
import { originOf } from '../../src/app/desk/make-op.ts';
import { recordOp } from '../../src/app/desk/record-op.ts';
import type { Person } from '../../src/domain/person.ts';
import { Sql } from '../../src/store/sql.ts';
import { syncOnce } from '../../src/sync/sync-once.ts';
import type { SyncReport } from '../../src/sync/sync-run.ts';
import type { SyncSession } from '../../src/sync/sync-session.ts';
import { countedIds } from '../support/desk.ts';
import { Chance } from './chance.ts';
import { type Deed, type DeedKind, doSomething } from './desk-work.ts';
import { FragileSql, isPlanned, StatementFaults } from './fragile-sql.ts';
import { keepBooks, noteUndo } from './keep-books.ts';
import { leanDesk } from './lean-desk.ts';
import { openDriver } from './open-driver.ts';
import { joinServer, openSession } from './open-session.ts';
import { workOnPractice } from './practice-work.ts';
import { workOnShift } from './shift-work.ts';
import { workSupervised } from './supervised-work.ts';
import type { World } from './world.ts';

/** One process that has a store open: a terminal window. */
export interface Window {
  readonly desk: Desk;
  readonly session: SyncSession;
  readonly faults: StatementFaults;
  isSyncing: boolean;
}

/** A workstation: a person, a device and a store, open in one or two windows. */
export class SimClient {
  readonly name: string;
  readonly person: Person;
  readonly deviceId: string;
  /** Its name in numbers and events; a copied store has that of its original. */
  readonly device: string;
  /** How far this machine's clock is off. */
  clockOff = 0;
  /** Its program writes payloads of an older version. */
  isOld = false;
  windows: Window[] = [];
  /** How far each space was at the last look, and whether a cursor was dropped on purpose since. */
  readonly cursors = new Map<string, number>();
  hasDroppedCursor = false;
  /** The server was put back while this store belonged to it. */
  hasSeenAnotherPast = false;
  /** The past of the server that this store has come to know by a whole sync. */
  knownPast = 0;
  readonly #world: World;
  #driver: Database.Database;
  #texts = 0;
  #lastOp = 0;
  #openings = 0;
  #changes = -1;
  #isJoined: boolean;
  /** Who sat here before the store joined: the same person under an id of this store's own. */
  readonly #local: Person;

  constructor(
    world: World,
    own: {
      readonly name: string;
      readonly person: Person;
      readonly deviceId: string;
      /** The workstation that this is a copy of. */
      readonly original?: SimClient;
      /** Worked alone before, under a person of its own making. */
      readonly wasAlone?: boolean;
    },
    content: Buffer,
  ) {
    this.#world = world;
    this.name = own.name;
    this.person = own.person;
    this.deviceId = own.deviceId;
    this.#driver = openDriver(content);
    this.device = own.original?.device ?? own.name;
    this.#isJoined = own.original !== undefined;
    const id = own.wasAlone ? `10ca1${own.name}-0000-7000-9000-000000000000` : own.person.id;
    this.#local = { ...own.person, id };
    this.open();
  }

  get driver(): Database.Database {
    return this.#driver;
  }

  /** Opens the store in one more window. */
  open(): Window {
    const { ground, scheduler, kit } = this.#world;
    this.#openings += 1;
    if (this.windows.length === 0) detachAll(this.#driver);
    const faults = new StatementFaults(() => this.#died(window));
    const before = (text: string) => {
      this.hasDroppedCursor ||= /SET seq = NULL|DELETE FROM sync_space/.test(text);
      return kit.clientSql(faults.before(text));
    };
    const sql = new FragileSql(this.#driver, this.name, { before });
    const desk = leanDesk(ground, {
      sql,
      me: this.#isJoined ? this.person : this.#local,
      device: this.device,
      folder: join(this.#world.folder, this.name),
      clock: { now: () => scheduler.now + this.clockOff },
      makeId: countedIds(`${this.name}${this.#openings}`),
    });
    const session = kit.session(openSession(this.#world, { client: this, desk, faults }));
    const window: Window = { desk, session, faults, isSyncing: false };
    this.windows.push(window);
    return window;
  }

  get window(): Window {
    return this.windows[0] ?? this.open();
  }

  /** Does something at the desk; what was typed goes into the ledger once it is in the store. */
  work(
    chanceOf: number,
    { without = [], isOnShift = false, isOnPractice = false, isSupervised = false }: WorkAsked = {},
  ): Deed | null {
    const chance = new Chance(chanceOf);
    const window = chance.pick(this.windows.length > 0 ? this.windows : [this.window]);
    this.#texts += 1;
    const token = `⟨${this.name}.${this.#texts}⟩`;
    const deed = this.#attempt(() => {
      if (isOnShift) return workOnShift(window.desk, chance, token);
      if (isOnPractice) return workOnPractice(window.desk, chance, token);
      if (isSupervised) return workSupervised(window.desk, chance, token);
      return doSomething(window.desk, chance, token, without);
    });
    this.#lastOp = keepBooks(this.#world.ledger, this, { token, lastOp: this.#lastOp });
    if (deed?.kind === 'undo' && deed.isDone) noteUndo(this.#world.ledger, this);
    return deed;
  }

  /** Syncs in one window; what goes on already is not begun again. */
  sync(place = 0): void {
    const window = this.windows[place % Math.max(1, this.windows.length)] ?? this.window;
    if (window.isSyncing) return;
    window.isSyncing = true;
    const past = this.#world.server.generation;
    syncOnce(window.session).then(
      (report) => this.#ended(window, report, past),
      (error: unknown) => {
        window.isSyncing = false;
        if (!isPlanned(error)) this.#world.blame(`${this.name}: sync threw`, error);
      },
    );
  }

  /** Whose first word is in the store before anything else: who sits here. */
  seat(): void {
    const { desk } = this.window;
    const op = recordOp({ type: 'save-person', person: this.#local }, originOf(desk));
    desk.people.savePerson(this.#local, op);
    // A login takes it back: the server knows better who this is.
    this.#lastOp = 1;
  }

  /** Makes this the store of the server; what was done alone is history that goes up. */
  join(): void {
    const { driver, deviceId, person } = this;
    const member = { person, deviceId, clientId: this.#world.makeId() };
    joinServer(new Sql(driver, this.name), this.#local, member);
    this.#isJoined = true;
    // What this store said of its person is overruled by what the server knows.
    for (const { opId, entityType } of [...this.#world.ledger.of(this.name)]) {
      if (entityType === 'person') this.#world.ledger.forget(this.name, opId);
    }
    // Whoever has the store open learns it as on a start.
    for (const { faults } of this.windows) faults.isDead = true;
    this.windows = [];
    this.open();
  }

  /** The next content of a space has to come by snapshot. */
  forgetCursor(space: string): void {
    this.#attempt(() => this.window.session.store.dropCursor(space));
  }

  /** An operation that the server has not taken; null when there is none. */
  lastUnsent(): string | null {
    const text = "SELECT op_id FROM outbox WHERE state = 'pending' ORDER BY seq DESC LIMIT 1";
    return (this.#driver.prepare(text).pluck().get() as string | undefined) ?? null;
  }

  /** Whether anything waits for the server. */
  hasUnsent(): boolean {
    const text = "SELECT 1 FROM outbox WHERE state IN ('pending', 'held', 'acked') LIMIT 1";
    return this.#driver.prepare(text).get() !== undefined;
  }

  /** Whether something was written here since the last time this was asked. */
  hasChanged(): boolean {
    const changes = this.#driver.prepare('SELECT total_changes()').pluck().get() as number;
    const isOther = changes !== this.#changes;
    this.#changes = changes;
    return isOther;
  }

  /** A copied store: what was written before the copy is in both. */
  inherit(original: SimClient): void {
    for (const written of this.#world.ledger.of(original.name)) {
      this.#world.ledger.note({ ...written, store: this.name });
    }
    this.hasSeenAnotherPast = original.hasSeenAnotherPast;
    this.knownPast = original.knownPast;
    this.#lastOp = original.#lastOp;
  }

  /** A copy of the whole store, as a backup of the home folder makes it. */
  copy(): Buffer {
    return this.#driver.serialize();
  }

  close(): void {
    for (const { faults } of this.windows) faults.isDead = true;
    this.#driver.close();
  }

  #ended(window: Window, { problem, pushed, pulled }: SyncReport, past: number): void {
    window.isSyncing = false;
    // Nobody lies here: what cannot be taken in is our own mistake.
    if (problem?.kind === 'unsound' && problem.why !== undefined) {
      this.#world.blame(`${this.name}: ${problem.what} make no sense: ${problem.why}`);
    }
    if (problem === null && past === this.#world.server.generation) this.knownPast = past;
    const what =
      problem === null ? 'well' : problem.kind === 'refused' ? problem.code : problem.kind;
    this.#world.tally.note(`sync ${what}`);
    this.#world.say(`${this.name} synced: ${what} (+${pushed} −${pulled})`);
  }

  #attempt<Value>(work: () => Value): Value | null {
    try {
      return work();
    } catch (error) {
      if (!isPlanned(error)) throw error;
      return null;
    }
  }

  #died(window: Window): void {
    this.windows = this.windows.filter((other) => other !== window);
    this.#world.tally.fault('crash-client');
    this.#world.say(`${this.name} crashed`);
  }
}

/** What somebody works on; absent: on whatever comes. */
interface WorkAsked {
  readonly without?: readonly DeedKind[];
  readonly isOnShift?: boolean;
  readonly isOnPractice?: boolean;
  readonly isSupervised?: boolean;
}

/** A process that ended has no files of others open any more. */
function detachAll(driver: Database.Database): void {
  const open = driver.pragma('database_list') as readonly { readonly name: string }[];
  for (const { name } of open) {
    if (name !== 'main' && name !== 'temp') driver.exec(`DETACH "${name}"`);
  }
}
