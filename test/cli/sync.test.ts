import { chmodSync, existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Machine, ServerMachine } from '../support/machines.ts';

interface Status {
  readonly state: string;
  readonly pending: number;
  readonly discrepancies: number;
}

interface Login {
  readonly person: string;
  readonly preview: {
    readonly tickets: number;
    readonly operations: number;
    readonly mapped: readonly string[];
  };
}

let server: ServerMachine;
let anna: Machine;
let boris: Machine;

beforeEach(async () => {
  [server, anna, boris] = [new ServerMachine(), new Machine(), new Machine()];
  await server.starts();
});

afterEach(async () => {
  await server.stops();
  for (const machine of [server, anna, boris]) machine.close();
});

async function joins(machine: Machine, name: string): Promise<Login> {
  return machine.json<Login>(['login', server.url, '--code', await server.invites(name)]);
}

async function newTicket(machine: Machine, subject: string): Promise<string> {
  const line = ['new', '--subject', subject, '--text', 'Не работает.'];
  return (await machine.json<{ number: string }>(line)).number;
}

function sync(machine: Machine): Promise<Status> {
  return machine.json<Status>(['sync']);
}

describe('without a server', () => {
  test('sync says so and does nothing', async () => {
    const status = await anna.json(['sync']);
    expect(status).toEqual({
      ...{ state: 'none', pending: expect.any(Number), acked: 0, discrepancies: 0 },
      ...{ cursor: 0, head: 0, lastSyncAt: null },
    });
  });

  test('sync --watch ends at once, logout has nothing to give back', async () => {
    expect((await anna.run(['sync', '--watch'])).code).toBe(0);
    expect(await anna.json(['logout'])).toMatchObject({ loggedOut: false });
  });
});

describe('two people at one server', () => {
  test('see what the other one wrote; who is too late keeps the text', async () => {
    await joins(anna, 'Анна');
    await joins(boris, 'Борис');
    await newTicket(anna, 'Принтер');
    await sync(anna);
    expect(await sync(boris)).toMatchObject({ state: 'synced', pending: 0 });
    const [seen] = await boris.json<{ number: string }[]>(['queue']);
    const number = seen?.number ?? '';
    expect(number).toMatch(/^SM-\d+$/);
    await boris.json(['take', number]);
    await sync(boris);
    await anna.json(['take', number]);
    expect(await sync(anna)).toMatchObject({ state: 'discrepancies', discrepancies: 1 });
    const shown = await anna.json<{ assignee: string }>(['show', number]);
    expect(shown.assignee).toBe('Борис');
  });

  test('a store that worked alone brings its history; numbers that are taken change, the old ones still find', async () => {
    await newTicket(boris, 'Моё давнее');
    await joins(anna, 'Анна');
    await newTicket(anna, 'Первое на сервере');
    await sync(anna);
    const { preview } = await joins(boris, 'Борис');
    expect(preview).toMatchObject({ tickets: 1, mapped: ['SM-1'] });
    await sync(boris);
    const rows = await boris.json<{ number: string; subject: string }[]>(['queue']);
    expect(new Map(rows.map(({ number, subject }) => [number, subject]))).toEqual(
      new Map([
        ['SM-1', 'Первое на сервере'],
        ['SM-2', 'Моё давнее'],
      ]),
    );
  });
});

describe('a server that cannot be reached', () => {
  test('exit 4 and a sentence; everything waits, and goes up when it is back', async () => {
    await joins(anna, 'Анна');
    await sync(anna);
    await server.stops();
    await newTicket(anna, 'Без связи');
    const ran = await anna.run(['sync', '--json']);
    expect(ran.code).toBe(4);
    expect(JSON.parse(ran.out)).toMatchObject({ state: 'offline', pending: 1 });
    expect(JSON.parse(ran.err)).toMatchObject({ error: { code: 'server-unreachable' } });
    await server.starts();
    expect(await sync(anna)).toMatchObject({ state: 'synced', pending: 0 });
  });

  test('nobody logs in, and nothing changes', async () => {
    const code = await server.invites('Анна');
    await server.stops();
    const ran = await anna.run(['login', server.url, '--code', code]);
    expect(ran.code).toBe(4);
    expect(ran.err).toContain(server.url);
    expect(await sync(anna)).toMatchObject({ state: 'none' });
  });
});

describe('the code', () => {
  test.each([
    ['standard input', ['--code', '-'], (code: string) => ({ stdin: `${code}\n` })],
    ['standard input without --code', [], (code: string) => ({ stdin: code })],
    ['SMENA_CODE', [], (code: string) => ({ env: { SMENA_CODE: code } })],
  ])('comes by %s as well', async (_, more, how) => {
    const code = await server.invites('Анна');
    expect(await anna.json(['login', server.url, ...more], how(code))).toMatchObject({
      person: 'Анна',
      spaces: ['desk', 'main'],
    });
  });

  test('lets in once, and a wrong one says what to do', async () => {
    const code = await server.invites('Анна');
    await anna.json(['login', server.url, '--code', code]);
    for (const used of [code, 'AAAAA-AAAAA', 'x']) {
      const ran = await boris.run(['login', server.url, '--code', used, '--json']);
      expect(ran.code).toBe(1);
      expect(JSON.parse(ran.err)).toMatchObject({ error: { code: 'login-code-wrong' } });
    }
  });
});

describe('who may not', () => {
  async function refusal(machine: Machine, line: readonly string[]): Promise<string> {
    const ran = await machine.run([...line, '--json']);
    expect(ran.code).not.toBe(0);
    return (JSON.parse(ran.err) as { error: { code: string } }).error.code;
  }

  test('a demo store does not join', async () => {
    await anna.json(['demo', '--tickets', '3']);
    const code = await server.invites('Анна');
    expect(await refusal(anna, ['login', server.url, '--code', code])).toBe('login-demo');
  });

  test('another person does not take a store over; the same one goes on', async () => {
    await joins(anna, 'Анна');
    await newTicket(anna, 'Ждёт');
    const stranger = await server.invites('Борис');
    expect(await refusal(anna, ['login', server.url, '--code', stranger])).toBe(
      'login-other-person',
    );
    await sync(anna);
    await joins(anna, 'Анна');
    const devices = await server.json<{ person: string; revokedAt: string | null }[]>([
      'server',
      'devices',
    ]);
    const open = devices.filter((one) => one.person === 'Анна' && one.revokedAt === null);
    expect(open, 'the access that was replaced is over').toHaveLength(1);
    await anna.json(['logout']);
    await newTicket(anna, 'Тем временем');
    await joins(anna, 'Анна');
    const { err } = await anna.run(['sync']);
    expect(err).not.toContain('копи');
    expect(await sync(anna)).toMatchObject({ state: 'synced', pending: 0 });
  });

  test('--as is for stores without a server', async () => {
    await joins(anna, 'Анна');
    expect(await refusal(anna, ['queue', '--as', 'Борис'])).toBe('as-on-server');
  });

  test('a token does not travel in the open, and is read by nobody else', async () => {
    const far = ['login', 'http://smena.example.org', '--code', 'AAAAA-AAAAA'];
    expect(await refusal(anna, far)).toBe('server-address-open');
    await joins(anna, 'Анна');
    const path = join(anna.folder, 'server-token');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    chmodSync(path, 0o644);
    expect(await refusal(anna, ['sync'])).toBe('token-file-open');
  });

  test('a revoked device learns it, and everything stays', async () => {
    await joins(anna, 'Анна');
    await sync(anna);
    await newTicket(anna, 'После отзыва');
    await server.json(['server', 'revoke', 'Анна']);
    const ran = await anna.run(['sync', '--json']);
    expect(ran.code).toBe(3);
    expect(JSON.parse(ran.out)).toMatchObject({ state: 'revoked', pending: 1 });
    const rows = await anna.json<{ subject: string }[]>(['queue']);
    expect(rows.map(({ subject }) => subject)).toEqual(['После отзыва']);
  });
});

describe('logout', () => {
  test('gives the access back and keeps what waits', async () => {
    await joins(anna, 'Анна');
    await sync(anna);
    await newTicket(anna, 'Ждёт');
    const out = await anna.json(['logout']);
    expect(out).toMatchObject({ loggedOut: true, revoked: true, waiting: 1 });
    expect(existsSync(join(anna.folder, 'server-token'))).toBe(false);
    expect(await sync(anna)).toMatchObject({ state: 'none', pending: 1 });
  });

  test('--wipe removes the store once what was not sent is on the disk', async () => {
    await joins(anna, 'Анна');
    await sync(anna);
    await newTicket(anna, 'Ждёт');
    const path = join(boris.folder, 'rest.jsonl');
    await anna.json(['logout', '--wipe', path]);
    expect(readFileSync(path, 'utf8')).toContain('Ждёт');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(existsSync(join(anna.folder, 'smena.db'))).toBe(false);
    const again = await anna.run(['logout', '--wipe', path, '--json']);
    expect(JSON.parse(again.err)).toMatchObject({ error: { code: 'wipe-path-exists' } });
  });
});
