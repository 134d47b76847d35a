import type { Audience, Channel, Priority, TicketKind } from './vocabulary.ts';

/** Which tickets something is for: all that is given must hold; nothing given fits every ticket. */
export interface TicketMatch {
  readonly kinds?: readonly TicketKind[] | undefined;
  readonly priorities?: readonly Priority[] | undefined;
  readonly channels?: readonly Channel[] | undefined;
  readonly audience?: Audience | undefined;
  readonly lines?: readonly string[] | undefined;
  readonly tags?: readonly string[] | undefined;
  /** Names of customers. */
  readonly customers?: readonly string[] | undefined;
  /** Service levels of customers. */
  readonly levels?: readonly string[] | undefined;
}
