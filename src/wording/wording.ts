import type { WordingData } from '../content/load-wording.ts';
import { type CompiledRule, compileRule } from './compile-rules.ts';
import type { FindSources, InternalNames } from './finding.ts';
import { compileNames, type NamePattern } from './internal-names.ts';
import { type CompiledTerms, compileTerms } from './jargon-terms.ts';

/** The wording of a desk ready for use: expressions made once, names looked for, articles known. */
export interface Wording {
  readonly rules: readonly CompiledRule[];
  readonly terms: CompiledTerms;
  readonly names: readonly NamePattern[];
  readonly sourcesFor: FindSources;
}

/** What a desk's wording is made of. */
export interface WordingParts {
  readonly data: WordingData;
  readonly names: InternalNames;
  readonly sourcesFor: FindSources;
}

/** Makes the wording of a desk. */
export function createWording({ data, names, sourcesFor }: WordingParts): Wording {
  return {
    rules: data.rules.map(compileRule),
    terms: compileTerms(data.terms),
    names: compileNames({ ...names, hosts: [...names.hosts, ...data.hosts] }),
    sourcesFor,
  };
}
