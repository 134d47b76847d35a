import type { BothLanguages } from '../content/wording.ts';
import type { Language } from '../domain/vocabulary.ts';
import type { CompiledPattern, CompiledPatterns, CompiledRule } from './compile-rules.ts';
import type { LintOptions } from './finding.ts';
import type { MessageText } from './message-text.ts';
import type { TextRange } from './text-range.ts';
import type { Wording } from './wording.ts';

/** One message under the rules. */
export interface LintScene {
  readonly message: MessageText;
  readonly language: Language;
  readonly options: LintOptions;
  readonly wording: Wording;
  /** The message says when: a promise, or a time with «до», «через», "by". */
  readonly isTimed: boolean;
}

/** What a check found, before it is put into words. */
export interface Hit extends TextRange {
  /** Instead of the suggestion of the rule. */
  readonly suggestion?: BothLanguages | null;
  /** Instead of the message of the rule. */
  readonly message?: BothLanguages;
  /** Cannot be sent over, whatever holds for the rest of the rule. */
  readonly isAbsolute?: boolean;
  /** For the places `{name}` of the rule's message and suggestion. */
  readonly params?: Readonly<Record<string, string>>;
}

/** A rule that is more than its patterns. */
export type Check = (rule: CompiledRule, scene: LintScene) => readonly Hit[];

/** The patterns that a rule keeps under a name, for the language of the message. */
export function namedPatterns(
  rule: CompiledRule,
  name: string,
  language: Language,
): readonly CompiledPattern[] {
  const lists: CompiledPatterns | undefined = rule.words.get(name);
  return lists?.[language] ?? [];
}

/** A number that the rule's data sets. */
export function limitOf({ data }: CompiledRule, name: string, otherwise: number): number {
  return data.limits?.[name] ?? otherwise;
}

/** The first sentence: where a finding about the whole message is shown. */
export function firstSentence({ message }: LintScene): TextRange {
  return message.sentences[0] ?? { start: 0, end: message.text.length };
}

/** The last sentence. */
export function lastSentence({ message }: LintScene): TextRange {
  return message.sentences.at(-1) ?? { start: 0, end: message.text.length };
}
