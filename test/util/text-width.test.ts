import { build } from 'esbuild';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import {
  graphemes,
  isOneCellEach,
  segmentsOf,
  type TextSegment,
  textWidth,
} from '../../src/util/text-width.ts';

/** Surroundings in which a code point may join its neighbours. */
const PATTERNS: readonly ((char: string) => string)[] = [
  (char) => char,
  (char) => `а${char}`,
  (char) => `${char}а`,
  (char) => `x${char}x`,
  (char) => char + char,
  (char) => `${char}\u0301`,
  (char) => `${char}\ufe0f`,
  (char) => `${char}\u200d${char}`,
  (char) => `1${char}\u20e3`,
  (char) => `\u001b[1;31m${char}\u001b[0m`,
];

test('every code point of U+0020..U+2FFF is as wide as string-width says, in ten surroundings', () => {
  const wrong: string[] = [];
  for (let code = 0x20; code <= 0x2fff; code += 1) {
    for (const pattern of PATTERNS) {
      const text = pattern(String.fromCodePoint(code));
      if (textWidth(text) !== stringWidth(text)) wrong.push(JSON.stringify(text));
    }
  }
  expect(wrong).toEqual([]);
});

test('any text, graphemes and escapes included, is as wide as string-width says', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      'Привет',
      '«да» — №',
      '👨‍👩‍👧',
      '🇷🇺',
      '\u001b[31m',
      '\u001b]8;;x\u0007',
      '日本',
      'ﾞ',
      '\u200b',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const text = pieces.join('');
      expect(textWidth(text)).toBe(stringWidth(text));
    }),
    { numRuns: 1000 },
  );
});

test('rows with colours fall into the same graphemes as for Intl.Segmenter', () => {
  const segmenter = new Intl.Segmenter();
  const read = (segments: Iterable<TextSegment>) =>
    Array.from(segments, ({ segment, index }) => `${index}${segment}`).join(' ');
  const wrong: string[] = [];
  for (let code = 0x20; code <= 0x2fff; code += 1) {
    for (const pattern of PATTERNS) {
      const text = pattern(String.fromCodePoint(code));
      if (read(segmentsOf(text)) !== read(segmenter.segment(text)))
        wrong.push(JSON.stringify(text));
    }
  }
  expect(wrong).toEqual([]);
});

test('options of string-width are understood', () => {
  expect(textWidth('№1', { ambiguousIsNarrow: false })).toBe(3);
  expect(textWidth('\u001b[31mx', { countAnsiEscapeCodes: true })).toBe(
    stringWidth('\u001b[31mx', { countAnsiEscapeCodes: true }),
  );
});

test('the glyphs of the chrome and Russian text take one cell each', () => {
  expect(isOneCellEach('Ёж ест ёлку — «№ 5», 100 ₽ … ●◐○·▲◷⏸↩⇡✎⇅↑↓→←▌┆│─█▁▂▃▄▅▆▇')).toBe(true);
  expect(isOneCellEach('日')).toBe(false);
});

test('a text comes apart into what a reader calls characters', () => {
  expect(graphemes('йё👍🏽и\u0306x')).toEqual(['й', 'ё', '👍🏽', 'и\u0306', 'x']);
});

test('a build can bundle the real package, loaded only when it is needed', async () => {
  const { outputFiles } = await build({
    entryPoints: ['src/util/text-width.ts'],
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    write: false,
  });
  const code = outputFiles[0]?.text ?? '';
  expect(code).toContain('RGI_Emoji');
  // This test runs the bundle as a module of its own, without node_modules in reach.
  const bundle: { textWidth: (text: string) => number } = await import(
    /* @vite-ignore */ `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`
  );
  expect(bundle.textWidth('日本👍')).toBe(6);
});
