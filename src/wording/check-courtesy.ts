import type { CompiledRule } from './compile-rules.ts';
import { findPatterns, hasPattern } from './find-pattern.ts';
import {
  type Check,
  firstSentence,
  type Hit,
  type LintScene,
  lastSentence,
  namedPatterns,
} from './lint-scene.ts';
import { fold } from './message-text.ts';

/** A greeting with the name in the first message, thanks and a question in the last. */
export const findDiscourtesy: Check = (rule, scene) => {
  const { kind } = scene.options;
  if (scene.message.sentences.length === 0) return [];
  if (kind === 'first') return greetingHits(rule, scene);
  if (kind === 'close') return closingHits(rule, scene);
  return [];
};

function has(rule: CompiledRule, name: string, scene: LintScene): boolean {
  return hasPattern(namedPatterns(rule, name, scene.language), scene.message.prose);
}

/** How far into a message a greeting still is one. */
const OPENING = 200;
const ADDRESSED = /^,?\s{1,3}(?:\p{Lu}[\p{L}'-]{1,30}\s?){1,3}[!,.]/u;

function greetingHits(rule: CompiledRule, scene: LintScene): readonly Hit[] {
  const { message, language, options } = scene;
  const patterns = namedPatterns(rule, 'greeting', language);
  const search = { message, view: message.prose, isTimed: false };
  const greeting = findPatterns(patterns, search).find(({ start }) => start < OPENING);
  const first = firstSentence(scene);
  if (!greeting) return [hitOf(first, rule, 'noGreeting')];
  const { customer: name, callName } = options;
  if (name === null || !isPerson(rule, name, scene)) return [];
  const opening = message.prose;
  const words = fold(`${name} ${callName ?? ''}`).lower.match(/\p{L}{2,}/gu) ?? [];
  if (words.some((word) => opening.lower.slice(0, OPENING).includes(word))) return [];
  const after = opening.cased.slice(greeting.end, greeting.end + 80);
  return ADDRESSED.test(after) ? [] : [hitOf(greeting, rule, 'noName')];
}

/** A company is not greeted by its name: what looks like one, or is listed as one, needs none. */
function isPerson(rule: CompiledRule, name: string, { language, wording }: LintScene): boolean {
  const folded = fold(name);
  if (hasPattern(namedPatterns(rule, 'company', language), folded)) return false;
  if (wording.names.some(({ kind, name: known }) => kind === 'customer' && known === name))
    return false;
  return /^\p{Lu}[\p{L}'-]+(?:\s+\p{Lu}[\p{L}'.-]*){0,2}$/u.test(name.trim());
}

function closingHits(rule: CompiledRule, scene: LintScene): readonly Hit[] {
  const hits: Hit[] = [];
  if (!has(rule, 'thanks', scene)) hits.push(hitOf(lastSentence(scene), rule, 'noThanks'));
  if (!has(rule, 'question', scene)) hits.push(hitOf(lastSentence(scene), rule, 'noQuestion'));
  return hits;
}

function hitOf({ start, end }: Hit, { data }: CompiledRule, what: string): Hit {
  const said = data.variants?.[what];
  return said ? { start, end, message: said.message, suggestion: said.suggestion } : { start, end };
}
