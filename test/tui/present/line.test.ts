import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitting, lineWidth, word } from '../../../src/tui/present/line.ts';

test('what fits is whole, in its order, and never wider than the row', () => {
  const texts = fc.array(fc.string({ minLength: 1, maxLength: 12 }));
  fc.assert(
    fc.property(texts, fc.nat(60), (said, width) => {
      const parts = said.map((text) => [word(text)]);
      const kept = fitting(parts, width);
      expect(lineWidth(kept.flat())).toBeLessThanOrEqual(width);
      expect(parts.filter((part) => kept.includes(part))).toEqual(kept);
      const [first] = parts;
      if (first && lineWidth(first) <= width) expect(kept[0]).toBe(first);
    }),
  );
});
