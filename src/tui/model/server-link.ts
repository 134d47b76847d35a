import type { SeenPresence } from './presence-state.ts';

/** The exchange with the server that goes on behind the screens. */
export interface ServerLink {
  /** Something new is to be sent. */
  notify(): void;
  /** A person wants it now, whatever failed before. */
  insist(): void;
  /**
   * Tells colleagues what I do in a ticket, and those who lead what I have written so far, where that
   * has changed. Nobody waits for it.
   */
  tellPresence(ticketId: string, doing: SeenPresence['doing'] | 'left', draft?: string): void;
}
