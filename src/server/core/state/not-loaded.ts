import type { EntityKey } from '../../db/server-store.ts';

/** What a decision asked for that is not in memory. */
export type Wanted =
  | { readonly kind: 'entities'; readonly keys: readonly EntityKey[] }
  | { readonly kind: 'opener'; readonly ticketId: string }
  | { readonly kind: 'history'; readonly ticketId: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'queues' };

/** Stops a decision that needs something more: it is loaded, and the decision made again. */
export class NotLoaded extends Error {
  readonly wanted: Wanted;

  constructor(wanted: Wanted) {
    super(`not loaded: ${wanted.kind}`);
    this.wanted = wanted;
  }
}
