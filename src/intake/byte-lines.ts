/** A line of bytes with its line feed; `isPart` when it was too long and the rest follows. */
export interface ByteLine {
  readonly bytes: Uint8Array;
  readonly isPart: boolean;
}

const lineFeed = 0x0a;

/**
 * Cuts chunks into lines at LF and holds at most `maxBytes` of an unfinished line: a longer one is
 * handed out in parts, so that memory stays bounded whatever the input is.
 */
export class LineCutter {
  readonly #maxBytes: number;
  #held: Uint8Array[] = [];
  #heldBytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** The lines completed by this chunk. They may share memory with it. */
  push(chunk: Uint8Array): ByteLine[] {
    const lines: ByteLine[] = [];
    let start = 0;
    while (start < chunk.length) {
      const end = chunk.indexOf(lineFeed, start);
      if (end < 0) break;
      lines.push({
        bytes: this.#take(chunk.subarray(start, end + 1)),
        isPart: false,
      });
      start = end + 1;
    }
    this.#hold(chunk.subarray(start));
    if (this.#heldBytes >= this.#maxBytes) {
      lines.push({ bytes: this.#take(new Uint8Array(0)), isPart: true });
    }
    return lines;
  }

  /** The last line when it has no line feed, else null. */
  end(): ByteLine | null {
    if (this.#heldBytes === 0) return null;
    return { bytes: this.#take(new Uint8Array(0)), isPart: false };
  }

  #hold(piece: Uint8Array): void {
    if (piece.length === 0) return;
    // Copied: the caller may reuse the memory of its chunk.
    this.#held.push(piece.slice());
    this.#heldBytes += piece.length;
  }

  #take(tail: Uint8Array): Uint8Array {
    if (this.#heldBytes === 0) return tail;
    const line = Buffer.concat([...this.#held, tail]);
    this.#held = [];
    this.#heldBytes = 0;
    return line;
  }
}
