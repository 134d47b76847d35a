import pg from 'pg';
import { type ConnectionPool, clientConfig } from './connection.ts';

/** Under this name processes tell one another that spaces grew; there is nothing in it to trust. */
export const CHANNEL = 'smena_heads';

const POLL_MS = 1_000;
/** How often a listening connection is asked whether it is still there. */
const POLLS_PER_CHECK = 10;
const ANSWER_MS = 5_000;

/** What a watch needs; `url` null where nothing can be listened to (a pooler in between). */
export interface WatchParts {
  readonly url: string | null;
  readonly pool: ConnectionPool;
  readonly tell: (heads: ReadonlyMap<string, number>) => void;
}

/**
 * Looks at the heads of all spaces every second, and at once when another process says so. The
 * listening is a hint only: while its connection is being made anew, the second look serves.
 */
export function watchHeads(parts: WatchParts): () => void {
  const watch = new Watch(parts);
  return () => watch.stop();
}

class Watch {
  readonly #parts: WatchParts;
  readonly #timer: NodeJS.Timeout;
  #known: ReadonlyMap<string, number> | null = null;
  #client: pg.Client | null = null;
  #polls = 0;
  #isLooking = false;
  #looksAgain = false;
  #hasStopped = false;

  constructor(parts: WatchParts) {
    this.#parts = parts;
    this.#timer = setInterval(() => this.#tick(), POLL_MS);
    this.#timer.unref();
    this.#tick();
  }

  stop(): void {
    this.#hasStopped = true;
    clearInterval(this.#timer);
    this.#drop();
  }

  #tick(): void {
    this.#polls += 1;
    void this.#look();
    if (this.#parts.url === null) return;
    if (this.#client === null) void this.#listen(this.#parts.url);
    else if (this.#polls % POLLS_PER_CHECK === 0) void this.#check(this.#client);
  }

  /** One look at a time; who asks meanwhile is served by one more. */
  async #look(): Promise<void> {
    this.#looksAgain = true;
    if (this.#isLooking) return;
    this.#isLooking = true;
    while (this.#looksAgain && !this.#hasStopped) {
      this.#looksAgain = false;
      // While the database is away there is nothing to tell; the next second looks again.
      await this.#compare().catch(() => undefined);
    }
    this.#isLooking = false;
  }

  async #compare(): Promise<void> {
    const rows = await this.#parts.pool.rows<{ readonly code: string; readonly head: number }>(
      'SELECT code, head FROM space',
    );
    const before = this.#known;
    this.#known = new Map(rows.map(({ code, head }) => [code, head]));
    if (before === null || this.#hasStopped) return;
    const grown = [...this.#known].filter(([code, head]) => head !== (before.get(code) ?? 0));
    if (grown.length > 0) this.#parts.tell(new Map(grown));
  }

  async #listen(url: string): Promise<void> {
    const client = new pg.Client({ ...clientConfig(url), query_timeout: ANSWER_MS });
    this.#client = client;
    const lose = () => this.#drop(client);
    client.on('error', lose);
    client.on('end', lose);
    client.on('notification', () => void this.#look());
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
      // What was told between two connections nobody heard.
      await this.#look();
    } catch {
      lose();
    }
  }

  async #check(client: pg.Client): Promise<void> {
    await client.query('SELECT 1').catch(() => this.#drop(client));
  }

  #drop(client = this.#client): void {
    if (client === this.#client) this.#client = null;
    void client?.end().catch(() => undefined);
  }
}
