import type { PatternData, PatternLists, RuleData } from '../content/wording.ts';
import type { Language } from '../domain/vocabulary.ts';
import {
  barePattern,
  beginningPattern,
  endingPattern,
  expandPattern,
  wordPattern,
} from './word-pattern.ts';

/** A pattern ready for use, with the places where it is fine. */
export interface CompiledPattern {
  readonly find: RegExp;
  readonly data: PatternData;
  readonly notAfter: RegExp | null;
  readonly notBefore: RegExp | null;
  readonly notIn: RegExp | null;
  readonly notInMessage: RegExp | null;
}

/** Patterns for messages of one language; those for any stand in both. */
export interface CompiledPatterns {
  readonly ru: readonly CompiledPattern[];
  readonly en: readonly CompiledPattern[];
}

/** A rule with its expressions made. */
export interface CompiledRule {
  readonly data: RuleData;
  readonly patterns: CompiledPatterns;
  readonly words: ReadonlyMap<string, CompiledPatterns>;
}

/** Makes the expressions of a rule. */
export function compileRule(data: RuleData): CompiledRule {
  // What keeps a message back does so in either language: an English slip in a Russian text too.
  const isForAny = data.severity === 'E' || data.severityIn !== undefined;
  return {
    data,
    patterns: compileLists(data.patterns ?? {}, isForAny),
    words: new Map(
      Object.entries(data.words ?? {}).map(([name, lists]) => [name, compileLists(lists, true)]),
    ),
  };
}

/** Makes the expressions of lists of patterns; `isForAny` puts every list in both languages. */
export function compileLists(lists: PatternLists, isForAny: boolean): CompiledPatterns {
  const ofLanguage = (language: Language) => compileAll(lists[language] ?? []);
  const any = compileAll(lists.any ?? []);
  const ru = ofLanguage('ru');
  const en = ofLanguage('en');
  const all = [...ru, ...en, ...any];
  return isForAny ? { ru: all, en: all } : { ru: [...ru, ...any], en: [...en, ...any] };
}

/** Patterns without conditions become one expression: a text is then read once for all of them. */
function compileAll(patterns: readonly PatternData[]): readonly CompiledPattern[] {
  const isPlain = (data: PatternData) => Object.keys(data).length === 1;
  const plain = patterns.filter(isPlain).map(({ find }) => find);
  const rest = patterns.filter((data) => !isPlain(data)).map(compilePattern);
  if (plain.length === 0) return rest;
  return [compilePattern({ find: `(?:${plain.join('|')})` }), ...rest];
}

/** Makes the expressions of one pattern. */
export function compilePattern(data: PatternData): CompiledPattern {
  const { find, bare, notAfter, notBefore, notIn, notInMessage } = data;
  const anywhere = (source: string | undefined) =>
    source ? new RegExp(expandPattern(source), 'u') : null;
  return {
    data,
    find: bare ? barePattern(find) : wordPattern([find]),
    notAfter: notAfter ? endingPattern(notAfter) : null,
    notBefore: notBefore ? beginningPattern(notBefore) : null,
    notIn: anywhere(notIn),
    notInMessage: anywhere(notInMessage),
  };
}
