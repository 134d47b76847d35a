import { type Readable, Transform, type TransformCallback } from 'node:stream';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import { MOST_UNPACKED_BYTES } from '../../protocol/http-paths.ts';
import { HttpProblem } from './problems.ts';

/** Nothing that people write packs better than this; a bomb does. */
const MOST_RATIO = 100;
/** Below this a good ratio is only a small body of equal letters. */
const HARMLESS = 64 * 1024;

/** A stream that fastify can hold against the length that was announced. */
export interface UnpackedBody extends Readable {
  receivedEncodedLength?: number;
}

/** The body of a request without its compression; throws an HttpProblem for one we do not know. */
export function unpackBody(
  payload: Readable,
  encoding: string | undefined,
  mostPacked: number,
): UnpackedBody {
  if (encoding === undefined || encoding === 'identity') return payload;
  const unpacker =
    encoding === 'gzip' ? createGunzip() : encoding === 'zstd' ? createZstdDecompress() : null;
  if (!unpacker) throw new HttpProblem({ status: 415, code: 'unsupported-media' });
  const out = new Unpacked();
  const fail = (problem: Error) => {
    payload.unpipe(unpacker);
    payload.resume();
    out.destroy(problem);
  };
  payload.on('data', (chunk: Buffer) => {
    out.receivedEncodedLength += chunk.length;
    if (out.receivedEncodedLength > mostPacked) fail(tooLarge());
  });
  payload.on('error', fail);
  unpacker.on('error', () => fail(new HttpProblem({ status: 400, code: 'bad-request' })));
  payload.pipe(unpacker).pipe(out);
  return out;
}

/** Counts what comes out and stops before it becomes too much. */
class Unpacked extends Transform {
  receivedEncodedLength = 0;
  #bytes = 0;

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    this.#bytes += chunk.length;
    const isBomb =
      this.#bytes > HARMLESS && this.#bytes > MOST_RATIO * Math.max(1, this.receivedEncodedLength);
    if (isBomb || this.#bytes > MOST_UNPACKED_BYTES) done(tooLarge());
    else done(null, chunk);
  }
}

function tooLarge(): HttpProblem {
  return new HttpProblem({ status: 413, code: 'too-large' });
}
