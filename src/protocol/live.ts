/** Somebody has a ticket open. A hint: never kept, never blocking. */
export interface Presence {
  readonly personId: string;
  readonly ticketId: string;
  readonly doing: 'reading' | 'writing' | 'left';
}

/** The text so far is told up to here. */
export const LONGEST_DRAFT = 4000;

/** What somebody has written so far where a customer waits for a promise; '' when it is gone. */
export interface DraftSoFar {
  readonly personId: string;
  readonly ticketId: string;
  readonly text: string;
}

/** How long nothing was heard of the workstation of a person. */
export interface HeardStation {
  readonly personId: string;
  readonly silentMs: number;
}

/** What is told of oneself: the text so far only where it has changed. */
export type ToldPresence = Omit<Presence, 'personId'> & { readonly draft?: string | undefined };

/** What the live stream says. */
export type LiveEvent =
  | { readonly type: 'head'; readonly space: string; readonly head: number }
  | { readonly type: 'presence'; readonly presence: Presence }
  /** To those who lead: which workstations were heard. */
  | { readonly type: 'stations'; readonly stations: readonly HeardStation[] }
  /** To those who lead, in spaces that they see. */
  | { readonly type: 'draft'; readonly draft: DraftSoFar }
  /** The server stops in good order. */
  | { readonly type: 'bye' };
