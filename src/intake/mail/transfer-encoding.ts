const padding = /=+/g;

/** Some gateways put several padded pieces in a row; Node stops at the first padding. */
function fromBase64(body: string): Uint8Array {
  const pieces = body.replace(/[^A-Za-z0-9+/=]/g, '').split(padding);
  return Buffer.concat(pieces.map((piece) => Buffer.from(piece, 'base64')));
}

function fromQuotedPrintable(body: string): Uint8Array {
  const bytes = body
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  return Buffer.from(bytes, 'latin1');
}

/**
 * The bytes of a part. `body` holds one byte in each character (latin1); an unknown encoding is
 * taken as it is. Broken base64 or quoted-printable gives what can be read. Never throws.
 */
export function decodeTransfer(body: string, encoding: string): Uint8Array {
  const name = encoding.trim().toLowerCase();
  if (name.startsWith('base64')) return fromBase64(body);
  if (name.startsWith('quoted-printable')) return fromQuotedPrintable(body);
  return Buffer.from(body, 'latin1');
}
