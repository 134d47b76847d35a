import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type HttpTransport,
  openHttpTransport,
} from '../../../../src/app/sync/http/http-transport.ts';
import { httpPaths, OFFSET_HEADER } from '../../../../src/protocol/http-paths.ts';

type Serve = (request: IncomingMessage, response: ServerResponse) => void;

let http: Server;
let serve: Serve;
let folder: string;
let transport: HttpTransport;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'smena-http-'));
  http = createServer((request, response) => serve(request, response));
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
  const address = http.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const url = `http://127.0.0.1:${port}`;
  transport = openHttpTransport({ url, token: 'smena_pat_x', pinned: null, version: '1.2.3' });
});

afterEach(async () => {
  await transport.close();
  http.closeAllConnections();
  http.close();
  rmSync(folder, { recursive: true, force: true });
});

function answers(body: string | Buffer, headers: Record<string, string> = {}, status = 200): Serve {
  return (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(body);
  };
}

const page = { space: 'main', from: 0, rows: [], next: 0, chain: '', head: 0 };
const pulled = { epoch: 'e', time: 1, scope: { version: '1', spaces: [] }, pages: [page] };

describe('an answer is used only when it is what it has to be', () => {
  test.each([
    ['in plain', JSON.stringify(pulled), {}],
    ['packed by gzip', gzipSync(JSON.stringify(pulled)), { 'content-encoding': 'gzip' }],
    ['packed by zstd', zstdCompressSync(JSON.stringify(pulled)), { 'content-encoding': 'zstd' }],
    ['with fields of a newer server', JSON.stringify({ ...pulled, novelty: { a: 1 } }), {}],
  ])('%s it is', async (_, body, headers: Record<string, string>) => {
    serve = answers(body, headers);
    expect(await transport.pull([], 10)).toMatchObject({ ok: true, value: pulled });
  });

  test.each<[string, unknown]>([
    ['a list', []],
    ['null', null],
    ['a text', 'ok'],
    ['without an epoch', { ...pulled, epoch: undefined }],
    ['a number for a text', { ...pulled, epoch: 7 }],
    ['a negative place', { ...pulled, pages: [{ ...page, from: -1 }] }],
    ['half a place', { ...pulled, pages: [{ ...page, next: 0.5 }] }],
    ['rows that are none', { ...pulled, pages: [{ ...page, rows: [1] }] }],
    ['a row without a body', { ...pulled, pages: [{ ...page, rows: [{ seq: 1 }] }] }],
  ])('%s is refused', async (_, answer) => {
    serve = answers(JSON.stringify(answer));
    const reply = await transport.pull([], 10);
    expect(reply).toMatchObject({ ok: false, problem: { kind: 'offline' } });
    expect(JSON.stringify(reply)).toContain('bad-answer');
  });

  test.each<[string, string | Buffer, Record<string, string>]>([
    ['HTML of a hotel', '<html>Welcome</html>', { 'content-type': 'text/html' }],
    ['broken UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), {}],
    ['half of a document', '{"epoch": "e", "time"', {}],
    ['deeper than any', '['.repeat(200_000), {}],
    ['a packing that is none', 'x', { 'content-encoding': 'zstd' }],
    ['an unknown packing', 'x', { 'content-encoding': 'br' }],
  ])('%s is refused', async (_, body, headers) => {
    serve = answers(body, headers);
    expect(await transport.pull([], 10)).toMatchObject({ ok: false, problem: { kind: 'offline' } });
  });

  test('a bomb is put down before it goes off', async () => {
    serve = answers(zstdCompressSync(Buffer.alloc(512 * 1024 * 1024)), {
      'content-encoding': 'zstd',
    });
    const reply = await transport.pull([], 10);
    expect(reply).toEqual({ ok: false, problem: { kind: 'offline', reason: 'answer-too-long' } });
  });

  test('an endless answer ends', async () => {
    serve = (_, response) => {
      response.writeHead(200);
      const chunk = Buffer.alloc(65_536, 0x20);
      const more = () => {
        while (!response.destroyed && response.write(chunk));
        if (!response.destroyed) response.once('drain', more);
      };
      more();
    };
    expect(await transport.numbers(['SM-1'])).toEqual({
      ok: false,
      problem: { kind: 'offline', reason: 'answer-too-long' },
    });
  });

  test('we are sent nowhere else', async () => {
    const asked: string[] = [];
    serve = (request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(302, { location: '/elsewhere' }).end();
    };
    const reply = await transport.pull([], 10);
    expect(reply).toEqual({ ok: false, problem: { kind: 'offline', reason: 'redirect' } });
    expect(asked).toEqual([httpPaths.pull]);
  });

  test('a connection that is cut in the middle is no answer', async () => {
    serve = (_, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('{"epoch":');
      setTimeout(() => response.destroy(), 10);
    };
    expect(await transport.pull([], 10)).toMatchObject({ ok: false, problem: { kind: 'offline' } });
  });
});

describe('a refusal', () => {
  test('comes with its code, its numbers and the pause that is asked for', async () => {
    const error = { code: 'cseq-gap', message: 'x', params: { expected: 7 } };
    serve = answers(JSON.stringify({ error }), { 'retry-after': '3' }, 409);
    expect(await transport.pull([], 10)).toEqual({
      ok: false,
      problem: {
        kind: 'refused',
        status: 409,
        code: 'cseq-gap',
        params: { expected: 7 },
        retryAfterMs: 3000,
      },
    });
  });

  test('of a proxy in front is a server that is busy', async () => {
    serve = answers('<html>Bad Gateway</html>', {}, 502);
    expect(await transport.pull([], 10)).toMatchObject({ problem: { code: 'busy', status: 502 } });
  });

  test('with a code that nobody knows is no answer', async () => {
    serve = answers(JSON.stringify({ error: { code: 'drop-everything', message: '' } }), {}, 401);
    expect(await transport.pull([], 10)).toMatchObject({ problem: { kind: 'offline' } });
  });
});

describe('a file', () => {
  const bytes = randomBytes(300_000);
  const hash = createHash('sha256').update(bytes).digest('hex');

  test('comes whole over a line that is cut again and again', async () => {
    let requests = 0;
    serve = (request, response) => {
      requests += 1;
      const from = Number(/bytes=(\d+)/.exec(request.headers.range ?? '')?.[1] ?? 0);
      const length = bytes.length - from;
      const range = `bytes ${from}-${bytes.length - 1}/${bytes.length}`;
      response.writeHead(206, { 'content-length': String(length), 'content-range': range });
      response.write(bytes.subarray(from, from + 50_000));
      setTimeout(() => (length <= 50_000 ? response.end() : response.destroy()), 20);
    };
    const path = join(folder, 'got');
    expect(await transport.fetchBlob({ ticketId: 't-1', hash }, path)).toEqual({
      ok: true,
      value: true,
    });
    expect(readFileSync(path).equals(bytes)).toBe(true);
    expect(requests).toBeGreaterThan(3);
  });

  test('that never gets longer is given up', async () => {
    serve = (_, response) => response.writeHead(206, { 'content-range': 'bytes 0-0/1000' }).end();
    const reply = await transport.fetchBlob({ ticketId: 't-1', hash }, join(folder, 'got'));
    expect(reply).toMatchObject({ ok: false, problem: { kind: 'offline' } });
  });

  test('that is longer than was promised is given up', async () => {
    serve = (_, response) => response.writeHead(200).end(Buffer.alloc(100_000));
    const info = {
      space: 'main',
      id: hash,
      seq: 1,
      chain: '',
      form: 1,
      epoch: 'e',
      bytes: 1000,
      rawBytes: 1,
    };
    const reply = await transport.fetchSnapshot(info, join(folder, 'got'));
    expect(reply).toMatchObject({ ok: false, problem: { kind: 'offline' } });
  });

  test('goes up in parts, behind what is there already', async () => {
    const path = join(folder, 'own');
    const large = randomBytes(9 * 1024 * 1024);
    writeFileSync(path, large);
    let there = Buffer.alloc(0);
    let cuts = 2;
    serve = (request, response) => {
      if (request.method === 'HEAD') {
        const isWhole = there.length === large.length;
        response.writeHead(isWhole ? 200 : 404, { [OFFSET_HEADER]: String(there.length) }).end();
        return;
      }
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        there = Buffer.concat([there, ...parts]);
        cuts -= 1;
        // The part was taken, and nobody hears of it.
        if (cuts > 0) response.destroy();
        else
          response.end(
            JSON.stringify({ received: there.length, isWhole: there.length === large.length }),
          );
      });
    };
    expect(await transport.sendBlob(hash, path)).toEqual({ ok: true, value: true });
    expect(there.equals(large)).toBe(true);
    expect(existsSync(path)).toBe(true);
  });
});

describe('the live stream', () => {
  test('is heard however its bytes are cut; what is no event is passed over', async () => {
    serve = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      const said = [
        ': hello\n\n',
        'data: {"type":"head","space":"main","head":7}\n\n',
        'data: {"type":"head","space":7}\n\n',
        'data: {"type":"novelty"}\n\ndata: not json\n\n',
        'data: {"type":"bye"}\n\n',
      ].join('');
      for (const letter of said) response.write(letter);
      response.end();
    };
    const heard: unknown[] = [];
    const end = new AbortController();
    await transport.live([], (event) => heard.push(event), end.signal);
    expect(heard).toEqual([{ type: 'head', space: 'main', head: 7 }, { type: 'bye' }]);
  });

  test('where no stream comes through, questions do', async () => {
    const end = new AbortController();
    serve = (request, response) => {
      if (request.url === httpPaths.live) response.destroy();
      else response.end(JSON.stringify({ heads: [{ space: 'main', head: 9 }] }));
    };
    const heard: unknown[] = [];
    await transport.live(
      [{ space: 'main', seq: 7, chain: '' }],
      (event) => {
        heard.push(event);
        end.abort();
      },
      end.signal,
    );
    expect(heard).toEqual([{ type: 'head', space: 'main', head: 9 }]);
  });
});
