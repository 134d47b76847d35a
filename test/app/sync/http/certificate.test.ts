import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer as createProxy } from 'node:http';
import { createServer } from 'node:https';
import { connect, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { openHttpTransport } from '../../../../src/app/sync/http/http-transport.ts';
import {
  lookAtCertificate,
  readFingerprint,
} from '../../../../src/app/sync/http/look-at-certificate.ts';
import { proxyFor } from '../../../../src/app/sync/http/proxy-tunnel.ts';

let folder: string;
let pem: string;
let fingerprint: string;
let server: Server;
const open: { close(): unknown }[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'smena-tls-'));
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const how = ['req', '-x509', ...kind, '-days', '2', '-subj', '/CN=smena'];
  execFileSync('openssl', [...how, '-out', cert, '-keyout', key], { stdio: 'ignore' });
  pem = readFileSync(cert, 'utf8');
  fingerprint = new X509Certificate(pem).fingerprint256;
  server = createServer({ cert: pem, key: readFileSync(key) }, (_, response) => {
    response.end(JSON.stringify({ taken: ['SM-1'] }));
  });
  await listening(server);
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

afterEach(async () => {
  vi.unstubAllEnvs();
  for (const thing of open.splice(0)) await thing.close();
});

function listening(one: Server): Promise<void> {
  return new Promise((done) => one.listen(0, '127.0.0.1', done));
}

function portOf(one: Server): number {
  const address = one.address();
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}

function transport(url: string, pinned: string | null) {
  const known = pinned === null ? null : { fingerprint: pinned, pem };
  const made = openHttpTransport({ url, token: 'smena_pat_x', pinned: known, version: '1.2.3' });
  open.push(made);
  return made;
}

const served = { ok: true, value: { taken: ['SM-1'] } };
const stranger = { ok: false, problem: { kind: 'offline', reason: 'certificate-unknown' } };

test('a certificate that nobody vouches for is believed by its fingerprint only', async () => {
  const url = `https://127.0.0.1:${portOf(server)}`;
  expect(await transport(url, null).numbers([])).toEqual(stranger);
  expect(await transport(url, readFingerprint('00'.repeat(32))).numbers([])).toEqual(stranger);
  expect(await transport(url, fingerprint).numbers([])).toEqual(served);
});

test('looking at a certificate tells its fingerprint, in whichever way it is copied', async () => {
  const seen = await lookAtCertificate(`https://127.0.0.1:${portOf(server)}`);
  expect(seen).toMatchObject({ fingerprint, isTrusted: false });
  expect(readFingerprint(`SHA256:${fingerprint.toLowerCase().replaceAll(':', '')}`)).toBe(
    fingerprint,
  );
});

/** A proxy that leads everything to the server; `asked` is what it was asked for. */
async function proxyTo(asked: string[], status = '200 OK'): Promise<string> {
  const proxy = createProxy();
  proxy.on('connect', (request, near) => {
    asked.push(`${request.url} ${request.headers['proxy-authorization'] ?? ''}`.trim());
    const far = connect(portOf(server), '127.0.0.1', () => {
      near.write(`HTTP/1.1 ${status}\r\n\r\n`);
      near.pipe(far).pipe(near);
    });
    for (const end of [near, far]) end.on('error', () => far.destroy());
  });
  await listening(proxy);
  open.push(proxy);
  return `127.0.0.1:${portOf(proxy)}`;
}

test('through a proxy of the company the pin holds as well', async () => {
  const asked: string[] = [];
  vi.stubEnv('HTTPS_PROXY', `http://${await proxyTo(asked)}`);
  expect(await transport('https://smena.test', fingerprint).numbers([])).toEqual(served);
  expect(await transport('https://smena.test', '00').numbers([])).toEqual(stranger);
  expect(asked[0]).toBe('smena.test:443');
});

test('through a proxy a certificate is looked at as well', async () => {
  const asked: string[] = [];
  vi.stubEnv('HTTPS_PROXY', `http://me:a%20b@${await proxyTo(asked)}`);
  const seen = await lookAtCertificate('https://smena.test');
  expect(seen).toMatchObject({ fingerprint, isTrusted: false });
  expect(asked).toEqual([`smena.test:443 Basic ${Buffer.from('me:a b').toString('base64')}`]);
  vi.stubEnv('HTTPS_PROXY', `http://${await proxyTo(asked, '407 Who are you')}`);
  const refused = lookAtCertificate('https://smena.test');
  await expect(refused).rejects.toMatchObject({ params: { reason: 'proxy-407' } });
});

test.each([
  ['', 'http://proxy:3128/'],
  ['other.org', 'http://proxy:3128/'],
  ['test', null],
  ['.smena.test', null],
  ['a, *.smena.test:8443', null],
  ['smena.test:443', 'http://proxy:3128/'],
  ['*', null],
])('NO_PROXY=%s', (no, proxy) => {
  const env = { HTTPS_PROXY: 'http://proxy:3128', NO_PROXY: no };
  expect(proxyFor(new URL('https://smena.test:8443'), env)?.href ?? null).toBe(proxy);
});
