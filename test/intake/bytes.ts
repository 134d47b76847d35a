import iconv from 'iconv-lite';

/** Text as bytes of a charset; `latin1` keeps bytes written as \xNN. */
export function bytes(text: string, charset = 'utf-8'): Uint8Array {
  return iconv.encode(text, charset);
}

/** The bytes handed out in pieces of `size`, as a file would be read. */
export async function* inPieces(
  whole: Uint8Array,
  size: number = whole.length || 1,
): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < whole.length; at += size) yield whole.subarray(at, at + size);
}

/** Everything an async iterable yields. */
export async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}
