import { addressParser } from 'postal-mime';
import { oneLine, rewriteWords } from './encoded-word.ts';
import type { LetterAddress } from './letter.ts';

// A list of a thousand recipients fits; the parser must not get a megabyte.
const maxHeaderLength = 65_536;

/**
 * The mailboxes of a raw address header, groups unwrapped, entries without an address left out.
 * Names are decoded and free of line breaks. Never throws.
 */
export function parseAddresses(raw: string, hint: string | null): LetterAddress[] {
  const entries = addressParser(rewriteWords(raw.slice(0, maxHeaderLength), hint), {
    flatten: true,
  });
  return entries.flatMap((entry) => {
    const address = oneLine(entry.address ?? '');
    return address.includes('@') ? [{ name: oneLine(entry.name), address }] : [];
  });
}

/** The form in which addresses are compared: lower case, a plus suffix kept. */
export function addressKey(address: string): string {
  return address.trim().toLowerCase();
}
