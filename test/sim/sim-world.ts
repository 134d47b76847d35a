import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Person } from '../../src/domain/person.ts';
import type { ServerStore } from '../../src/server/db/server-store.ts';
import { countedIds, someWednesday } from '../support/desk.ts';
import { somebody } from '../support/domain.ts';
import { Chance } from './chance.ts';
import { whatIsLost, whatIsWronglyShown, whatWentBack } from './client-check.ts';
import { isPlanned } from './fragile-sql.ts';
import type { Kit } from './kit.ts';
import type { Ground } from './lean-desk.ts';
import { Ledger } from './ledger.ts';
import { LogMirror } from './log-mirror.ts';
import { Network } from './network.ts';
import { type Console, consoleOf } from './open-server.ts';
import { isPracticeDay, isShiftDay } from './profiles.ts';
import { Scheduler } from './scheduler.ts';
import { SimClient } from './sim-client.ts';
import { SimServer } from './sim-server.ts';
import { Tally } from './tally.ts';
import { Trace } from './trace.ts';
import type { World } from './world.ts';

/** Spaces of tickets: everybody begins in the first. */
export const spaces = ['desk', 'main', 'second'] as const;

/** Files there cost nothing. */
const MEMORY = '/dev/shm';

/** The rules of sync were broken: what, and in which schedule. */
export class Violation extends Error {}

/** One schedule's world: a server, some workstations, a network, and a clock of its own. */
export class SimWorld implements World {
  readonly ground: Ground;
  readonly kit: Kit;
  readonly scheduler = new Scheduler(someWednesday);
  readonly chance: Chance;
  readonly tally = new Tally();
  readonly ledger = new Ledger();
  mirror = new LogMirror();
  readonly trace = new Trace();
  readonly network: Network;
  readonly server: SimServer;
  readonly clients: SimClient[] = [];
  readonly people = new Map<string, Person>();
  readonly makeId = countedIds('5e');
  readonly folder = mkdtempSync(join(existsSync(MEMORY) ? MEMORY : tmpdir(), 'smena-sim-'));
  readonly #isShiftDay: boolean;
  readonly #isPracticeDay: boolean;
  #violation: Violation | null = null;

  constructor(ground: Ground, kit: Kit, seed: number) {
    this.ground = ground;
    this.kit = kit;
    this.chance = new Chance(`${seed}/world`);
    this.#isShiftDay = isShiftDay(seed);
    this.#isPracticeDay = isPracticeDay(seed);
    this.server = new SimServer(this, ground.emptyServer);
    const { scheduler, trace, tally, server } = this;
    const chance = new Chance(`${seed}/network`);
    this.network = new Network({ scheduler, chance, trace, tally, server });
  }

  /** Sets a plan's people to their desks: some have worked alone before they join. */
  async open(clients: number): Promise<void> {
    for (let n = 0; n < clients; n++) await this.#seat(n);
    await this.look();
  }

  /** Whether something is going wrong on purpose at the moment. */
  get isInTrouble(): boolean {
    const { network, server, clients } = this;
    if (!network.isCalm || !server.isUp() || server.faults.isPlanned) return true;
    return clients.some(({ windows }) => windows.some(({ faults }) => faults.isPlanned));
  }

  say(line: string): void {
    this.trace.add(`${this.scheduler.now - someWednesday} ${line}`);
  }

  noteBug(error: unknown): void {
    const what = error instanceof Error ? error.message : String(error);
    if (isPlanned(error) || what.startsWith('stumbled over')) return;
    this.blame('the server made a mistake', error);
  }

  blame(what: string, error?: unknown): void {
    const why = error instanceof Error ? `: ${error.stack ?? error.message}` : '';
    this.#violation ??= new Violation(`${what}${why}`);
  }

  /** Lets virtual time pass; everything that must always hold is looked at on the way. */
  async pass(ms: number): Promise<void> {
    const until = this.scheduler.now + ms;
    while (this.scheduler.now < until && (await this.scheduler.step(until))) this.#stop();
    await this.scheduler.pass(Math.max(0, until - this.scheduler.now));
  }

  /** Lets the next few things happen that wait for their time. */
  async few(count: number): Promise<void> {
    for (let n = 0; n < count && (await this.scheduler.step()); n++) this.#stop();
  }

  /** Looks at everything that has to hold at every moment. */
  async look(): Promise<void> {
    await this.atServer(async (store) => {
      const before = this.mirror.byOp.size;
      const wrong = await this.mirror.follow(store, spaces, this.server.files);
      this.tally.count(this.mirror.byOp.size - before, this.isInTrouble);
      if (wrong[0] !== undefined) this.blame(`server: ${wrong[0]}`);
    });
    for (const client of this.clients) {
      if (!client.hasChanged()) continue;
      const [wrong] = [
        ...whatIsLost(this, client),
        ...whatWentBack(client),
        ...whatIsWronglyShown(this, client),
      ];
      if (wrong !== undefined) this.blame(`${client.name}: ${wrong}`);
    }
    this.#stop();
  }

  /** Does something at the server's console, whatever is planned for its process. */
  async atServer<Value>(
    work: (store: ServerStore, console: Console) => Promise<Value>,
  ): Promise<void> {
    const { calm } = this.server;
    await work(calm, consoleOf(this, calm));
  }

  async changePerson(id: string, changes: Partial<Person>): Promise<void> {
    const known = this.people.get(id);
    if (!known) return;
    const person = { ...known, ...changes };
    await this.atServer(async (_, console) => {
      await console.savePerson(person);
      this.people.set(id, person);
    });
  }

  async admit(personId: string, isIn: boolean): Promise<void> {
    await this.atServer(async (_, console) => {
      await (isIn ? console.admit(personId, 'second') : console.expel(personId, 'second'));
    });
  }

  async moveTicket(ticketId: string, space: string): Promise<void> {
    await this.atServer((_, console) => console.moveTicket(ticketId, space));
  }

  /** A copy of a whole workstation goes on beside it. */
  clone(client: SimClient): void {
    const name = `${client.name}k`;
    if (this.clients.some((other) => other.name === name)) return;
    const { person, deviceId } = client;
    const copy = new SimClient(this, { name, person, deviceId, original: client }, client.copy());
    copy.inherit(client);
    this.clients.push(copy);
  }

  /** The server has another past now: what it told before counts no more. */
  anotherPast(): void {
    this.mirror = new LogMirror();
    for (const client of this.clients) client.hasSeenAnotherPast = true;
  }

  close(): void {
    for (const client of this.clients) client.close();
    this.server.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  #stop(): void {
    if (this.#violation) throw this.#violation;
  }

  async #seat(n: number): Promise<void> {
    const { chance, server } = this;
    const isSecondDevice = n > 0 && chance.happens(0.2);
    const known = isSecondDevice ? this.people.get(personId(chance.below(n))) : undefined;
    const usual = this.#isPracticeDay ? 'mentor' : 'engineer';
    const role = n === 0 || this.#isShiftDay ? 'lead' : usual;
    const id = known?.id ?? personId(n);
    const person = known ?? somebody({ id, login: `p${n}`, name: `Инженер ${n}`, role, line: '2' });
    const deviceId = `device-${n}`;
    server.devices.set(deviceId, { personId: person.id, name: `c${n}`, isRevoked: false });
    if (!known) {
      this.people.set(person.id, person);
      await this.atServer(async (_, console) => {
        await console.savePerson(person);
        await console.admit(person.id, 'main');
        if (chance.happens(0.7)) await console.admit(person.id, 'second');
      });
    }
    const alone = chance.happens(0.4) ? chance.below(12) : 0;
    const own = { name: `c${n}`, person, deviceId, wasAlone: alone > 0 };
    const client = new SimClient(this, own, this.ground.emptyStore);
    this.clients.push(client);
    client.seat();
    for (let done = 0; done < alone; done++) client.work(chance.below(2 ** 31));
    client.join();
  }
}

function personId(n: number): string {
  return `0000000${n}-0000-7000-9000-000000000000`;
}
