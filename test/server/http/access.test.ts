import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Role, roles } from '../../../src/domain/vocabulary.ts';
import { HttpDesk } from './http-desk.ts';

const everybody = new Set<Role>(roles);
const people = new Set<Role>(roles.filter((role) => role !== 'connector'));
const writers = new Set<Role>(roles.filter((role) => role !== 'read-only'));
const reporters = people.difference(new Set<Role>(['hire']));
const judges = new Set<Role>(['mentor', 'lead', 'team-lead', 'head', 'admin']);
const nothing = 'a'.repeat(64);

/** Every route with who may use it; null: no token is asked for. */
const table: readonly (readonly [string, string, ReadonlySet<Role> | null])[] = [
  ['GET', '/healthz', null],
  ['GET', '/readyz', null],
  ['GET', '/metrics', null],
  ['GET', '/v1/openapi.json', null],
  ['POST', '/v1/enrol', null],
  ['GET', '/v1/me', everybody],
  ['POST', '/v1/push', people],
  ['POST', '/v1/pull', people],
  ['POST', '/v1/wait', people],
  ['POST', '/v1/presence', people],
  ['GET', '/v1/presence', people],
  ['POST', '/v1/numbers', people],
  ['GET', '/v1/live', people],
  ['GET', '/v1/snapshots/nowhere', people],
  ['GET', `/v1/snapshot-files/${nothing}`, people],
  ['HEAD', `/v1/blobs/${nothing}`, writers],
  ['PUT', `/v1/blobs/${nothing}`, writers],
  ['POST', '/v1/commands', writers],
  ['GET', '/v1/tickets', people],
  ['GET', '/v1/tickets/SM-1', people],
  ['GET', `/v1/tickets/SM-1/files/${nothing}`, people],
  ['GET', '/v1/articles/nothing.ru', people],
  ['GET', '/v1/practice', people],
  ['GET', '/v1/practice/nobody', judges],
  ['GET', '/v1/certificates/0123456789', null],
  ['GET', '/v1/shifts', reporters],
  ['GET', '/v1/shifts/nothing', reporters],
  ...['people', 'customers', 'contacts', 'assets', 'articles', 'queues', 'desk'].map(
    (list) => ['GET', `/v1/${list}`, people] as const,
  ),
  // Last: it takes the token its access.
  ['POST', '/v1/logout', everybody],
];

let desk: HttpDesk;
const tokens = new Map<Role, string>();
beforeAll(async () => {
  desk = await HttpDesk.start();
  for (const role of roles) tokens.set(role, await desk.token(`${role} А.`, role));
});
afterAll(() => desk.close());

/** The status alone; a stream is left at once. */
async function statusOf(method: string, path: string, token: string | undefined): Promise<number> {
  const leave = new AbortController();
  const answer = await fetch(desk.url + path, {
    method,
    signal: leave.signal,
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
  });
  leave.abort();
  return answer.status;
}

describe('who may use which route', () => {
  it('the table has every route that there is', async () => {
    const { body } = await desk.call('GET', '/v1/openapi.json');
    const paths: Readonly<Record<string, object>> = body['paths'] ?? {};
    const known = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const written = table.map(([method, path]) => `${method} ${path}`);
    const isWritten = (route: string) => {
      const pattern = new RegExp(`^${route.replace(/\{\w+\}/g, '[^/]+')}$`);
      return written.some((one) => pattern.test(one));
    };
    expect(known.filter((route) => !isWritten(route))).toEqual([]);
    expect(known).toHaveLength(table.length);
  });

  it.each(table)('%s %s', async (method, path, allowed) => {
    const bare = await statusOf(method, path, undefined);
    if (allowed === null) expect([401, 403]).not.toContain(bare);
    else expect(bare).toBe(401);
    for (const role of roles) {
      const status = await statusOf(method, path, tokens.get(role));
      if (allowed === null || allowed.has(role))
        expect([role, [401, 403].includes(status)]).toEqual([role, false]);
      else expect([role, status]).toEqual([role, 403]);
    }
  });
});

describe('a connector', () => {
  it('opens tickets and adds to its own, and to nobody else’s', async () => {
    const token = await desk.token('Мониторинг', 'connector');
    const other = await desk.token('Анна', 'engineer');
    const own = await desk.register(token, 'Диск полон');
    expect(own.body).toMatchObject({ result: { outcome: 'applied' }, entity: null });
    const foreign = await desk.register(other, 'Чужое');
    const note = (id: unknown) => ({
      entityType: 'ticket',
      entityId: id,
      payload: { type: 'note', text: 'Ещё раз' },
    });
    const added = await desk.call('POST', '/v1/commands', {
      token,
      json: note(own.body['entityId']),
    });
    expect(added.status).toBe(200);
    const refused = await desk.call('POST', '/v1/commands', {
      token,
      json: note(foreign.body['entityId']),
    });
    expect([refused.status, refused.body.error?.code]).toEqual([403, 'not-allowed']);
    const close = {
      entityType: 'ticket',
      entityId: own.body['entityId'],
      payload: { type: 'take' },
    };
    expect((await desk.call('POST', '/v1/commands', { token, json: close })).status).toBe(403);
  });
});
