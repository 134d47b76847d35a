/** One event may not be longer: the stream carries hints, no content. */
const MOST_CHARS = 16_384;

/** Takes server-sent events apart as their bytes come in, wherever the network cut them. */
export class EventStreamParser {
  readonly #decoder = new TextDecoder();
  readonly #onData: (data: string) => void;
  #line = '';
  #data: string[] = [];

  constructor(onData: (data: string) => void) {
    this.#onData = onData;
  }

  /** Takes the next bytes; false when they are no honest stream. */
  push(bytes: Uint8Array): boolean {
    const text = this.#line + this.#decoder.decode(bytes, { stream: true });
    const lines = text.split('\n');
    this.#line = lines.pop() ?? '';
    for (const line of lines) this.#take(line.replace(/\r$/, ''));
    const held = this.#data.reduce((sum, part) => sum + part.length, this.#line.length);
    return held <= MOST_CHARS;
  }

  #take(line: string): void {
    if (line === '') this.#dispatch();
    else if (line.startsWith('data:')) this.#data.push(line.slice(5).replace(/^ /, ''));
  }

  #dispatch(): void {
    if (this.#data.length > 0) this.#onData(this.#data.join('\n'));
    this.#data = [];
  }
}
