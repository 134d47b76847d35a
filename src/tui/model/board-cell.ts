import type { FigureCode } from '../../domain/figure/figure.ts';
import type { BoardTerm } from '../../i18n/board-texts.ts';

/** Where Enter leads from a cell of the board. */
export type Drill =
  | { readonly to: 'ticket'; readonly ticketId: string }
  /** The queue, narrowed to what the cell counts. */
  | { readonly to: 'queue'; readonly filter: string }
  /** The tickets that a figure counts. */
  | { readonly to: 'figure'; readonly code: FigureCode }
  | { readonly to: 'person'; readonly personId: string }
  | { readonly to: 'item'; readonly itemId: string }
  | { readonly to: 'log' }
  /** A place of the report that is written here; see `openPlace`. */
  | { readonly to: 'report'; readonly place: string };

/** Something on the board that the finger can rest on. Its id is kept while everything round it moves. */
export interface BoardCell {
  readonly id: string;
  /** Null: there is nothing behind it. */
  readonly drill: Drill | null;
  /** What `?` explains; null for a single ticket, person or line of the log. */
  readonly term: BoardTerm | null;
}
