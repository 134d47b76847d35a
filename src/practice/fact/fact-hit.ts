/** A fact that was found in a text, with the words that prove it. */
export interface FactHit {
  readonly id: string;
  /** UTF-16 offsets of the shortest piece of the text that holds all matched words; `end` excluded. */
  readonly start: number;
  readonly end: number;
  /** That piece, as it was written. */
  readonly evidence: string;
}
