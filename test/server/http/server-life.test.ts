import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { request } from 'node:https';
import { join } from 'node:path';
import { type ConnectionOptions, connect } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { UserError } from '../../../src/util/user-error.ts';
import { HttpDesk } from './http-desk.ts';

const desks: HttpDesk[] = [];
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close();
});

async function start(...options: Parameters<typeof HttpDesk.start>): Promise<HttpDesk> {
  const desk = await HttpDesk.start(...options);
  desks.push(desk);
  return desk;
}

/** The code of what a start is refused with. */
async function refusal(...options: Parameters<typeof HttpDesk.start>): Promise<string> {
  try {
    await start(...options);
    return 'none';
  } catch (error) {
    if (error instanceof UserError) return error.code;
    throw error;
  }
}

function certificate(folder: string) {
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  const subject = ['-subj', '/CN=localhost', '-days', '2', '-keyout', key, '-out', cert];
  const how = [
    'req',
    '-x509',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:prime256v1',
    '-nodes',
  ];
  execFileSync('openssl', [...how, ...subject], { stdio: 'ignore' });
  return { cert, key };
}

describe('where it listens', () => {
  it.each(['0.0.0.0:0', '[::]:0', '192.0.2.1:0'])(
    'refuses %s without TLS and without a proxy',
    async (listen) => {
      expect(await refusal({ listen })).toBe('serve-open-address');
    },
  );

  it.each(['nonsense', '127.0.0.1', '127.0.0.1:99999', 'http://127.0.0.1:1', ''])(
    'knows that «%s» is no address',
    async (listen) => {
      expect(await refusal({ listen })).toBe('serve-address-wrong');
    },
  );

  it.each([
    'everybody',
    '10.0.0.0/40',
    '10.0.0/8',
    '0.0.0.0/0',
    '::/0',
    '10.0.0.0/08',
    '::1/200',
    '',
  ])('knows that «%s» is no proxy', async (behindProxy) => {
    expect(await refusal({ behindProxy })).toBe('serve-proxy-wrong');
  });

  it('says so when the address is taken, and leaves nothing open', async () => {
    const first = await start();
    expect(await refusal({ listen: new URL(first.url).host })).toBe('serve-address-taken');
  });

  it('serves one folder once', async () => {
    const first = await start();
    expect(await refusal({ dataFolder: first.folder })).toBe('server-runs');
    await first.stop();
    await first.serve();
  });
});

describe('behind a proxy', () => {
  it('believes the last address that no proxy of ours has, read from the right', async () => {
    const desk = await start({ listen: '0.0.0.0:0', behindProxy: '127.0.0.1,10.0.0.0/8' });
    const at = desk.url.replace('0.0.0.0', '127.0.0.1');
    const forged = { 'x-forwarded-for': '1.2.3.4, 203.0.113.9, 10.1.1.1' };
    await fetch(`${at}/healthz`, { headers: forged });
    await expect.poll(() => desk.log.join('')).toContain('"address":"203.0.113.9"');
    expect(desk.log.join('')).not.toContain('1.2.3.4');
  });

  it('believes nobody when no proxy is named', async () => {
    const desk = await start();
    await desk.call('GET', '/healthz', { headers: { 'x-forwarded-for': '203.0.113.9' } });
    await expect.poll(() => desk.log.join('')).toContain('"address":"127.0.0.1"');
    expect(desk.log.join('')).not.toContain('203.0.113.9');
  });

  it('keeps its counts from others: they need the token of an admin', async () => {
    const desk = await start({ behindProxy: '127.0.0.1' });
    const [admin, other] = [await desk.token('Вера', 'admin'), await desk.token('Анна')];
    const headers = { 'x-forwarded-for': '203.0.113.9' };
    const ask = async (token?: string) => {
      return (await desk.call('GET', '/metrics', { token, headers })).status;
    };
    expect([await ask(), await ask(other), await ask(admin)]).toEqual([403, 403, 200]);
  });
});

describe('with TLS', () => {
  it('shows the fingerprint to pin, asks for HTTPS from now on, and speaks nothing older than 1.2', async () => {
    const before = await start();
    const desk = await start({ tls: certificate(before.folder) });
    expect(desk.url).toMatch(/^https:/);
    expect(desk.fingerprint).toMatch(/^(?:[0-9A-F]{2}:){31}[0-9A-F]{2}$/);
    const { port } = new URL(desk.url);
    const answer = await new Promise<{ hsts: unknown; seen: string }>((resolve, reject) => {
      const asked = { host: '127.0.0.1', port, path: '/healthz', rejectUnauthorized: false };
      request(asked, (response) => {
        const seen = connectedTo(response.socket);
        resolve({ hsts: response.headers['strict-transport-security'], seen });
        response.resume();
      })
        .on('error', reject)
        .end();
    });
    expect(answer).toEqual({ hsts: 'max-age=31536000', seen: desk.fingerprint });
    const old = { host: '127.0.0.1', port: Number(port), rejectUnauthorized: false };
    await expect(
      handshake({ ...old, maxVersion: 'TLSv1.1', minVersion: 'TLSv1' }),
    ).rejects.toThrow();
    await expect(handshake(old)).resolves.toMatch(/TLSv1\.[23]/);
  });

  it('refuses files that are no pair', async () => {
    const desk = await start();
    const { cert } = certificate(desk.folder);
    expect(await refusal({ tls: { cert, key: cert } })).toBe('serve-tls-wrong');
    expect(await refusal({ tls: { cert: '/nowhere', key: cert } })).toBe('file-not-readable');
  });
});

function connectedTo(socket: object): string {
  return 'getPeerCertificate' in socket && typeof socket.getPeerCertificate === 'function'
    ? socket.getPeerCertificate().fingerprint256
    : '';
}

function handshake(options: ConnectionOptions): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(options, () => {
      resolve(String(socket.getProtocol()));
      socket.end();
    });
    socket.on('error', reject);
  });
}

describe('what it says of itself', () => {
  it('never logs a token, a code or what somebody wrote', async () => {
    const desk = await start();
    const code = await desk.code('Анна');
    const { body } = await desk.call('POST', '/v1/enrol', { json: { code, device: 'тайное-имя' } });
    const token = String(body['token']);
    await desk.register(token, 'Пароль администратора hunter2');
    await desk.call('GET', '/v1/tickets?q=hunter2', { token });
    await desk.call('GET', `/v1/tickets/hunter2`, { token });
    await desk.call('POST', '/v1/push', { token, json: { secret: 'hunter2' } });
    await desk.call('GET', `/${token}`, {});
    await desk.stop();
    const log = desk.log.join('');
    for (const secret of [token, code, 'hunter2', 'тайное-имя']) expect(log).not.toContain(secret);
    for (const line of desk.log)
      expect(JSON.parse(line)).toMatchObject({ level: expect.any(String) });
  });

  it('answers whether it lives and whether its store does, and counts', async () => {
    const desk = await start();
    const token = await desk.token('Анна');
    await desk.register(token, 'Принтер');
    expect((await desk.call('GET', '/healthz')).body).toEqual({ status: 'ok' });
    expect((await desk.call('GET', '/readyz')).body).toEqual({ status: 'ok' });
    const { text, headers } = await desk.call('GET', '/metrics');
    expect(headers.get('content-type')).toContain('text/plain');
    expect(text).toMatch(/^smena_requests_total\{route="POST \/v1\/commands",status="200"\} 1$/m);
    expect(text).toMatch(/^smena_push_ops_total\{outcome="applied"\} 1$/m);
    expect(text).toMatch(/^smena_head\{space="main"\} 1$/m);
    expect(text).toMatch(/^smena_store_up 1$/m);
    expect(text).toMatch(/^smena_resident_bytes \d+$/m);
    const odd = text
      .split('\n')
      .filter((line) => !/^(?:#.*|\w+(?:\{.*\})? [\d.e+-]+)?$/.test(line));
    expect(odd).toEqual([]);
  });

  it('keeps its store and its files to its own user', async () => {
    const desk = await start();
    expect(statSync(join(desk.folder, 'server/server.db')).mode & 0o777).toBe(0o600);
    expect(statSync(join(desk.folder, 'server')).mode & 0o777).toBe(0o700);
  });

  it('sends an old client away in words, and lets it in when it is new enough', async () => {
    const desk = await start();
    const token = await desk.token('Анна');
    await (await desk.console()).minClient('0.4.0');
    const ask = (version: string) => {
      return desk.call('GET', '/v1/me', { token, headers: { 'smena-client': version } });
    };
    const old = await ask('0.3.9');
    expect([old.status, old.body.error]).toMatchObject([426, { code: 'client-too-old' }]);
    expect((await ask('0.4.0')).status).toBe(200);
    await (await desk.console()).minClient('any');
    expect((await ask('0.1.0')).status).toBe(200);
  });
});

it('ends what is under way before it ends', async () => {
  const desk = await start();
  const token = await desk.token('Анна');
  const asked = Array.from({ length: 20 }, (_, n) => desk.register(token, `Обращение ${n}`));
  await expect.poll(() => desk.log.length).toBeGreaterThan(2);
  const stopped = desk.stop();
  const answers = await Promise.allSettled(asked);
  await stopped;
  const applied = answers.filter(({ status, ...rest }) => {
    return status === 'fulfilled' && 'value' in rest && rest.value.status === 200;
  });
  await desk.serve();
  const { body } = await desk.call('GET', '/v1/tickets?limit=200', { token });
  const items: unknown[] = body['items'] ?? [];
  expect(items.length).toBeGreaterThanOrEqual(applied.length);
});
