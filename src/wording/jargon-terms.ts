import type { BothLanguages, TermData } from '../content/wording.ts';
import { type CompiledPattern, compilePattern } from './compile-rules.ts';
import { wordPattern } from './word-pattern.ts';

/** A word of the trade ready for the search. */
export interface CompiledTerm {
  readonly gloss: BothLanguages;
  readonly whole: RegExp;
}

/** All words of the trade: one expression finds that there is one, each knows its own. */
export interface CompiledTerms {
  readonly any: CompiledPattern | null;
  readonly plain: readonly CompiledTerm[];
  /** Terms that are fine in some places, such as numbers. */
  readonly special: readonly { readonly pattern: CompiledPattern; readonly gloss: BothLanguages }[];
}

/** Makes the expressions of a glossary. */
export function compileTerms(terms: readonly TermData[]): CompiledTerms {
  const plain: CompiledTerm[] = [];
  const special: { pattern: CompiledPattern; gloss: BothLanguages }[] = [];
  const sources: string[] = [];
  for (const { term, forms, gloss } of terms) {
    if (!gloss) continue;
    const finds = (forms ?? [{ find: `${literal(term.toLowerCase())}~` }]).flatMap((data) => {
      if (Object.keys(data).length === 1) return [data.find];
      special.push({ pattern: compilePattern(data), gloss });
      return [];
    });
    if (finds.length === 0) continue;
    sources.push(...finds);
    plain.push({ gloss, whole: new RegExp(`^(?:${wordPattern(finds, 'u').source})$`, 'u') });
  }
  const any = sources.length > 0 ? compilePattern({ find: `(?:${sources.join('|')})` }) : null;
  return { any, plain, special };
}

function literal(term: string): string {
  return term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
