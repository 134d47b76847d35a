import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startServer } from '../../src/server/start-server.ts';
import { CliDesk } from './cli-desk.ts';

interface Invited {
  readonly person: string;
  readonly personId: string;
  readonly code: string;
  readonly expiresAt: string;
}

let desk: CliDesk;
beforeEach(() => {
  desk = new CliDesk();
});
afterEach(() => desk.close());

const root = join(import.meta.dirname, '../..');

function serve() {
  return startServer({
    dataFolder: desk.folder,
    database: null,
    content: root,
    version: '1.2.3',
    listen: '127.0.0.1:0',
    tls: null,
    behindProxy: null,
    now: () => Date.parse('2026-11-18T11:00:00Z'),
    write: () => undefined,
  });
}

async function enrol(url: string, code: string): Promise<string> {
  const answer = await fetch(`${url}/v1/enrol`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code, device: 'ноутбук' }),
  });
  return String(((await answer.json()) as { token?: string }).token);
}

async function statusOf(url: string, token: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}` };
  return (await fetch(`${url}/v1/me`, { headers })).status;
}

describe('a new server', () => {
  it('begins with its first admin, from the console only', async () => {
    const invited = await desk.json<Invited>(['server', 'init', '--admin', 'Вера Орлова']);
    expect(invited).toEqual({
      person: 'Вера Орлова',
      personId: expect.any(String),
      code: expect.stringMatching(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/),
      expiresAt: '2026-11-18T11:15:00.000Z',
    });
    const again = await desk.refused(['server', 'init', '--admin', 'Пётр']);
    expect([again.exit, again.code]).toEqual([1, 'server-initialised']);
  });

  it('begins with an invitation, too; the workstation’s own store is not touched', async () => {
    const line = ['server', 'invite', '--name', 'Борис', '--role', 'engineer', '--line', '2'];
    expect((await desk.json<Invited>(line)).person).toBe('Борис');
    expect(existsSync(join(desk.folder, 'server/server.db'))).toBe(true);
    expect(existsSync(join(desk.folder, 'smena.db'))).toBe(false);
  });

  it('knows a person again: one more device, the role stays', async () => {
    const invite = ['server', 'invite', '--name'];
    const first = await desk.json<Invited>([...invite, 'Борис', '--role', 'lead', '--line', '3']);
    const second = await desk.json<Invited>([...invite, 'борис']);
    expect(second.personId).toBe(first.personId);
    expect(second.code).not.toBe(first.code);
    expect(await desk.json(['server', 'people'])).toEqual([
      {
        ...{ id: first.personId, name: 'Борис', login: 'Борис', role: 'lead', line: '3' },
        ...{ spaces: ['desk', 'main'], devices: 0 },
      },
    ]);
  });

  it.each([
    [['server', 'init'], 2, 'usage'],
    [['server', 'invite', '--name', ' '], 2, 'usage'],
    [['server', 'invite', '--name', 'Б', '--role', 'king'], 2, 'usage'],
    [['server', 'invite', '--name', 'Б', '--minutes', '0'], 2, 'usage'],
    [['server', 'invite', '--name', 'Б', '--space', 'nowhere'], 1, 'space-unknown'],
    [['server', 'revoke', 'Никто'], 1, 'server-device-unknown'],
    [['server', 'spaces', 'make', 'Ночь!'], 1, 'space-code-wrong'],
    [['server', 'spaces', 'admit', 'Никто', 'main'], 1, 'person-unknown'],
    [['server', 'spaces', 'move', 'SM-1', 'main'], 1, 'no-such-ticket'],
    [['server', 'min-client', 'latest'], 1, 'version-wrong'],
    [['server', 'backup', '/nowhere/x'], 1, 'server-none'],
    [['serve', '--tls-cert', 'x'], 2, 'usage'],
    [['serve', '--listen', '0.0.0.0:0'], 1, 'serve-open-address'],
    [['serve', '--listen', 'x'], 1, 'serve-address-wrong'],
    [['serve', '--behind-proxy', 'x'], 1, 'serve-proxy-wrong'],
    [['serve', '--token-days', '0'], 2, 'usage'],
    [['serve', '--database', 'mysql://root:hunter2@x/y'], 1, 'database-url-wrong'],
  ])('%j ends with %i, %s', async (line, exit, code) => {
    const refused = await desk.refused(line);
    expect([refused.exit, refused.code]).toEqual([exit, code]);
    expect(refused.message).not.toMatch(/\{|hunter2|serve-|server-/);
  });
});

describe('the console of a server that runs', () => {
  it('invites and revokes: the next request of the device is refused', async () => {
    const server = await serve();
    const { code, personId } = await desk.json<Invited>(['server', 'invite', '--name', 'Борис']);
    const token = await enrol(server.url, code);
    expect(await statusOf(server.url, token)).toBe(200);
    const [device] = await desk.json<{ id: string; name: string }[]>(['server', 'devices']);
    expect(device).toMatchObject({ name: 'ноутбук', person: 'Борис', personId, revokedAt: null });
    const revoked = await desk.json(['server', 'revoke', 'Борис']);
    expect(revoked).toEqual({ person: 'Борис', personId, devices: [device?.id] });
    expect(await statusOf(server.url, token)).toBe(401);
    await server.close();
  });

  it('arranges groups, and an admitted person sees them at once', async () => {
    const server = await serve();
    const { code } = await desk.json<Invited>(['server', 'invite', '--name', 'Борис']);
    const token = await enrol(server.url, code);
    await desk.json(['server', 'spaces', 'make', 'night', 'Ночная смена']);
    await desk.json(['server', 'spaces', 'admit', 'Борис', 'night']);
    const headers = { authorization: `Bearer ${token}` };
    const me = await (await fetch(`${server.url}/v1/me`, { headers })).json();
    expect(me).toMatchObject({
      scope: { spaces: [{ code: 'desk' }, { code: 'main' }, { code: 'night' }] },
    });
    await desk.json(['server', 'spaces', 'expel', 'Борис', 'main']);
    expect(await desk.json(['server', 'spaces'])).toMatchObject([
      { code: 'desk', people: null },
      { code: 'main', people: [] },
      { code: 'night', title: 'Ночная смена', people: ['Борис'] },
    ]);
    await server.close();
  });

  it('copies the store while it is served, and puts it back only when it is not', async () => {
    await desk.json(['server', 'invite', '--name', 'Борис']);
    const server = await serve();
    const copy = join(desk.folder, 'copy.db');
    expect(await desk.json(['server', 'backup', copy])).toEqual({ path: copy });
    expect((await desk.refused(['server', 'backup', copy])).code).toBe('file-exists');
    expect((await desk.refused(['server', 'restore', copy])).code).toBe('server-runs');
    await server.close();
    await desk.json(['server', 'invite', '--name', 'Вера']);
    const restored = await desk.json(['server', 'restore', copy]);
    expect(restored).toMatchObject({ from: copy, keptAs: expect.any(String) });
    const people = await desk.json<{ name: string }[]>(['server', 'people']);
    expect(people.map(({ name }) => name)).toEqual(['Борис']);
  });

  it('keeps who did what, and finds that nothing of it was changed', async () => {
    await desk.json(['server', 'invite', '--name', 'Борис']);
    await desk.json(['server', 'spaces', 'make', 'night']);
    const links = await desk.json<{ what: string }[]>(['server', 'audit', '--limit', '2']);
    expect(links).toMatchObject([
      { what: 'space-made', whoId: 'console', who: null },
      { what: 'invited' },
    ]);
    expect(await desk.json(['server', 'audit', 'verify'])).toMatchObject({
      ok: true,
      problem: null,
    });
    expect(await desk.json(['server', 'verify'])).toEqual({ ok: true, problems: [] });
    expect(await desk.json(['server', 'compact'])).toMatchObject({ floors: { desk: 0, main: 0 } });
    expect(await desk.json(['server', 'min-client', '0.4.0'])).toEqual({ minClient: '0.4.0' });
  });

  it('speaks to people in both languages', async () => {
    const russian = await desk.run(['server', 'invite', '--name', 'Борис']);
    expect(russian.out).toMatch(/^Код входа \(Борис\): \S{11}\n$/);
    expect(russian.err).toContain('smena login');
    const english = await desk.run(['server', 'people', '--lang', 'en']);
    expect(english.out).toContain('Борис · engineer, line 2 · groups: desk, main · devices: 0');
    const facts = await desk.run(['server', 'audit', '--limit', '1']);
    expect(facts.out).toMatch(/ · консоль · дан код входа · Борис\n$/);
    const empty = await desk.run(['server', 'devices', '--lang', 'en']);
    expect([empty.out, empty.err]).toEqual(['', 'No device has logged in yet.\n']);
  });
});
