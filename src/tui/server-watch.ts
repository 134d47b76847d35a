import { setTimeout as delay } from 'node:timers/promises';
import { fail, guarded } from './delays.ts';
import { PresenceTeller } from './model/presence-model.ts';
import type { ServerLink } from './model/server-link.ts';
import type { Ui } from './model/ui.ts';

/** A request that is under way when the screens are left has this long to end by itself. */
const LEAVING_MS = 400;

/** The exchange while it is open. */
interface OpenLink extends ServerLink {
  stop(): Promise<void>;
}

/**
 * Keeps the exchange with the server going while the screens are open. Its code is loaded after the
 * first frame, and never on a store without a server.
 */
export class ServerWatch implements ServerLink {
  readonly #ui: Ui;
  readonly #version: string;
  readonly #presence = new PresenceTeller();
  #open: OpenLink | null = null;
  #opening: Promise<void> | null = null;
  #hasStopped = false;
  /** How things stood when the exchange ended by itself: another login is needed to begin again. */
  #endedAt: string | null = null;
  #pending = '';

  constructor(ui: Ui, version: string) {
    this.#ui = ui;
    this.#version = version;
  }

  /** Looks whether there is something to send, and whether there is a server at all. */
  look(): void {
    const { sync } = this.#ui.store.get();
    if (sync === null) return;
    if (this.#open === null) return this.#begin(sync.state);
    const pending = this.#ui.desk().outbox.pendingMark();
    if (pending !== this.#pending && pending !== '') this.#open.notify();
    this.#pending = pending;
  }

  /** Tells colleagues where I am; `pressedAt` is when a key was pressed last, epoch ms. */
  tellWhere(pressedAt: number): void {
    if (this.#open) this.#presence.look(this.#ui, this, pressedAt);
  }

  notify(): void {
    this.#open?.notify();
  }

  insist(): void {
    this.#open?.insist();
  }

  tellPresence(...told: Parameters<ServerLink['tellPresence']>): void {
    this.#open?.tellPresence(...told);
  }

  /** Ends the exchange; what was not sent waits for the next time. */
  async stop(): Promise<void> {
    this.#hasStopped = true;
    // The store is closed behind this: what is being opened must not find it gone.
    await this.#opening;
    await this.#open?.stop();
    this.#open = null;
  }

  #begin(state: string): void {
    if (this.#opening !== null || this.#hasStopped || this.#endedAt === state) return;
    const onEnd = () => {
      this.#open = null;
      this.#endedAt = this.#ui.store.get().sync?.state ?? null;
    };
    this.#opening = openLink(this.#ui, this.#version, onEnd)
      .then((open) => this.#take(open))
      .catch((error: unknown) => {
        this.#endedAt = state;
        fail(this.#ui, error);
      })
      .finally(() => {
        this.#opening = null;
      });
  }

  /** The screens may have been left while the code was being loaded. */
  async #take(open: OpenLink): Promise<void> {
    if (this.#hasStopped) await open.stop();
    else this.#open = open;
  }
}

async function openLink(ui: Ui, version: string, onEnd: () => void): Promise<OpenLink> {
  const [{ openSync }, { hearSync }] = await Promise.all([
    import('../app/sync/open-sync.ts'),
    import('./model/sync-model.ts'),
  ]);
  const end = new AbortController();
  let isSkewTold = false;
  const opened = openSync(ui.desk(), {
    version,
    tell: (news) => {
      // Told with every exchange; nobody needs to read it twice.
      const isKnown = news.type === 'skew' && isSkewTold;
      isSkewTold ||= news.type === 'skew';
      if (!end.signal.aborted && !isKnown) guarded(ui, () => hearSync(ui, news));
    },
  });
  const running = opened
    .keepInSync(end.signal, () => {})
    .catch((error: unknown) => fail(ui, error))
    .finally(() => end.signal.aborted || onEnd());
  return {
    notify: opened.notify,
    insist: opened.insist,
    tellPresence: (ticketId, doing, draft) => {
      // A hint: nobody waits for it and nobody minds when it is lost.
      void opened.transport.tellPresence({ ticketId, doing, draft }).catch(() => {});
    },
    stop: async () => {
      end.abort();
      await Promise.race([running, delay(LEAVING_MS)]);
      await opened.close();
      await running;
    },
  };
}
