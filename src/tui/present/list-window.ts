/** What of a list is on the screen. */
export interface ListWindow {
  /** Place of the first visible row. */
  readonly top: number;
  readonly height: number;
  readonly total: number;
}

/** The first visible row that keeps `place` in sight without moving more than needed. */
export function visibleTop({ top, height, total }: ListWindow, place: number): number {
  const least = Math.max(0, place - height + 1);
  const last = Math.max(0, total - height);
  return Math.min(Math.max(top, least), place, last);
}

/**
 * The first visible row after a move to `place`. Past an edge the list jumps by half a page: one
 * repaint instead of one for every row.
 */
export function nextTop(window: ListWindow, place: number): number {
  const { top, height, total } = window;
  if (place >= top && place < top + height) return visibleTop(window, place);
  const half = Math.floor(height / 2);
  const wanted = place < top ? place - half : place - height + 1 + half;
  return Math.min(Math.max(0, wanted), Math.max(0, total - height));
}
