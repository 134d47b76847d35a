const BYTE_ORDER_MARK = /^\uFEFF/;

/**
 * The lines of an input as they arrive. Only LF and CRLF end one: a U+2028 from a copied page or a
 * bare CR must not make two answers of one question.
 */
export async function* stdinLines(input: NodeJS.ReadableStream): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let parts: string[] = [];
  for await (const chunk of input) {
    const pieces = decoder.decode(Buffer.from(chunk), { stream: true }).split('\n');
    const unfinished = pieces.pop() ?? '';
    for (const piece of pieces) {
      yield lineOf([...parts, piece]);
      parts = [];
    }
    parts.push(unfinished);
  }
  const last = lineOf([...parts, decoder.decode()]);
  if (last !== '') yield last;
}

function lineOf(parts: readonly string[]): string {
  return parts.join('').replace(/\r$/, '').replace(BYTE_ORDER_MARK, '');
}
