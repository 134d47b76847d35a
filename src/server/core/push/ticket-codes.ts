import type { LockedReader, ServerStore } from '../../db/server-store.ts';
import type { TicketCodes } from '../decide/decide-desk-op.ts';
import { LocksMissing } from './locks.ts';

/** What a new pack is held against: the codes of all tickets there are. */
export class AllTicketCodes {
  readonly #store: ServerStore;
  readonly #codes = new Map<string, TicketCodes>();
  readonly #heads = new Map<string, number>();

  constructor(store: ServerStore) {
    this.#store = store;
  }

  /** The spaces that were looked through. */
  get spaces(): readonly string[] {
    return [...this.#heads.keys()];
  }

  /** Looks through everything, while others go on writing. */
  async read(): Promise<void> {
    for (const { code, head } of await this.#store.heads(await this.#allSpaces())) {
      this.#heads.set(code, head);
      for await (const records of this.#store.eachEntity(code, 'ticket')) {
        for (const { id, space, state } of records) this.#keep(id, space, state);
      }
    }
  }

  /** The codes as of now, behind the locks of all spaces: what others changed is read again. */
  async settled(read: LockedReader): Promise<readonly TicketCodes[]> {
    const missing = (await this.#allSpaces()).filter((space) => !this.#heads.has(space));
    if (missing.length > 0) {
      for (const space of missing) this.#heads.set(space, 0);
      throw new LocksMissing(missing);
    }
    for (const { code, head } of await read.heads(this.spaces)) {
      const changed = await read.changedSince(code, this.#heads.get(code) ?? 0);
      const tickets = changed.filter(({ type }) => type === 'ticket');
      for (const { id, space, state } of await read.entities(tickets)) this.#keep(id, space, state);
      this.#heads.set(code, head);
    }
    return [...this.#codes.values()];
  }

  async #allSpaces(): Promise<readonly string[]> {
    return (await this.#store.desk.spaces()).map(({ code }) => code);
  }

  #keep(id: string, space: string, state: string | null): void {
    // Written by this server only.
    const ticket = state === null ? null : (JSON.parse(state) as TicketCodes);
    if (ticket === null) {
      this.#codes.delete(id);
      return;
    }
    const { number, line, status, kind } = ticket;
    this.#codes.set(id, { id, number, line, status, kind, space });
  }
}
