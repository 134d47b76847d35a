import { beforeAll, describe, expect, it } from 'vitest';
import { findFacts } from '../../../src/practice/fact/find-facts.ts';
import { stemsOnly } from '../../../src/practice/fact/word-forms.ts';
import { must } from '../../../src/util/must.ts';
import { judged, lookUp, precisionOf, readReplies, recallOf, shippedFacts } from './replies.ts';

const NEEDED = [
  ...['greeting', 'introduce', 'ask_number', 'ask_error_text', 'scope_check', 'do_now'],
  ...['hold_time', 'promise_update', 'escalation_no_repeat', 'any_questions', 'confirm_close'],
  'apology_no_guilt',
];

const SETS = ['dev', 'held', 'outside'] as const;
const LEAST = {
  dev: { precision: 0.98, recall: 0.97 },
  held: { precision: 0.95, recall: 0.85 },
  outside: { precision: 0.97, recall: 0.94 },
};

describe.each(['ru', 'en'] as const)('the shipped facts in %s', (lang) => {
  const facts = shippedFacts(lang);
  const rules = [...facts.values()];
  const replies = {
    dev: readReplies('dev', lang),
    held: readReplies('held', lang),
    outside: readReplies('outside', lang),
  };
  let words = stemsOnly();

  beforeAll(async () => {
    const said = SETS.flatMap((set) => [...replies[set].values()]);
    const all = [...said, ...rules.map(({ examples }) => examples)];
    words = await lookUp(
      all.flatMap(({ pass, fail }) => [...pass, ...fail]),
      rules,
    );
  });

  it('has every fact that a scenario may count on, with its title and its reason', () => {
    expect(NEEDED.filter((id) => !facts.has(id))).toEqual([]);
    expect(rules.filter(({ title, rule }) => !(title && rule))).toEqual([]);
  });

  it('proves every fact by at least six replies that say it and six that do not', () => {
    const few = rules.filter(({ examples: { pass, fail } }) => pass.length < 6 || fail.length < 6);
    expect(few.map(({ id }) => id)).toEqual([]);
    const wrong = rules.flatMap((rule) => {
      const says = (text: string) => findFacts(text, [rule], words).length > 0;
      const { pass, fail } = rule.examples;
      return [...pass.filter((text) => !says(text)), ...fail.filter(says)];
    });
    expect(wrong).toEqual([]);
  });

  it.each(SETS)('finds them in replies of people: %s', (set) => {
    expect([...replies[set].keys()].toSorted()).toEqual(NEEDED.toSorted());
    const all = [...replies[set]].map(([id, said]) => judged(must(facts.get(id), id), said, words));
    expect(precisionOf(all)).toBeGreaterThanOrEqual(LEAST[set].precision);
    expect(recallOf(all)).toBeGreaterThanOrEqual(LEAST[set].recall);
  });
});

it('has the same facts in both languages', () => {
  const ids = (lang: 'ru' | 'en') => [...shippedFacts(lang).keys()].toSorted();
  expect(ids('en')).toEqual(ids('ru'));
});
