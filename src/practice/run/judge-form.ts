import type { ActionStep, FieldRule } from '../../content/scenario/answer.ts';
import type { Scenario } from '../../content/scenario/scenario.ts';
import { foldText } from '../../util/fold-text.ts';
import type { FactHit } from '../fact/fact-hit.ts';
import type { FormValue, FormValues } from './run-event.ts';

/** One field of a form as it was filled in. */
export interface JudgedField {
  readonly name: string;
  readonly rule: FieldRule;
  readonly isMissing: boolean;
  readonly isRight: boolean;
  /** What was written, as text; null for nothing. */
  readonly written: string | null;
}

type FormAnswer = {
  readonly values: FormValues;
  readonly facts: Readonly<Record<string, readonly FactHit[]>>;
};

/** Holds every field of a form against its rule, in the order of the form. */
export function judgeForm(
  { form }: ActionStep,
  { values, facts }: FormAnswer,
  scenario: Scenario,
): readonly JudgedField[] {
  return [...form].map(([name, rule]) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    const words = value === undefined ? [] : wordsOf(value, scenario);
    const isMissing = words.length === 0;
    const hits = Object.hasOwn(facts, name) ? (facts[name] ?? []) : [];
    const found = new Set(hits.map(({ id }) => id));
    return {
      name,
      rule,
      isMissing,
      isRight: !isMissing && isRight(rule, words, found),
      written: isMissing ? null : words.join(', '),
    };
  });
}

/** What a field holds, without what is blank; an attachment by its name is known by its id. */
function wordsOf(value: FormValue, { attachments }: Scenario): readonly string[] {
  const written = (Array.isArray(value) ? value : [value]).map(String);
  const ids = new Map([...attachments].map(([id, { name }]) => [foldText(name), id]));
  return written
    .filter((text) => text.trim() !== '')
    .map((text) => ids.get(foldText(text)) ?? text.trim());
}

function isRight(rule: FieldRule, words: readonly string[], found: ReadonlySet<string>): boolean {
  const whole = foldText(words.join(' '));
  const folded = words.map(foldText);
  const isOneOf = rule.oneOf.length === 0 || rule.oneOf.some((one) => isSame(whole, one));
  return (
    (rule.equals === null || isSame(whole, rule.equals)) &&
    isOneOf &&
    (rule.contains === null || whole.includes(foldText(rule.contains))) &&
    rule.includes.every((item) => folded.some((word) => isNamedIn(word, foldText(item)))) &&
    (rule.minWords === null || countWords(whole) >= rule.minWords) &&
    rule.has.every((fact) => found.has(fact)) &&
    !rule.lacks.some((fact) => found.has(fact))
  );
}

function isSame(whole: string, expected: string | number | boolean): boolean {
  return whole === foldText(String(expected));
}

/** «har, скрин» names both: a list may be written as one text. */
function isNamedIn(word: string, item: string): boolean {
  return word === item || word.split(/[\s,;]+/u).includes(item);
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
