import { httpPaths, MOST_BLOB_BYTES } from '../../../protocol/http-paths.ts';
import type { Enrol, Reply, Transport } from '../../../protocol/transport.ts';
import { answerShapes } from './answer-shapes.ts';
import { fetchFile } from './fetch-file.ts';
import { type HttpAddress, HttpWay } from './http-way.ts';
import { askJson } from './json-way.ts';
import { listenLive } from './live-stream.ts';
import { askOffset, sendFile } from './send-file.ts';

/** A page is about 2 MiB at the server; what is far more is no page. */
const MOST_PAGE_BYTES = 64 * 1024 * 1024;
const PULL_MS = 120_000;

/** The way to a server over HTTP. */
export interface HttpTransport extends Transport {
  /** Takes this device's token back at the server. */
  logout(): Promise<Reply<unknown>>;
  close(): Promise<void>;
}

/** A pull brings more, and takes longer, than any other answer. */
const pages = {
  method: 'POST',
  shape: answerShapes.pull,
  mostBytes: MOST_PAGE_BYTES,
  totalMs: PULL_MS,
} as const;

/** Opens the way to a server. Nothing is connected before the first request. */
export function openHttpTransport(address: HttpAddress): HttpTransport {
  const way = new HttpWay(address);
  const ask = <Value>(
    path: string,
    shape: Parameters<typeof askJson>[1]['shape'],
    body?: unknown,
  ) => askJson<Value>(way, { method: body === undefined ? 'GET' : 'POST', path, body, shape });
  return {
    push: (request) => ask(httpPaths.push, answerShapes.push, request),
    pull: (cursors, limit) =>
      askJson(way, { ...pages, path: httpPaths.pull, body: { cursors, limit } }),
    snapshot: (space) => ask(httpPaths.snapshot(space), answerShapes.snapshot),
    fetchSnapshot: ({ id, bytes }, file) =>
      fetchFile(way, { path: httpPaths.snapshotFile(id), file, bytes, most: bytes }),
    numbers: (numbers) => ask(httpPaths.numbers, answerShapes.numbers, { numbers }),
    hasBlob: async (hash) => {
      const offset = await askOffset(way, httpPaths.blob(hash));
      return offset.ok ? { ok: true, value: offset.value === null } : offset;
    },
    sendBlob: (hash, file) => sendFile(way, httpPaths.blob(hash), file),
    fetchBlob: ({ ticketId, hash }, file) => {
      const path = httpPaths.ticketFile(ticketId, hash);
      return fetchFile(way, { path, file, bytes: null, most: MOST_BLOB_BYTES });
    },
    tellPresence: async (presence) => {
      const told = await ask(httpPaths.presence, answerShapes.done, presence);
      return told.ok ? { ok: true, value: true } : told;
    },
    live: (heads, onEvent, signal) => listenLive(way, { heads, onEvent, signal }),
    logout: () =>
      askJson(way, { method: 'POST', path: httpPaths.logout, shape: answerShapes.done }),
    close: () => way.close(),
  };
}

/** Redeems a code at a server: the one question that needs no token. */
export function enrolAt(address: Omit<HttpAddress, 'token'>): Enrol {
  return async (request) => {
    const way = new HttpWay({ ...address, token: null });
    try {
      return await askJson(way, {
        method: 'POST',
        path: httpPaths.enrol,
        body: request,
        shape: answerShapes.enrol,
      });
    } finally {
      await way.close();
    }
  };
}
