import type { Severity, WordingChannel } from '../content/wording.ts';
import type { Audience, Language } from '../domain/vocabulary.ts';
import type { TextRange } from './text-range.ts';

/** Something in a message that its author should look at. Offsets are UTF-16, half-open. */
export interface Finding extends TextRange {
  readonly rule: string;
  readonly severity: Severity;
  readonly text: string;
  /** What to write instead, in the language of the message. */
  readonly suggestion: string;
  /** What is wrong, in the language of the reader. */
  readonly message: string;
  /** Cannot be sent over by any key. */
  readonly isAbsolute: boolean;
}

/** For whom and on which occasion a message is written. */
export interface LintOptions {
  /** Of the message; null: by its letters. */
  readonly language: Language | null;
  /** Of what is said about it. */
  readonly reader: Language;
  readonly audience: Audience;
  readonly channel: WordingChannel;
  /** `hold`, `deadline`, `close`, `first` or any other occasion; null for none. */
  readonly kind: string | null;
  /** The customer or the person it goes to, as far as it is known. */
  readonly customer: string | null;
  /** How this person wants to be called, where that is no part of the name. */
  readonly callName?: string | null;
  /** The customer understands words of the trade. */
  readonly isTechnical: boolean;
  /** What the customer wrote himself. */
  readonly customerTexts: readonly string[];
  /** Times that the message gives (see `findPromises`). */
  readonly promises: readonly TextRange[];
}

/** What a desk keeps to itself. */
export interface InternalNames {
  readonly people: readonly { readonly name: string; readonly login: string }[];
  readonly hosts: readonly string[];
  readonly customers: readonly { readonly name: string }[];
}

/** An article whose prose a reply may be. */
export interface ProseSource {
  readonly id: string;
  readonly title: string;
  /** The text in Markdown. */
  readonly body: string;
}

/** The articles that a text may have been copied from, likely ones only. */
export type FindSources = (text: string) => readonly ProseSource[];
