import type { Readable } from 'node:stream';
import { Agent, type Dispatcher, EnvHttpProxyAgent } from 'undici';
import { CLIENT_HEADER } from '../../../protocol/http-paths.ts';
import { isLoopback } from './server-address.ts';

/** A certificate that was looked at once and is the only one believed from then on. */
export interface PinnedCertificate {
  /** SHA-256, `AB:CD:…`. */
  readonly fingerprint: string;
  readonly pem: string;
}

/** Where a server is and who asks. */
export interface HttpAddress {
  /** Without a slash at its end. */
  readonly url: string;
  /** Null where none is needed: redeeming a code. */
  readonly token: string | null;
  /** Asked before each request where another process may log in again meanwhile. */
  readonly tokenNow?: (() => string | null) | undefined;
  readonly pinned: PinnedCertificate | null;
  /** Of this program. */
  readonly version: string;
}

export interface HttpRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Silence of the server for so long ends it. */
  readonly idleMs?: number;
  readonly signal?: AbortSignal;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readable;
}

const CONNECT_MS = 10_000;
const IDLE_MS = 20_000;

/** The certificate is not the one that was looked at when this device was let in. */
export class ForeignCertificateError extends Error {}

/** Requests to one server, through the proxy of the surroundings when there is one. */
export class HttpWay {
  readonly #address: HttpAddress;
  readonly #dispatcher: Dispatcher;
  readonly #origin: string;
  readonly #prefix: string;

  constructor(address: HttpAddress) {
    const { origin, pathname, hostname } = new URL(address.url);
    this.#address = address;
    this.#origin = origin;
    this.#prefix = pathname.replace(/\/$/, '');
    const tls = tlsOf(address.pinned);
    const options = { connect: { timeout: CONNECT_MS, ...tls }, requestTls: tls };
    this.#dispatcher = isLoopback(hostname) ? new Agent(options) : new EnvHttpProxyAgent(options);
  }

  /** Sends a request; redirects are answers like any other. Rejects when no answer comes. */
  async send(request: HttpRequest): Promise<HttpAnswer> {
    const { version, tokenNow } = this.#address;
    const token = tokenNow ? tokenNow() : this.#address.token;
    const idleMs = request.idleMs ?? IDLE_MS;
    const answer = await this.#dispatcher.request({
      origin: this.#origin,
      path: this.#prefix + request.path,
      method: request.method,
      headers: {
        [CLIENT_HEADER]: version,
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...request.headers,
      },
      body: request.body ?? null,
      headersTimeout: idleMs,
      bodyTimeout: idleMs,
      signal: request.signal ?? null,
    });
    // A body that nobody reads to its end must not end the program; who reads it hears of it anyway.
    answer.body.on('error', () => {});
    return {
      status: answer.statusCode,
      headers: plainHeaders(answer.headers),
      body: answer.body,
    };
  }

  /** Ends what is under way and lets go of all connections. */
  async close(): Promise<void> {
    await this.#dispatcher.destroy();
  }
}

function plainHeaders(headers: Readonly<Record<string, string | string[] | undefined>>) {
  const plain: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) plain[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return plain;
}

function tlsOf(pinned: PinnedCertificate | null) {
  const always = { minVersion: 'TLSv1.2', maxCachedSessions: 0 } as const;
  if (pinned === null) return always;
  return {
    ...always,
    ca: pinned.pem,
    allowPartialTrustChain: true,
    // What is pinned is the certificate, whatever name it is for.
    checkServerIdentity: (_host: string, { fingerprint256 }: { fingerprint256: string }) =>
      fingerprint256 === pinned.fingerprint ? undefined : new ForeignCertificateError(),
  };
}
