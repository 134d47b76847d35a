import type { BothLanguages } from '../content/wording.ts';
import { findPatterns, type PatternHit, withoutOverlaps } from './find-pattern.ts';
import type { CompiledTerms } from './jargon-terms.ts';
import type { Check, Hit, LintScene } from './lint-scene.ts';
import { type FoldedText, fold } from './message-text.ts';

/** «DNS (служба имён)»: told in brackets, or as «то есть …». */
const EXPLAINED =
  /^[=_]|^[»"]?[\s,]{0,2}(?:\([^()\n]{4,}\)|то есть\s|т\. ?е\.\s|(?:[-–—] )?это\s|that is\s|i\.e\.)/u;
const IN_BRACKETS = /\([^()\n]{0,12}$/u;
const CLOSES = /^[^()\n]{0,12}\)/u;

/** Words of the trade that the customer did not use himself and that nobody explains. */
export const findJargon: Check = (_rule, scene) => {
  const { options, wording, message } = scene;
  if (options.isTechnical) return [];
  const known = glossesIn(fold([...options.customerTexts, message.quoted].join('\n')), scene);
  const told = new Set<string>(known);
  const hits: Hit[] = [];
  for (const hit of jargonIn(message.prose, scene)) {
    const gloss =
      hit.suggestion ?? glossOf(message.prose.lower.slice(hit.start, hit.end), wording.terms);
    if (!gloss || told.has(gloss.en)) continue;
    if (!isExplained(message.prose.lower, hit)) {
      hits.push({ start: hit.start, end: hit.end, params: { gloss: gloss[scene.language] } });
    }
    // Explained or told once is enough: a list of the same word helps nobody.
    told.add(gloss.en);
  }
  return hits;
};

function jargonIn(view: FoldedText, { wording, message }: LintScene): readonly PatternHit[] {
  const { any, special } = wording.terms;
  const search = { message, view, isTimed: false };
  const found = special.flatMap(({ pattern, gloss }) =>
    findPatterns([pattern], search).map((hit) => ({ ...hit, suggestion: gloss })),
  );
  return withoutOverlaps([...(any ? findPatterns([any], search) : []), ...found]);
}

function glossesIn(view: FoldedText, scene: LintScene): readonly string[] {
  if (view.lower === '') return [];
  return jargonIn(view, scene).flatMap((hit) => {
    const word = view.lower.slice(hit.start, hit.end);
    return (hit.suggestion ?? glossOf(word, scene.wording.terms))?.en ?? [];
  });
}

function glossOf(word: string, { plain }: CompiledTerms): BothLanguages | null {
  return plain.find(({ whole }) => whole.test(word))?.gloss ?? null;
}

function isExplained(text: string, { start, end }: PatternHit): boolean {
  const after = text.slice(end, end + 80);
  if (EXPLAINED.test(after)) return true;
  return IN_BRACKETS.test(text.slice(Math.max(0, start - 13), start)) && CLOSES.test(after);
}
