import { isIP } from 'node:net';
import type { Duplex } from 'node:stream';
import { connect } from 'node:tls';
import { UserError } from '../../../util/user-error.ts';
import type { PinnedCertificate } from './http-way.ts';
import { proxyFor, tunnelThrough } from './proxy-tunnel.ts';
import { isLoopback } from './server-address.ts';

/** A certificate as a server shows it, and whether this machine believes it by itself. */
export interface SeenCertificate extends PinnedCertificate {
  readonly isTrusted: boolean;
}

const MOST_MS = 10_000;

/** Looks at the certificate of a server without sending it anything. */
export async function lookAtCertificate(url: string): Promise<SeenCertificate> {
  const target = new URL(url);
  const proxy = isLoopback(target.hostname) ? null : proxyFor(target, process.env);
  const signal = AbortSignal.timeout(MOST_MS);
  try {
    const port = Number(target.port || 443);
    const way = proxy && (await tunnelThrough(proxy, `${target.hostname}:${port}`, signal));
    return await shownBy(target.hostname.replace(/^\[|\]$/g, ''), port, { way, signal });
  } catch (error) {
    throw new UserError('server-unreachable', { address: url, reason: reasonOf(error) });
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'timeout';
  return 'code' in error ? String(error.code) : error.message;
}

interface Way {
  /** Through a proxy; null for a direct one. */
  readonly way: Duplex | null;
  readonly signal: AbortSignal;
}

function shownBy(host: string, port: number, { way, signal }: Way): Promise<SeenCertificate> {
  const { promise, resolve, reject } = Promise.withResolvers<SeenCertificate>();
  const socket = connect({
    ...(way ? { socket: way } : { host, port }),
    servername: isIP(host) === 0 ? host : '',
    minVersion: 'TLSv1.2',
    // Nothing is sent; whether it is believed is decided by whoever reads its fingerprint.
    rejectUnauthorized: false,
  });
  const fail = (error: unknown) => {
    socket.destroy();
    reject(error);
  };
  signal.addEventListener('abort', () => fail(signal.reason), { once: true });
  socket.on('error', fail);
  socket.on('secureConnect', () => {
    const certificate = socket.getPeerX509Certificate();
    const isTrusted = socket.authorized;
    socket.destroy();
    if (!certificate) return fail(new Error('certificate-unknown'));
    resolve({ fingerprint: certificate.fingerprint256, pem: certificate.toString(), isTrusted });
  });
  return promise;
}

/** A fingerprint in its one spelling, however it was copied. */
export function readFingerprint(typed: string): string {
  const digits = typed
    .replace(/^sha256:?/i, '')
    .replace(/[^0-9a-f]/gi, '')
    .toUpperCase();
  if (digits.length !== 64) throw new UserError('fingerprint-unfit', { value: typed });
  return digits.match(/../g)?.join(':') ?? digits;
}
