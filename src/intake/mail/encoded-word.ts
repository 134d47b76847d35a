import { decodeBytes } from '../charset.ts';
import { decodeTransfer } from './transfer-encoding.ts';

// RFC 2047; spaces inside a Q word are forbidden but common.
const wordPattern = /=\?([^?\s]{1,60})\?([bBqQ])\?([^?]*)\?=/g;

function wordBytes(encoding: string, text: string): Uint8Array {
  if (encoding.toLowerCase() === 'b') return decodeTransfer(text, 'base64');
  // Unlike quoted-printable text, a word may end in spaces that count.
  const spaced = text.replaceAll('_', '=20');
  return decodeTransfer(spaced.replaceAll(' ', '=20'), 'quoted-printable');
}

/** A stretch of a header in one charset; charset null is text outside of encoded words. */
interface HeaderPiece {
  readonly charset: string | null;
  readonly chunks: Uint8Array[];
}

/**
 * Cuts a raw value (latin1) into plain text and words. Neighbouring words of one charset become
 * one piece, because some programs cut a letter of two bytes between two words.
 */
function headerPieces(raw: string): HeaderPiece[] {
  const pieces: HeaderPiece[] = [];
  let end = 0;
  for (const match of raw.matchAll(wordPattern)) {
    const [whole, label = '', encoding = '', text = ''] = match;
    const gap = raw.slice(end, match.index);
    const previous = pieces.at(-1);
    const follows = previous !== undefined && previous.charset !== null && /^[ \t\r\n]*$/.test(gap);
    if (!follows) pieces.push({ charset: null, chunks: [Buffer.from(gap, 'latin1')] });
    const charset = label.replace(/\*.*$/, '').toLowerCase();
    const bytes = wordBytes(encoding, text);
    if (follows && previous.charset === charset) previous.chunks.push(bytes);
    else pieces.push({ charset, chunks: [bytes] });
    end = match.index + whole.length;
  }
  pieces.push({
    charset: null,
    chunks: [Buffer.from(raw.slice(end), 'latin1')],
  });
  return pieces;
}

function pieceText(piece: HeaderPiece, hint: string | null): string {
  return decodeBytes(Buffer.concat(piece.chunks), piece.charset, hint).text;
}

/** One line of a header: CR and LF become one space (no header may be smuggled in), NUL U+FFFD. */
export function oneLine(text: string): string {
  return text
    .replace(/[\r\n]+/g, ' ')
    .replaceAll('\0', '\uFFFD')
    .trim();
}

/**
 * A raw header value (one byte in each character) as text: encoded words decoded, raw 8-bit bytes
 * read as UTF-8 or guessed with `hint` (the charset of the letter) in doubt.
 */
export function decodeHeader(raw: string, hint: string | null): string {
  return oneLine(
    headerPieces(raw)
      .map((piece) => pieceText(piece, hint))
      .join(''),
  );
}

/**
 * The same value with every encoded word rewritten in UTF-8. For parsers that must see words as
 * words: a comma or an angle bracket inside a decoded name must not become an address.
 */
export function rewriteWords(raw: string, hint: string | null): string {
  const parts = headerPieces(raw).map((piece) => {
    const text = pieceText(piece, hint);
    return piece.charset === null ? text : ` =?utf-8?B?${Buffer.from(text).toString('base64')}?= `;
  });
  return parts.join('');
}
