import type { FactRule } from '../../content/scenario/fact-rule.ts';
import { detect, type FactScene, usualScene } from './detectors.ts';
import type { FactHit } from './fact-hit.ts';
import { type FactPattern, readPattern } from './fact-pattern.ts';
import { signHits } from './fact-signs.ts';
import {
  indexWords,
  matchPattern,
  type PatternHit,
  type WordIndex,
  type WordSpan,
} from './match-pattern.ts';
import { type ReadReply, readReply } from './read-reply.ts';
import type { WordForms } from './word-forms.ts';

/**
 * The facts of a reply, in the order of the rules, each with its shortest proof. `words` brings the
 * dictionary forms (see `wordsToLookUp`); `scene` what the time and the names of a reply mean.
 */
export function findFacts(
  text: string,
  rules: readonly FactRule[],
  words: WordForms,
  scene: FactScene = usualScene,
): FactHit[] {
  if (text.trim() === '') return [];
  const reply = readReply(text);
  const index = indexWords(reply, words);
  return rules.flatMap((rule) => {
    const found = [...patternRanges(rule, index), ...detectorRanges(rule, reply, scene)];
    const best = shortest(found.filter((range) => !isSilenced(rule, range, index)));
    if (best === null) return [];
    const { start, end } = best;
    return [{ id: rule.id, start, end, evidence: text.slice(start, end) }];
  });
}

const NEARBY = '~';

interface Proof {
  readonly start: number;
  readonly end: number;
  readonly sentences: readonly number[];
}

function shortest(proofs: readonly Proof[]): Proof | null {
  const length = ({ start, end }: Proof) => end - start;
  return proofs.reduce<Proof | null>(
    (best, proof) => (best === null || length(proof) < length(best) ? proof : best),
    null,
  );
}

function patternRanges({ any }: FactRule, index: WordIndex): readonly Proof[] {
  return any.flatMap((groups) => proofsOf(groups, index));
}

/** Ways in which every group of an alternative is hit in one sentence, or nearby after `~`. */
function proofsOf(groups: readonly (readonly string[])[], index: WordIndex): readonly Proof[] {
  const asked = groups.filter((group) => group.length > 0);
  const isWide = asked.some((group) => group.includes(NEARBY));
  const hits: (readonly PatternHit[])[] = [];
  for (const group of asked.filter((one) => !one.includes(NEARBY))) {
    const found = group.flatMap((source) => hitsOf(readPattern(source), index));
    if (found.length === 0) return [];
    hits.push(found);
  }
  const [from, ...others] = hits;
  const reach = isWide ? 1 : 0;
  return (from ?? []).flatMap((hit) => joined(hit, { others, reach }, index) ?? []);
}

function hitsOf(pattern: FactPattern, index: WordIndex): readonly PatternHit[] {
  return pattern.sign === null ? matchPattern(pattern, index) : signHits(pattern.sign, index);
}

interface Nearby {
  readonly others: readonly (readonly PatternHit[])[];
  /** How many sentences away they may stand. */
  readonly reach: number;
}

function joined(hit: PatternHit, { others, reach }: Nearby, { reply }: WordIndex): Proof | null {
  const chosen = [hit];
  for (const group of others) {
    const near = nearest(hit, group, reach);
    if (near === null) return null;
    chosen.push(near);
  }
  const sentences = [...new Set(chosen.map(({ sentence }) => sentence))];
  if (Math.max(...sentences) - Math.min(...sentences) > reach) return null;
  const worded = chosen.filter(({ first, end }) => end > first);
  if (worded.length === 0) return null;
  const start = Math.min(...worded.map(({ first }) => reply.words[first]?.start ?? 0));
  const end = Math.max(...worded.map((one) => reply.words[one.end - 1]?.end ?? 0));
  return { start, end, sentences };
}

function nearest(hit: PatternHit, group: readonly PatternHit[], reach: number): PatternHit | null {
  let best: PatternHit | null = null;
  for (const other of group) {
    if (Math.abs(other.sentence - hit.sentence) > reach || !goTogether(hit, other)) continue;
    if (best === null || distance(other, hit) < distance(best, hit)) best = other;
  }
  return best;
}

/** «Расскажу, что было в 14:05»: the time belongs to what is told, not to the telling. */
function goTogether(one: PatternHit, other: PatternHit): boolean {
  return holds(one.within, other) && holds(other.within, one);
}

function holds(span: WordSpan | null | undefined, { first, end }: PatternHit): boolean {
  return !span || first === end || (first >= span.first && end <= span.end);
}

function distance(a: PatternHit, b: PatternHit): number {
  if (a.sentence !== b.sentence) return Number.MAX_SAFE_INTEGER;
  return Math.max(0, b.first - a.end, a.first - b.end);
}

function detectorRanges(
  { detector }: FactRule,
  reply: ReadReply,
  scene: FactScene,
): readonly Proof[] {
  if (detector === null) return [];
  return detect(detector, reply, scene).map(({ start, end }) => ({
    start,
    end,
    sentences: sentencesAt(reply, start, end),
  }));
}

function sentencesAt({ sentences }: ReadReply, start: number, end: number): readonly number[] {
  return sentences.flatMap((sentence, index) =>
    sentence.start < end && sentence.end > start ? [index] : [],
  );
}

function isSilenced({ unless }: FactRule, proof: Proof, index: WordIndex): boolean {
  return unless.some((source) => {
    const pattern = readPattern(source);
    return silencers(pattern, index).some((hit) => rulesOut(pattern, hit, proof, index));
  });
}

function rulesOut(
  { reach }: FactPattern,
  hit: PatternHit,
  { start, end, sentences }: Proof,
  { reply }: WordIndex,
): boolean {
  if (reach === 'nearby') return sentences.some((one) => Math.abs(one - hit.sentence) <= 1);
  if (!sentences.includes(hit.sentence)) return false;
  const [first, last] = [reply.words[hit.first], reply.words[hit.end - 1]];
  return reach === 'sentence' || ((first?.start ?? 0) >= start && (last?.end ?? 0) <= end);
}

function silencers(pattern: FactPattern, index: WordIndex): readonly PatternHit[] {
  return pattern.sign === null ? matchPattern(pattern, index) : signHits(pattern.sign, index);
}
