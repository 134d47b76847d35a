import type { Person } from '../../domain/person.ts';
import { uuidv7 } from '../../util/id.ts';
import { UserError } from '../../util/user-error.ts';
import { BlobFiles } from '../db/blobs.ts';
import type { AuditRecord, DeviceRecord } from '../db/desk-store.ts';
import { renewEpoch } from '../db/epoch.ts';
import { type Compacted, compactServer } from '../db/upkeep/compact-server.ts';
import { verifyAudit } from '../db/verify-view.ts';
import { MIN_CLIENT } from '../http/guard.ts';
import { CONSOLE, createIdentity } from '../identity/identity.ts';
import { type OpenedStore, openServerStore, type ServerPlace } from '../open-server-store.ts';
import { machineSurroundings } from '../surroundings.ts';
import { type Erased, type ErasedPractice, eraseByLaw, erasePracticeByLaw } from './erase.ts';
import { findPerson } from './find-person.ts';
import { type Invited, type InvitedPerson, initServer, invitePerson } from './invite.ts';
import { SpaceConsole } from './space-console.ts';

const AUDIT_PAGE = 500;
const ANY = 'any';

/** What a console works on. */
export interface ConsolePlace extends ServerPlace {
  readonly now: () => number;
}

/** A person with what they see and from how many devices. */
export interface ConsolePerson {
  readonly person: Person;
  readonly spaces: readonly string[];
  readonly devices: number;
}

/** A fact of the audit, with names: who is null for the console, whom when it is about nobody. */
export interface NamedLink {
  readonly link: AuditRecord;
  readonly who: string | null;
  readonly whom: string | null;
}

/** What can be done to a server without a token, by whoever sits at its machine. */
export interface ServerConsole {
  init(invited: Invited): Promise<InvitedPerson>;
  invite(invited: Invited): Promise<InvitedPerson>;
  people(): Promise<readonly ConsolePerson[]>;
  devices(): Promise<readonly { readonly device: DeviceRecord; readonly person: Person | null }[]>;
  /** All devices of a person, or one device by its name or id. */
  revoke(
    who: string,
  ): Promise<{ readonly person: Person; readonly devices: readonly DeviceRecord[] }>;
  readonly spaces: SpaceConsole;
  /** The last links first. */
  audit(limit: number): Promise<readonly NamedLink[]>;
  /** `problem` is null when the chain is whole. */
  verifyAudit(): Promise<{ readonly links: number; readonly problem: string | null }>;
  verify(): Promise<readonly string[]>;
  compact(): Promise<Compacted>;
  /** Erases a ticket by law. Throws a UserError when there is none. */
  erase(reference: string): Promise<Erased>;
  /** Erases the practice record of a person by law. Throws a UserError when there is none. */
  erasePractice(who: string): Promise<ErasedPractice>;
  /** After the store was put back from outside: clients send again what it does not know. */
  newEpoch(): Promise<string>;
  /** Shows or sets the oldest client that may sync; `any` lets all in. */
  minClient(wanted: string | undefined): Promise<string | null>;
  close(): Promise<void>;
}

const VERSION = /^\d{1,6}\.\d{1,6}\.\d{1,6}$/;

/** Opens the console of a server, and begins one where there is none. */
export async function openServerConsole(place: ConsolePlace): Promise<ServerConsole> {
  const opened = await openServerStore(place, place.now);
  const { store } = opened;
  const { desk } = store;
  const surroundings = machineSurroundings(place.now);
  const identity = createIdentity({ desk, surroundings });
  const by = { who: CONSOLE, device: null };
  const parts = { store, identity, by, ...surroundings };
  return {
    init: (invited) => initServer(parts, invited),
    invite: (invited) => invitePerson(parts, invited),
    people: () => peopleOf(opened),
    devices: () => devicesOf(opened),
    revoke: async (who) => {
      const found = await devicesNamed(opened, who);
      await identity.revoke(found.devices, by);
      return found;
    },
    spaces: new SpaceConsole(parts, by),
    audit: (limit) => lastLinks(opened, limit),
    verifyAudit: async () => {
      const [problem = null] = await verifyAudit(desk);
      return { links: await countLinks(opened), problem };
    },
    verify: () => store.verify(),
    compact: () => compactServer(store, new BlobFiles(opened.folder.blobs), place.now()),
    erase: (reference) => eraseByLaw({ ...parts, folder: opened.folder }, reference),
    erasePractice: (who) => erasePracticeByLaw({ ...parts, folder: opened.folder }, who),
    newEpoch: () => newEpoch(opened, place.now()),
    minClient: (wanted) => minClient(opened, wanted, place.now()),
    close: () => store.close(),
  };
}

async function newEpoch({ store }: OpenedStore, at: number): Promise<string> {
  const epoch = await renewEpoch(store, uuidv7);
  const detail = { from: 'outside', epoch };
  await store.desk.audit([{ at, who: CONSOLE, device: null, what: 'store-restored', detail }]);
  return epoch;
}

async function peopleOf({ store: { desk } }: OpenedStore): Promise<readonly ConsolePerson[]> {
  const devices = await desk.devices();
  const people = await desk.persons();
  const rows = people.map(async (person) => ({
    person,
    spaces: await desk.spacesOf(person.id),
    devices: devices.filter((one) => one.personId === person.id && one.revokedAt === null).length,
  }));
  return Promise.all(rows);
}

async function devicesOf({ store: { desk } }: OpenedStore) {
  const people = new Map((await desk.persons()).map((person) => [person.id, person]));
  const devices = await desk.devices();
  return devices.map((device) => ({ device, person: people.get(device.personId) ?? null }));
}

async function devicesNamed({ store: { desk } }: OpenedStore, who: string) {
  const people = await desk.persons();
  const person = findPerson(people, who);
  if (person) return { person, devices: await desk.devices(person.id) };
  const devices = (await desk.devices()).filter(({ id, name }) => id === who || name === who);
  const owners = [...new Set(devices.map(({ personId }) => personId))];
  const owner = people.find(({ id }) => id === owners[0]);
  // A name that devices of several people have says too little: their ids do not.
  if (!owner || owners.length > 1) throw new UserError('server-device-unknown', { who });
  return { person: owner, devices };
}

async function lastLinks({ store: { desk } }: OpenedStore, limit: number) {
  const people = new Map((await desk.persons()).map(({ id, name }) => [id, name]));
  let last: readonly AuditRecord[] = [];
  for (let from = 0; ; ) {
    const page = await desk.auditSince(from, AUDIT_PAGE);
    last = [...last, ...page].slice(-limit);
    from = page.at(-1)?.n ?? from;
    if (page.length < AUDIT_PAGE) break;
  }
  return last.toReversed().map((link) => ({
    link,
    who: people.get(link.who) ?? null,
    whom: people.get(String(link.detail['personId'])) ?? null,
  }));
}

async function countLinks({ store: { desk } }: OpenedStore): Promise<number> {
  for (let n = 0; ; ) {
    const page = await desk.auditSince(n, AUDIT_PAGE);
    n = page.at(-1)?.n ?? n;
    if (page.length < AUDIT_PAGE) return n;
  }
}

async function minClient({ store }: OpenedStore, wanted: string | undefined, now: number) {
  if (wanted !== undefined) {
    if (wanted !== ANY && !VERSION.test(wanted)) {
      throw new UserError('version-wrong', { version: wanted });
    }
    await store.setMeta(MIN_CLIENT, wanted);
    const fact = { at: now, who: CONSOLE, device: null, what: 'min-client-set' };
    await store.desk.audit([{ ...fact, detail: { version: wanted } }]);
  }
  const kept = await store.meta(MIN_CLIENT);
  return kept === ANY ? null : kept;
}
