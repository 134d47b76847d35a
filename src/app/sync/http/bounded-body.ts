import type { Readable } from 'node:stream';
import { createGunzip, createZstdDecompress } from 'node:zlib';

/** The answer is longer than anything an honest server says. */
export class TooLongError extends Error {}

/** Reads a body to its end, unpacked, never more than `most` bytes of it: headers may lie. */
export async function readBounded(
  body: Readable,
  encoding: string | undefined,
  most: number,
): Promise<Buffer> {
  const unpack = unpackerOf(encoding);
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    const source = unpack === null ? body : body.on('error', (e) => unpack.destroy(e)).pipe(unpack);
    for await (const chunk of source) {
      const bytes: Buffer = chunk;
      length += bytes.length;
      if (length > most) throw new TooLongError(`more than ${most} bytes`);
      chunks.push(bytes);
    }
    return Buffer.concat(chunks, length);
  } finally {
    unpack?.destroy();
    body.destroy();
  }
}

function unpackerOf(encoding: string | undefined) {
  switch (encoding?.trim().toLowerCase()) {
    case undefined:
    case '':
    case 'identity':
      return null;
    case 'gzip':
      return createGunzip();
    case 'zstd':
      return createZstdDecompress();
    default:
      throw new TooLongError('unknown encoding');
  }
}
