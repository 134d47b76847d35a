/** How a fact is recognised, and by what it is proven to be. */
export interface FactRule {
  readonly id: string;
  /** Alternatives; of one, each group must be hit by one of its patterns. */
  readonly any: readonly (readonly (readonly string[])[])[];
  readonly unless: readonly string[];
  /** A part of the program that finds it instead of patterns, or together with them. */
  readonly detector: FactDetector | null;
  readonly examples: { readonly pass: readonly string[]; readonly fail: readonly string[] };
  /** What it is called and why it matters, for the review. */
  readonly title: string | null;
  readonly rule: string | null;
}

export type FactDetector = 'promise' | 'hold' | 'introduction' | 'question' | 'customer-name';
