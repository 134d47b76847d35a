import type { FactRule } from '../../content/scenario/fact-rule.ts';
import { findFacts } from '../fact/find-facts.ts';
import type { WordForms } from '../fact/word-forms.ts';
import { type Finding, finding } from './finding.ts';

/** Tries each fact by its own examples: it has to find those that pass, and none of those that fail. */
export function checkExamples(
  facts: ReadonlyMap<string, FactRule>,
  words: WordForms,
): readonly Finding[] {
  return [...facts].flatMap(([id, rule]) => {
    const { pass, fail } = rule.examples;
    if (pass.length === 0 || fail.length === 0) {
      return [finding(['facts', id], 'examples-missing', { value: id })];
    }
    return [...missed(rule, words), ...mistaken(rule, words)];
  });
}

function missed(rule: FactRule, words: WordForms): readonly Finding[] {
  return rule.examples.pass.flatMap((text, index) => {
    if (findFacts(text, [rule], words).length > 0) return [];
    const path = ['facts', rule.id, 'examples', 'pass', index];
    return [finding(path, 'example-not-found', { value: rule.id, text })];
  });
}

function mistaken(rule: FactRule, words: WordForms): readonly Finding[] {
  return rule.examples.fail.flatMap((text, index) => {
    const [hit] = findFacts(text, [rule], words);
    if (hit === undefined) return [];
    const path = ['facts', rule.id, 'examples', 'fail', index];
    return [finding(path, 'example-found', { value: rule.id, text, evidence: hit.evidence })];
  });
}
