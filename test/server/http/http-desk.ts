import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '../../../src/domain/vocabulary.ts';
import {
  openServerConsole,
  type ServerConsole,
} from '../../../src/server/console/server-console.ts';
import { usualLimits, usualTimes } from '../../../src/server/http/http-parts.ts';
import {
  type RunningServer,
  type ServeOptions,
  startServer,
} from '../../../src/server/start-server.ts';

const root = join(import.meta.dirname, '../../..');

/** What a server answered. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  // Tests look at what they expect of it.
  readonly body: Record<string, never> & { readonly error?: { readonly code: string } };
  readonly text: string;
}

export interface Call {
  readonly token?: string | undefined;
  readonly json?: unknown;
  readonly body?: RequestInit['body'];
  readonly headers?: Readonly<Record<string, string>>;
}

/** A server on a port of its own with a folder of its own. */
export class HttpDesk {
  readonly folder = mkdtempSync(join(tmpdir(), 'smena-http-'));
  readonly log: string[] = [];
  #database: string | null = null;
  #running: RunningServer | null = null;
  #console: ServerConsole | null = null;

  static async start(options: Partial<ServeOptions> = {}): Promise<HttpDesk> {
    const desk = new HttpDesk();
    await desk.serve(options);
    return desk;
  }

  async serve(options: Partial<ServeOptions> = {}): Promise<void> {
    this.#database = options.database ?? null;
    this.#running = await startServer({
      dataFolder: this.folder,
      database: null,
      content: root,
      version: '1.2.3',
      listen: '127.0.0.1:0',
      tls: null,
      behindProxy: null,
      now: Date.now,
      write: (line) => this.log.push(line),
      limits: { ...usualLimits, strangers: 1000 },
      times: { ...usualTimes, wait: 300, look: 100 },
      ...options,
    });
  }

  get url(): string {
    return this.#running?.url ?? '';
  }

  get fingerprint(): string | null {
    return this.#running?.fingerprint ?? null;
  }

  /** The console beside the running server, as `smena server …` opens it. */
  async console(): Promise<ServerConsole> {
    this.#console ??= await openServerConsole({
      dataFolder: this.folder,
      database: this.#database,
      now: Date.now,
    });
    return this.#console;
  }

  async code(name: string, role: Role = 'engineer', spaces: readonly string[] = []) {
    const { invitation } = await (await this.console()).invite({ name, role, spaces });
    return invitation.code;
  }

  /** A token of a new device of somebody. */
  async token(name: string, role: Role = 'engineer', spaces: readonly string[] = []) {
    const code = await this.code(name, role, spaces);
    const { body } = await this.call('POST', '/v1/enrol', { json: { code, device: `${name}-pc` } });
    return String(body['token']);
  }

  async call(method: string, path: string, call: Call = {}): Promise<Answered> {
    const { token, json, body, headers } = call;
    const answer = await fetch(this.url + path, {
      method,
      headers: {
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
      ...(body === undefined || body === null ? {} : { body }),
    });
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.startsWith('application/json') === true;
    const read = isJson && text !== '' ? JSON.parse(text) : {};
    return { status: answer.status, headers: answer.headers, body: read, text };
  }

  /** Registers a ticket as a program does. */
  async register(token: string, subject: string, more: object = {}): Promise<Answered> {
    return this.call('POST', '/v1/commands', { token, json: registering(subject, more) });
  }

  async stop(): Promise<void> {
    await this.#running?.close();
    this.#running = null;
  }

  async close(): Promise<void> {
    await this.#console?.close();
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The command that opens a ticket. */
export function registering(subject: string, more: object = {}) {
  const payload = {
    type: 'register',
    subject,
    kind: 'incident',
    priority: 'P3',
    line: '2',
    channel: 'mail',
    audience: 'customer',
    customerId: null,
    contactId: null,
    tags: [],
    first: null,
  };
  return { entityType: 'ticket', payload, ...more };
}
