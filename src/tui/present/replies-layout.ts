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

/** A row of the list: the name of a situation, or a template by its place. */
export type ReplyRow = { readonly situation: string } | { readonly item: number };

/** The templates under their situations; found ones stand by how well they match. */
export function replyRows({ items, query }: RepliesState): ReplyRow[] {
  const isFound = query.present.text.trim() !== '';
  return items.flatMap(({ situation }, item): ReplyRow[] => {
    const isNew = situation !== items[item - 1]?.situation;
    return !isFound && isNew ? [{ situation }, { item }] : [{ item }];
  });
}

/** The row of a template. */
export function rowOf(rows: readonly ReplyRow[], item: number): number {
  return Math.max(
    0,
    rows.findIndex((row) => 'item' in row && row.item === item),
  );
}
