import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cut, fit, pad, wrap } from '../../src/util/text-layout.ts';
import { graphemes, textWidth } from '../../src/util/text-width.ts';
import { toSafe } from '../../src/util/to-safe.ts';

const word = fc.constantFrom(
  'почта',
  'не',
  'работает',
  'mail',
  '日本語',
  '👍🏽',
  'и\u0306',
  '—',
  'сверхдлинноесловобезпробелов',
);
const line = fc.oneof(
  fc
    .array(fc.oneof(word, fc.constantFrom(' ', '  ')), { maxLength: 12 })
    .map((all) => all.join(' ')),
  fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => toSafe(text)),
);
const width = fc.integer({ min: 2, max: 30 });

test('a cut text fits, says that it was cut, and a text that fits is not touched', () => {
  expect(cut('Обращение', 5)).toBe('Обра…');
  expect(cut('Обращение', 9)).toBe('Обращение');
  expect(cut('日本語', 4)).toBe('日…');
  expect(cut('ab', 1)).toBe('…');
  expect(cut('ab', 0)).toBe('');
  fc.assert(
    fc.property(line, width, (text, cells) => {
      const short = cut(text, cells);
      expect(textWidth(short)).toBeLessThanOrEqual(cells);
      if (textWidth(text) <= cells) expect(short).toBe(text);
      else expect(short.endsWith('…')).toBe(true);
    }),
  );
});

test('a fitted text has exactly the width of its column', () => {
  expect(pad('да', 5)).toBe('да   ');
  expect(pad('да', 5, 'right')).toBe('   да');
  expect(pad('да', 5, 'center')).toBe(' да  ');
  fc.assert(
    fc.property(line, width, fc.constantFrom('left', 'right', 'center'), (text, cells, align) => {
      expect(textWidth(fit(text, cells, align))).toBe(cells);
    }),
  );
});

test('words wrap whole, a word longer than the row is broken, own lines are kept', () => {
  expect(wrap('не работает почта', 10)).toEqual(['не', 'работает', 'почта']);
  expect(wrap('не работает почта', 11)).toEqual(['не работает', 'почта']);
  expect(wrap('абвгдежз и', 3)).toEqual(['абв', 'где', 'жз', 'и']);
  expect(wrap('  отступ и дальше', 9)).toEqual(['  отступ', 'и дальше']);
  expect(wrap('один\n\nдва', 10)).toEqual(['один', '', 'два']);
  expect(wrap('日本語 текст', 4)).toEqual(['日本', '語', 'текс', 'т']);
  expect(wrap('', 5)).toEqual(['']);
});

test('wrapped rows fit, and but for spaces at the breaks no character is lost', () => {
  fc.assert(
    fc.property(line, width, (text, cells) => {
      const rows = wrap(text, cells);
      // A single glyph may be wider than the row; it is never torn.
      const room = Math.max(cells, ...graphemes(text).map((glyph) => textWidth(glyph)));
      for (const row of rows) expect(textWidth(row)).toBeLessThanOrEqual(room);
      expect(rows.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    }),
    { numRuns: 500 },
  );
});

test('wrapping a long Russian message is fast', () => {
  const message = 'Здравствуйте, не работает почта на рабочем месте. '.repeat(2000);
  const started = performance.now();
  wrap(message, 80);
  expect(performance.now() - started).toBeLessThan(500);
});
