import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { usualLimits, usualTimes } from '../../../src/server/http/http-parts.ts';
import { HttpDesk } from './http-desk.ts';

let desk: HttpDesk;
let token: string;
beforeAll(async () => {
  desk = await HttpDesk.start({ times: { ...usualTimes, headers: 300, request: 600 } });
  token = await desk.token('Анна');
});
afterAll(() => desk.close());

const json = { 'content-type': 'application/json' };

function push(
  body: NonNullable<RequestInit['body']>,
  headers: Readonly<Record<string, string>> = {},
) {
  return desk.call('POST', '/v1/push', { token, body, headers: { ...json, ...headers } });
}

const asked = JSON.stringify({ clientId: 'c', epoch: null, schema: 1, sentAt: 1, ops: [] });

describe('the body of a request', () => {
  it('of more than 1 MiB is refused before it is read', async () => {
    const { status, body } = await push(`{"x":"${'a'.repeat(1_100_000)}"}`);
    expect([status, body.error?.code]).toEqual([413, 'too-large']);
  });

  it('may be packed by gzip or zstd', async () => {
    expect((await push(gzipSync(asked), { 'content-encoding': 'gzip' })).status).toBe(200);
    expect((await push(zstdCompressSync(asked), { 'content-encoding': 'zstd' })).status).toBe(200);
  });

  it('that grows a hundredfold or past its cap is not unpacked to the end', async () => {
    const bomb = gzipSync(Buffer.alloc(8_000_000, 0x20));
    expect((await push(bomb, { 'content-encoding': 'gzip' })).status).toBe(413);
    const zstd = zstdCompressSync(Buffer.alloc(8_000_000, 0x20));
    expect((await push(zstd, { 'content-encoding': 'zstd' })).status).toBe(413);
  });

  it.each([
    ['cut short', gzipSync(asked).subarray(0, 20), 400],
    ['no gzip at all', Buffer.from(asked), 400],
  ])('%s is refused', async (_, bytes, status) => {
    expect((await push(bytes, { 'content-encoding': 'gzip' })).status).toBe(status);
  });

  it('in a packing or a type that nobody agreed on is refused', async () => {
    expect((await push(asked, { 'content-encoding': 'br' })).status).toBe(415);
    expect((await push(asked, { 'content-type': 'text/xml' })).status).toBe(415);
  });

  it.each([
    ['too deep', '['.repeat(65) + ']'.repeat(65)],
    ['with too many keys', `{${Array.from({ length: 10_001 }, (_, n) => `"k${n}":0`).join()}}`],
    ['with __proto__', '{"__proto__":{"isAdmin":true}}'],
    ['with an escaped __proto__', '{"\\u005f_proto__":{"isAdmin":true}}'],
    ['with constructor', '{"a":{"constructor":{"prototype":{}}}}'],
    ['that is not JSON', '{"clientId":'],
    ['that is not UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x22])],
    ['of another form', '{"clientId":7,"ops":"all"}'],
    ['with more than it may have', `{"isAdmin":true,${asked.slice(1)}`],
    ['that is empty', ''],
  ])('%s is a bad request', async (_, body) => {
    const answer = await push(body);
    expect([answer.status, answer.body.error?.code]).toEqual([400, 'bad-request']);
  });

  it('may bring five hundred operations with all that belongs to them', async () => {
    const effects = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`поле${n}`, 'x']));
    const op = { opId: 'o', payload: { type: 'fill-details', values: effects } };
    const ops = Array.from({ length: 500 }, () => op);
    const answer = await push(JSON.stringify({ ...JSON.parse(asked), ops }));
    // Each of them lacks what every operation has: they were looked at.
    expect(answer.body.error).toMatchObject({
      params: { detail: expect.stringContaining('ops/0') },
    });
  });

  it('may say constructor in a text', async () => {
    const answer = await desk.register(token, 'Object.prototype.__proto__ и constructor');
    expect(answer.status).toBe(200);
  });
});

it('a token in the address is nobody’s token', async () => {
  expect((await desk.call('GET', `/v1/me?token=${token}`)).status).toBe(401);
  expect((await desk.call('GET', '/v1/me', { headers: { cookie: `token=${token}` } })).status).toBe(
    401,
  );
});

describe('a slow client', () => {
  function drip(first: string): Promise<string> {
    return new Promise((resolve) => {
      const socket = connect(Number(new URL(desk.url).port), '127.0.0.1');
      let got = '';
      socket.on('data', (chunk) => {
        got += chunk.toString();
      });
      socket.on('close', () => resolve(got));
      socket.on('error', () => resolve(got));
      socket.write(first);
    });
  }

  it('that never ends its headers is cut', async () => {
    expect(await drip('GET /v1/me HTTP/1.1\r\nHost: x\r\nX-Slow: ')).toMatch(/^HTTP\/1.1 408|^$/);
  });

  it('that never ends its body is cut', async () => {
    const head = 'POST /v1/enrol HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';
    expect(await drip(`${head}Content-Length: 50\r\n\r\n{"code"`)).toMatch(/^HTTP\/1.1 408|^$/);
  });

  it('with endless headers is cut', async () => {
    const answer = await drip(`GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1.1 431/);
  });

  it.each([
    ['/v1/tickets/%ff', 400, 'bad-request'],
    [`/v1/tickets/${'a'.repeat(1000)}`, 414, 'too-large'],
  ])('that asks for %s hears it in the form of every problem', async (path, status, code) => {
    const answer = await desk.call('GET', path, { token });
    expect([answer.status, answer.body.error?.code]).toEqual([status, code]);
  });

  it('that speaks something else than HTTP is told so in the form of every problem', async () => {
    const answer = await drip('\u0016\u0003\u0001 hello\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1.1 400 [\s\S]*\{"error":\{"code":"bad-request"/);
  });
});

describe('how often', () => {
  it('a code can be tried only so often from one address', async () => {
    const strict = await HttpDesk.start({ limits: { ...usualLimits, strangers: 3 } });
    const tries = [];
    for (let n = 0; n < 5; n += 1) {
      const body = { json: { code: 'ABCDE-FGHJK', device: 'x' } };
      tries.push(await strict.call('POST', '/v1/enrol', body));
    }
    expect(tries.map(({ status }) => status)).toEqual([403, 403, 403, 429, 429]);
    expect(Number(tries.at(-1)?.headers.get('retry-after'))).toBeGreaterThan(0);
    await strict.close();
  });

  it('a token asks only so often; another one is not in its way', async () => {
    const strict = await HttpDesk.start({ limits: { ...usualLimits, perToken: 3 } });
    const [anna, boris] = [await strict.token('Анна'), await strict.token('Борис')];
    const statuses = [];
    for (let n = 0; n < 4; n += 1) {
      statuses.push((await strict.call('GET', '/v1/me', { token: anna })).status);
    }
    expect(statuses).toEqual([200, 200, 200, 429]);
    expect((await strict.call('GET', '/v1/me', { token: boris })).status).toBe(200);
    await strict.close();
  });

  it('an address asks only so often', async () => {
    const strict = await HttpDesk.start({ limits: { ...usualLimits, perAddress: 2 } });
    const statuses = [];
    for (let n = 0; n < 3; n += 1) statuses.push((await strict.call('GET', '/healthz')).status);
    expect(statuses).toEqual([200, 200, 429]);
    await strict.close();
  });
});

describe('a file', () => {
  const bytes = Buffer.from('снимок экрана'.repeat(1000));
  it('goes up in parts, goes on after a cut, and counts when its hash is right', async () => {
    const name = createHash('sha256').update(bytes).digest('hex');
    const path = `/v1/blobs/${name}`;
    const part = (offset: number, data: Buffer) =>
      desk.call('PUT', path, {
        token,
        body: new Uint8Array(data),
        headers: {
          'content-type': 'application/octet-stream',
          'upload-offset': String(offset),
          'upload-length': String(bytes.length),
        },
      });
    expect((await part(0, bytes.subarray(0, 5000))).body).toEqual({
      received: 5000,
      isWhole: false,
    });
    const wrong = await part(7000, bytes.subarray(7000));
    expect([wrong.status, wrong.body.error]).toMatchObject([409, { params: { expected: 5000 } }]);
    const asking = await desk.call('HEAD', path, { token });
    expect([asking.status, asking.headers.get('upload-offset')]).toEqual([404, '5000']);
    expect((await part(5000, bytes.subarray(5000))).body).toMatchObject({ isWhole: true });
    expect((await desk.call('HEAD', path, { token })).status).toBe(200);
    const ticket = await desk.register(token, 'Со снимком');
    const entityId: unknown = ticket.body['entityId'];
    const attachments = [{ hash: name, name: 'снимок.png', mime: 'image/png', size: bytes.length }];
    const said = { text: 'Вот он', contactId: null, contactName: 'Ольга', messageId: null };
    const payload = { type: 'receive', ...said, attachments, isAutomatic: false, at: Date.now() };
    const json = { entityType: 'ticket', entityId, payload };
    expect((await desk.call('POST', '/v1/commands', { token, json })).status).toBe(200);
    const file = `/v1/tickets/${String(entityId)}/files/${name}`;
    const tail = await desk.call('GET', file, { token, headers: { range: 'bytes=5000-' } });
    expect([tail.status, tail.headers.get('content-range')]).toEqual([
      206,
      `bytes 5000-${bytes.length - 1}/${bytes.length}`,
    ]);
    expect((await desk.call('GET', path, { token })).status).toBe(404);
    const other = await desk.register(token, 'Без снимка');
    const foreign = `/v1/tickets/${String(other.body['entityId'])}/files/${name}`;
    expect((await desk.call('GET', foreign, { token })).status).toBe(404);
    await (await desk.console()).spaces.make('night', 'Ночь');
    await (await desk.console()).spaces.move(String(entityId), 'night');
    expect((await desk.call('GET', file, { token })).status).toBe(404);
  });

  it('of more than 25 MiB, or under a name that is no hash, is refused', async () => {
    const headers = {
      'content-type': 'application/octet-stream',
      'upload-offset': '0',
      'upload-length': String(26 * 1024 * 1024),
    };
    const path = `/v1/blobs/${'b'.repeat(64)}`;
    const large = await desk.call('PUT', path, { token, body: 'x', headers });
    expect([large.status, large.body.error?.code]).toEqual([413, 'too-large']);
    const named = await desk.call('HEAD', '/v1/blobs/..%2f..%2fserver.db', { token });
    expect(named.status).toBe(400);
  });
});
