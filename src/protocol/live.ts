/** Somebody has a ticket open. A hint: never kept, never blocking. */
export interface Presence {
  readonly personId: string;
  readonly ticketId: string;
  readonly doing: 'reading' | 'writing' | 'left';
}

/** What the live stream says. */
export type LiveEvent =
  | { readonly type: 'head'; readonly space: string; readonly head: number }
  | { readonly type: 'presence'; readonly presence: Presence }
  /** The server stops in good order. */
  | { readonly type: 'bye' };
