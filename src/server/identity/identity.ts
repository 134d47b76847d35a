import type { Person } from '../../domain/person.ts';
import { fail, ok, type Result } from '../../util/result.ts';
import type { Surroundings } from '../core/server-clock.ts';
import type { Caller } from '../core/sync-server.ts';
import type { DeskStore, DeviceRecord } from '../db/desk-store.ts';
import { codeHash, codeLookup, MOST_MINUTES, MOST_TRIES, makeCode, readCode } from './code.ts';
import { isToken, makeToken, tokenPrefix } from './token.ts';

/** Who the console is in the audit: whoever sits at the server itself. */
export const CONSOLE = 'console';
const MINUTE = 60_000;
/** Last use is kept to the minute: a write for each request would cost more than the request. */
export const USE_STEP = MINUTE;
const LONGEST_NAME = 80;

/** Why a token stands for nobody. */
export type TokenProblem = 'token-missing' | 'token-unknown' | 'token-expired' | 'token-revoked';

/** A code for one person, shown once. */
export interface Invitation {
  readonly code: string;
  readonly expiresAt: number;
}

/** A device that was let in, with the token that only it knows from now on. */
export interface Enrolled {
  readonly token: string;
  readonly deviceId: string;
  readonly person: Person;
}

/** People by token and device: who somebody is, who comes in, who has to leave. */
export interface Identity {
  /** Who a token stands for. Looked up each time: revoking takes effect with the next request. */
  identify(token: string | undefined): Promise<Result<Caller, TokenProblem>>;
  /** A code for a person who is known here; at most fifteen minutes long. */
  invite(personId: string, by: By, minutes?: number): Promise<Invitation>;
  /** Redeems a code once; null when it is wrong, used, expired or tried too often: nobody learns which. */
  enrol(typed: string, deviceName: string): Promise<Enrolled | null>;
  /** Takes devices their access. What they wrote stays. */
  revoke(devices: readonly DeviceRecord[], by: By): Promise<void>;
}

/** Who does something to accounts: a device of a person, or the console. */
export interface By {
  readonly who: string;
  readonly device: string | null;
}

/** What identity is made of. `tokenDays`: how long a new token lives, null without end. */
export interface IdentityParts {
  readonly desk: DeskStore;
  readonly surroundings: Surroundings;
  readonly tokenDays?: number | null;
}

/** Identity over the people, devices and codes of a server. */
export function createIdentity(parts: IdentityParts): Identity {
  return {
    identify: (token) => identify(parts, token),
    invite: (personId, by, minutes = MOST_MINUTES) => invite(parts, personId, by, minutes),
    enrol: (typed, deviceName) => enrol(parts, typed, deviceName),
    revoke: (devices, by) => revoke(parts, devices, by),
  };
}

async function identify(
  { desk, surroundings }: IdentityParts,
  token: string | undefined,
): Promise<Result<Caller, TokenProblem>> {
  if (token === undefined) return fail('token-missing');
  const prefix = tokenPrefix(token);
  const device = prefix === null ? null : await desk.device(prefix);
  if (!device || !isToken(token, device.hash)) return fail('token-unknown');
  const now = surroundings.now();
  if (device.revokedAt !== null) return fail('token-revoked');
  if (device.expiresAt !== null && device.expiresAt <= now) return fail('token-expired');
  const person = await desk.person(device.personId);
  if (!person) return fail('token-revoked');
  if (now - (device.lastUsedAt ?? 0) >= USE_STEP) await desk.touchDevice(device.id, now);
  return ok({ person, deviceId: device.id, deviceName: device.name });
}

async function invite(
  { desk, surroundings }: IdentityParts,
  personId: string,
  by: By,
  minutes: number,
): Promise<Invitation> {
  const code = makeCode(surroundings.randomBytes);
  const now = surroundings.now();
  const expiresAt = now + Math.min(minutes, MOST_MINUTES) * MINUTE;
  const record = { hash: codeHash(code), personId, createdAt: now, expiresAt };
  await desk.addCode({ ...record, triesLeft: MOST_TRIES, usedAt: null });
  await desk.audit([{ at: now, ...by, what: 'invited', detail: { personId, expiresAt } }]);
  return { code, expiresAt };
}

async function enrol(
  { desk, surroundings, tokenDays = null }: IdentityParts,
  typed: string,
  deviceName: string,
): Promise<Enrolled | null> {
  const code = readCode(typed);
  if (code === null) return null;
  const now = surroundings.now();
  const redeemed = await desk.redeemCode(codeHash(code), now);
  const person = redeemed && (await desk.person(redeemed.personId));
  if (!person) {
    await desk.spoilCode(codeLookup(code), now);
    return null;
  }
  const { token, prefix, hash } = makeToken(surroundings.randomBytes);
  const id = surroundings.makeId();
  await desk.addDevice({
    id,
    personId: person.id,
    name: deviceName.trim().slice(0, LONGEST_NAME),
    prefix,
    hash,
    createdAt: now,
    lastUsedAt: now,
    expiresAt: tokenDays === null ? null : now + tokenDays * 24 * 60 * MINUTE,
    revokedAt: null,
  });
  await desk.audit([{ at: now, who: person.id, device: id, what: 'enrolled', detail: {} }]);
  return { token, deviceId: id, person };
}

async function revoke(
  { desk, surroundings }: IdentityParts,
  devices: readonly DeviceRecord[],
  by: By,
): Promise<void> {
  const open = devices.filter(({ revokedAt }) => revokedAt === null);
  if (open.length === 0) return;
  const now = surroundings.now();
  await desk.revokeDevices(
    open.map(({ id }) => id),
    now,
  );
  await desk.audit(
    open.map(({ id, personId }) => ({
      at: now,
      ...by,
      what: 'revoked',
      detail: { deviceId: id, personId },
    })),
  );
}
