import type { ShownDontCard } from '../../app/content/dont-cards.ts';
import type { RepliesState, UiState } from '../model/ui-state.ts';

/** Chrome of the replies: tabs, the search row, a rule, footer. */
const CHROME = 4;
const BESIDE_FROM = 100;

/** Rows and columns of the list and of the filled text beside or below it. */
export interface RepliesLayout {
  readonly isBeside: boolean;
  readonly listWidth: number;
  readonly listHeight: number;
  readonly previewWidth: number;
  readonly previewHeight: number;
}

/** Splits the window between the list and the text. */
export function repliesLayout({ columns, rows }: UiState): RepliesLayout {
  const body = Math.max(4, rows - CHROME);
  if (columns >= BESIDE_FROM) {
    const listWidth = Math.floor(columns * 0.44);
    const previewWidth = columns - listWidth - 1;
    return { isBeside: true, listWidth, listHeight: body, previewWidth, previewHeight: body };
  }
  const listHeight = Math.floor(body * 0.45);
  const previewHeight = body - listHeight - 1;
  return { isBeside: false, listWidth: columns, listHeight, previewWidth: columns, previewHeight };
}

/** The name that the cards stand under: no template's situation has it. */
export const DONT = 'dont';

/** A row of the list: the name of a situation, or a template or a card by its place. */
export type ReplyRow = { readonly situation: string } | { readonly item: number };

/** The templates under their situations, the cards behind them; found ones stand by their match. */
export function replyRows({ items, shownCards, query }: RepliesState): ReplyRow[] {
  const isFound = query.present.text.trim() !== '';
  const rows = items.flatMap(({ situation }, item): ReplyRow[] => {
    const isNew = situation !== items[item - 1]?.situation;
    return !isFound && isNew ? [{ situation }, { item }] : [{ item }];
  });
  const cards = shownCards.map((_, i): ReplyRow => ({ item: items.length + i }));
  return cards.length > 0 ? [...rows, { situation: DONT }, ...cards] : rows;
}

/** The row of a template or a card. */
export function rowOf(rows: readonly ReplyRow[], item: number): number {
  return Math.max(
    0,
    rows.findIndex((row) => 'item' in row && row.item === item),
  );
}

/** The card that is selected; null when it is a template. */
export function selectedCard({ items, shownCards, selected }: RepliesState): ShownDontCard | null {
  return shownCards[selected - items.length] ?? null;
}
