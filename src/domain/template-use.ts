import type { Language } from './vocabulary.ts';

/** A line of a template that somebody wrote otherwise before sending. */
export interface ChangedLine {
  /** Counts from 1 in the text as it was put in. */
  readonly line: number;
  /** What stood in its place; empty when it was taken out. */
  readonly to: string;
}

/** How a template was used in a text that went out. */
export interface TemplateUse {
  readonly templateId: string;
  readonly lang: Language;
  /** Tells one wording of the template from another. */
  readonly version: string;
  /** How many characters were changed, beside the places that are there to be filled. */
  readonly editedChars: number;
  /** The first lines that were changed. */
  readonly changes: readonly ChangedLine[];
}
