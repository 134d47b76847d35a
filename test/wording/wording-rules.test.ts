import { describe, expect, test } from 'vitest';
import { loadWording } from '../../src/content/load-wording.ts';
import { patternProblem } from '../../src/wording/pattern-safety.ts';
import { deskFolder, lintIt, shipped } from './lint-scene.ts';

describe('the shipped rules', () => {
  test('have no mistakes', () => {
    expect(shipped.problems).toEqual([]);
    expect(shipped.rules.map(({ id }) => id)).toEqual([
      ...Array.from({ length: 22 }, (_, at) => `L${String(at + 1).padStart(2, '0')}`),
      'SECRET',
    ]);
    expect(shipped.terms.length).toBeGreaterThanOrEqual(120);
  });

  test('have patterns that a desk would be allowed to write', () => {
    const asOwn = loadWording(deskFolder, [deskFolder], (source) =>
      patternProblem(source, () => 0),
    );
    expect(asOwn.problems).toEqual([]);
  });

  test('of whole rules only secrets are absolute', () => {
    const absolute = shipped.rules.filter((rule) => rule.absolute).map(({ id }) => id);
    expect(absolute).toEqual(['SECRET']);
  });
});

const examples = shipped.rules.flatMap(({ id, examples: own }) =>
  (['bad', 'good'] as const).flatMap((sort) =>
    (own?.[sort] ?? []).map((example) => ({ id, sort, example, text: example.text })),
  ),
);

test.each(examples)('$id, $sort: $text', ({ id, sort, example }) => {
  const { text, lang, kind, channel, audience, customer, marks, severity } = example;
  const found = lintIt(text, {
    language: lang ?? null,
    kind: kind ?? null,
    channel: channel ?? 'mail',
    audience: audience ?? 'customer',
    customer: customer ?? null,
  }).filter(({ rule }) => rule === id);
  expect(found.length > 0).toBe(sort === 'bad');
  if (marks) expect(found.map((finding) => finding.text)).toContain(marks);
  if (severity) expect(found.map((finding) => finding.severity)).toContain(severity);
});
