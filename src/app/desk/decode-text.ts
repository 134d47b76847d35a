import { decodeBytes } from '../../intake/charset.ts';

/** Text of another program that is not UTF-8: by its order mark, else by what reads as Russian. */
export function decodeForeignText(bytes: Uint8Array): string {
  return decodeBytes(bytes, null).text;
}
