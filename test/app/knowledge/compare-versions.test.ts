import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffTexts } from '../../../src/app/knowledge/compare-versions.ts';

const texts = fc
  .array(fc.constantFrom('раз', 'два', 'три', '', '  три'), { maxLength: 12 })
  .map((lines) => lines.map((line) => `${line}\n`).join(''));

describe('the difference of two texts', () => {
  it('holds both of them whole', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const lines = diffTexts(before, after);
        const side = (other: string) =>
          lines.flatMap(({ sign, text }) => (sign === other ? [] : [`${text}\n`])).join('');
        expect([side('+'), side('-')]).toEqual([before, after]);
      }),
    );
  });

  it('of texts that share nothing is told at once', () => {
    const many = (word: string) =>
      Array.from({ length: 20_000 }, (_, n) => `${word} ${n}\n`).join('');
    const lines = diffTexts(many('старое'), many('новое'));
    expect(lines).toHaveLength(40_000);
    expect(lines[0]).toEqual({ sign: '-', text: 'старое 0' });
  });
});
