import { copyFileSync } from 'node:fs';
import type { Reply, Transport } from '../../src/protocol/transport.ts';
import type { Served } from '../../src/server/core/sync-server.ts';
import type { Asking, Network } from './network.ts';
import type { Scheduler } from './scheduler.ts';

/** Whose messages these are, and whether that process still lives. */
export interface Sender {
  readonly name: string;
  readonly deviceId: string;
  isDead(): boolean;
}

/** What messages go over, and the files that have come to the other end. */
interface Lines {
  readonly network: Network;
  readonly scheduler: Scheduler;
  readonly server: { readonly files: Set<string> };
}

/** The way of one process to the server. What a dead process asked for is answered to nobody. */
export function simTransport(
  { network, scheduler, server: { files } }: Lines,
  sender: Sender,
): Transport {
  const { name, deviceId } = sender;
  const never = new Promise<never>(() => undefined);
  const ask = async <Value>(what: string, work: Asking<Value>['work']): Promise<Reply<Value>> => {
    if (sender.isDead()) return never;
    const reply = await network.ask({ name: `${name} ${what}`, deviceId, work });
    return sender.isDead() ? never : reply;
  };
  return {
    push: (request) => {
      const sent = structuredClone(request);
      const last = sent.ops.at(-1);
      const what = `push ${sent.ops.length} (…${last?.cseq}) of ${sent.clientId.slice(0, 4)}`;
      return ask(what, (server, caller) => server.push(caller, structuredClone(sent)));
    },
    pull: (cursors, limit) => {
      const sent = structuredClone(cursors);
      const what = `pull ${sent.map(({ space, seq }) => `${space}>${seq}`).join(' ')}`;
      return ask(what, (server, caller) => server.pull(caller, sent, limit));
    },
    snapshot: (space) =>
      ask(`snapshot ${space}`, (server, caller) => scheduler.hold(server.snapshot(caller, space))),
    fetchSnapshot: (info, path) =>
      ask(`fetch ${info.space}`, async (server, caller): Promise<Served<true>> => {
        const file = await scheduler.hold(server.snapshotFile(caller, info.id));
        if (!file.ok) return file;
        copyFileSync(file.value.path, path);
        return { ok: true, value: true };
      }),
    numbers: (numbers) => ask('numbers', (server, caller) => server.numbers(caller, numbers)),
    hasBlob: (hash) => ask('has file', async () => ({ ok: true, value: files.has(hash) })),
    sendBlob: (hash) =>
      ask('file', async (): Promise<Served<true>> => {
        files.add(hash);
        return { ok: true, value: true };
      }),
    fetchBlob: async () => ({ ok: true, value: true }),
    tellPresence: async () => ({ ok: true, value: true }),
    live: () => never,
  };
}
