import type { BlockerCode } from '../../domain/shift/blocking.ts';

/** The place of the tab that leads to taking over. */
export const placeAccept = 'accept';
/** The place of what a returned hand-over lacks. */
export const placeReturned = 'returned';

/** Which field mends what stands in the way. */
const fields: Readonly<Record<BlockerCode, 'owner' | 'next'>> = {
  'no-owner': 'owner',
  'two-owners': 'owner',
  'promise-unowned': 'owner',
  'owner-leaves': 'owner',
  'no-next-action': 'next',
};

/** What is written beside a ticket. */
export type AskedBeside = 'next' | 'if-then' | 'owner';

/** Something that stands in the way, and the item it is about. */
export interface PlacedBlocker {
  readonly code: BlockerCode;
  /** `red:<ticket id>`, `promise:<promise id>`. */
  readonly key: string;
}

/** Where something in the way is mended. */
export function placeOfBlocker({ code, key }: PlacedBlocker): string {
  return fieldId(fields[code], key);
}

/** The field of an item, by what it asks. */
export function fieldId(asked: AskedBeside, key: string): string {
  return `${asked} ${key}`;
}

/** What a field of an item asks, and of which item; null for the hand-written parts. */
export function readFieldId(
  id: string,
): { readonly asked: AskedBeside; readonly key: string } | null {
  const [, asked, key] = /^(next|if-then|owner) (.+)$/.exec(id) ?? [];
  // The pattern names them.
  return asked && key ? { asked: asked as AskedBeside, key } : null;
}
