import iconv from 'iconv-lite';
import { type GuessedCharset, guessCharset } from '../charset.ts';

/** A piece of a CSV file as text, and the encoding it is read with. */
export interface CsvText {
  readonly text: string;
  readonly charset: GuessedCharset;
}

const sampleBytes = 65_536;

function isAscii(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte < 0x80);
}

interface Decoder {
  write(bytes: Uint8Array): string;
  end(): string;
}

function decoderFor(charset: GuessedCharset): Decoder {
  const decoder = iconv.getDecoder(charset);
  return {
    write: (bytes) => decoder.write(Buffer.from(bytes)),
    end: () => decoder.end() ?? '',
  };
}

/** Yields the input with its first `sampleBytes` in one chunk. */
async function* withSample(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let size = 0;
  let isSampled = false;
  for await (const chunk of chunks) {
    if (isSampled) {
      yield chunk;
      continue;
    }
    held.push(chunk.slice());
    size += chunk.length;
    if (size < sampleBytes) continue;
    yield Buffer.concat(held);
    held = [];
    isSampled = true;
  }
  if (!isSampled) yield Buffer.concat(held);
}

/**
 * A CSV file as text in pieces of the size of the chunks, the first one at least 64 KB. The
 * encoding is guessed from the first piece; while a file is plain ASCII the guess waits for the
 * first byte that tells something. NUL becomes U+FFFD, line ends become LF.
 */
export async function* decodeCsv(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<CsvText> {
  let charset: GuessedCharset = 'utf-8';
  let decoder: Decoder | null = null;
  let hasLineFeed: boolean | null = null;
  let endsInReturn = false;
  const plain = (raw: string): string => {
    const text = (endsInReturn ? `\r${raw}` : raw).replaceAll('\0', '\uFFFD');
    endsInReturn = text.endsWith('\r');
    const whole = endsInReturn ? text.slice(0, -1) : text;
    hasLineFeed ??= text.includes('\n') || !text.includes('\r');
    const lines = whole.replaceAll('\r\n', '\n');
    // Old spreadsheets end lines with CR alone.
    return hasLineFeed ? lines : lines.replaceAll('\r', '\n');
  };
  for await (const bytes of withSample(chunks)) {
    if (decoder === null && !isAscii(bytes)) {
      charset = guessCharset(bytes);
      decoder = decoderFor(charset);
    }
    const text = decoder === null ? Buffer.from(bytes).toString('latin1') : decoder.write(bytes);
    yield { text: plain(text), charset };
  }
  const rest = plain(decoder?.end() ?? '') + (endsInReturn ? '\n' : '');
  if (rest !== '') yield { text: rest, charset };
}
