import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { invitePerson } from '../../../src/server/console/invite.ts';
import { openSqliteStore } from '../../../src/server/db/sqlite/open-sqlite-store.ts';
import { createIdentity, type Identity } from '../../../src/server/identity/identity.ts';
import { uuidv7 } from '../../../src/util/id.ts';

const MINUTE = 60_000;
const by = { who: 'console', device: null };
let now = Date.UTC(2026, 10, 22, 10);
let store: ReturnType<typeof openSqliteStore>;
let identity: Identity;

beforeEach(() => {
  now = Date.UTC(2026, 10, 22, 10);
  store = openSqliteStore({ path: ':memory:', now: () => now });
  const surroundings = { now: () => now, makeId: uuidv7, randomBytes };
  identity = createIdentity({ desk: store.desk, surroundings, tokenDays: 90 });
});
afterEach(() => store.close());

async function invite(name = 'Анна', minutes?: number) {
  const parts = { store, identity, by, now: () => now, makeId: uuidv7 };
  return invitePerson(parts, { name, spaces: [], minutes });
}

async function enrolled(name = 'Анна', device = 'ноутбук') {
  const { invitation } = await invite(name);
  const came = await identity.enrol(invitation.code, device);
  if (!came) throw new Error('the code is good');
  return came;
}

describe('coming in', () => {
  it('redeems a code once: a token for one device of that person', async () => {
    const { invitation, person } = await invite();
    const came = await identity.enrol(invitation.code, ' ноутбук ');
    expect(came?.person).toEqual(person);
    const known = await identity.identify(came?.token);
    expect(known).toMatchObject({ ok: true, value: { person, deviceName: 'ноутбук' } });
    expect(await identity.enrol(invitation.code, 'другой')).toBeNull();
  });

  it('takes no code after its time, and none lives longer than fifteen minutes', async () => {
    const { invitation } = await invite('Анна', 600);
    expect(invitation.expiresAt).toBe(now + 15 * MINUTE);
    now += 15 * MINUTE;
    expect(await identity.enrol(invitation.code, 'ноутбук')).toBeNull();
  });

  it('takes no code that was typed wrong five times', async () => {
    const { invitation } = await invite();
    const last = invitation.code.endsWith('0') ? '1' : '0';
    const wrong = invitation.code.slice(0, -1) + last;
    for (let tries = 0; tries < 5; tries += 1) expect(await identity.enrol(wrong, 'x')).toBeNull();
    expect(await identity.enrol(invitation.code, 'ноутбук')).toBeNull();
  });

  it('lets only one of two in who type the same code at once', async () => {
    const { invitation } = await invite();
    const both = await Promise.all([1, 2].map(() => identity.enrol(invitation.code, 'x')));
    expect(both.filter((one) => one !== null)).toHaveLength(1);
  });

  it('keeps neither a token nor a code', async () => {
    const { invitation } = await invite();
    const came = await identity.enrol(invitation.code, 'ноутбук');
    const kept = JSON.stringify([await store.desk.devices(), await store.desk.auditSince(0, 100)]);
    expect(kept).not.toContain(came?.token);
    expect(kept).not.toContain(invitation.code);
  });
});

describe('being known', () => {
  it('tells a missing, a foreign, an expired and a revoked token apart', async () => {
    const { token } = await enrolled();
    expect(await identity.identify(undefined)).toEqual({ ok: false, problem: 'token-missing' });
    const foreign = token.slice(0, -3) + (token.endsWith('AAA') ? 'BBB' : 'AAA');
    expect(await identity.identify(foreign)).toEqual({ ok: false, problem: 'token-unknown' });
    now += 91 * 24 * 60 * MINUTE;
    expect(await identity.identify(token)).toEqual({ ok: false, problem: 'token-expired' });
    await identity.revoke(await store.desk.devices(), by);
    expect(await identity.identify(token)).toEqual({ ok: false, problem: 'token-revoked' });
  });

  it('remembers the last use to the minute', async () => {
    const { token, deviceId } = await enrolled();
    now += 10 * MINUTE;
    await identity.identify(token);
    now += 30_000;
    await identity.identify(token);
    const device = (await store.desk.devices()).find(({ id }) => id === deviceId);
    expect(device?.lastUsedAt).toBe(now - 30_000);
  });
});

it('whoever leaves loses every device at once; what stands in the log stays', async () => {
  const first = await enrolled('Борис', 'ноутбук');
  const second = await enrolled('Борис', 'дома');
  const other = await enrolled('Анна');
  const [before] = await store.heads(['desk']);
  await identity.revoke(await store.desk.devices(first.person.id), by);
  for (const { token } of [first, second]) {
    expect(await identity.identify(token)).toEqual({ ok: false, problem: 'token-revoked' });
  }
  expect((await identity.identify(other.token)).ok).toBe(true);
  expect(await store.heads(['desk'])).toEqual([before]);
  const audit = await store.desk.auditSince(0, 100);
  expect(audit.filter(({ what }) => what === 'revoked')).toHaveLength(2);
});
