import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { graphemes } from '../../src/util/text-width.ts';
import { escapeForTerminal, safe, showControls, toSafe } from '../../src/util/to-safe.ts';
import { BENIGN_TEXTS, HOSTILE_TEXTS } from './hostile-texts.ts';

const INVISIBLE_OR_ACTIVE =
  /[\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]|[[\p{Cf}\p{Default_Ignorable_Code_Point}]--[\u200d\ufe0e\ufe0f]]/v;
const LETTER = /[\p{L}\p{N}]/gu;

/** Checks what T2 and T4 promise about any output. */
function expectHarmless(text: string, multiline: boolean): void {
  for (const line of multiline ? text.split('\n') : [text]) {
    expect(line).not.toMatch(INVISIBLE_OR_ACTIVE);
    expect(line).not.toMatch(/^\p{M}|\p{M}{5}/u);
    for (const grapheme of graphemes(line)) expect([...grapheme].length).toBeLessThanOrEqual(32);
    for (const [joined] of line.matchAll(/.?.\u200d.?/gu)) {
      expect(joined).toMatch(/\p{Extended_Pictographic}.?\u200d\p{Extended_Pictographic}/u);
    }
  }
}

const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(...HOSTILE_TEXTS.map(({ text }) => text).filter((text) => text.length < 90)),
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom('👨', '\u200d', '\ufe0f', '🏽', '\u20e3', '1', '\t', '\r\n', 'ы', '◌', '›'),
      fc.constantFrom('\u0301', 'ᄀ', 'क्', '👨\u200d', '🏽').map((unit) => unit.repeat(40)),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

test('the corpus has at least 150 attacks', () => {
  expect(HOSTILE_TEXTS.length).toBeGreaterThanOrEqual(150);
});

describe.each([...new Set(HOSTILE_TEXTS.map(({ kind }) => kind))])('%s', (kind) => {
  test.each([false, true])(
    'nothing active survives and nothing visible is lost (lines: %s)',
    (multiline) => {
      for (const { text, visible } of HOSTILE_TEXTS.filter((item) => item.kind === kind)) {
        const shown = toSafe(text, { multiline });
        expectHarmless(shown, multiline);
        for (const part of visible) expect(shown).toContain(part);
      }
    },
  );
});

test.each(BENIGN_TEXTS)('an ordinary text stays as it is: %s', (text) => {
  expect(toSafe(text)).toBe(text);
  expect(toSafe(`${text}\n${text}`, { multiline: true })).toBe(`${text}\n${text}`);
  expect(showControls(text)).toBe(text);
});

test('an engineer sees which control was sent', () => {
  const table: [string, string][] = [
    ['a\u001b[2Jb', 'a␛[2Jb'],
    ['верный\rНЕВЕРНЫЙ', 'верный␍НЕВЕРНЫЙ'],
    ['a\u0000\u0007\b\u007f', 'a␀␇␈␡'],
    ['a\u202eb', 'a\\u{202e}b'],
    ['a\ud800b', 'a\\u{d800}b'],
    ['a\u200bb\ufeff', 'a\\u{200b}b\\u{feff}'],
    ['a\tb', 'a b'],
    ['a\r\nb\nc', 'a␊b␊c'],
    [`e${'\u0301'.repeat(1000)}!`, `e${'\u0301'.repeat(4)}‹+996›!`],
    ['\u0301a', '◌\u0301a'],
  ];
  for (const [text, shown] of table) expect(toSafe(text)).toBe(shown);
});

test('lines of a message stay lines, and tabs line up in columns of eight', () => {
  expect(toSafe('имя\tцена\r\nсервер\t5\r\n', { multiline: true })).toBe(
    'имя     цена\nсервер  5\n',
  );
});

test('a line is cut at 2,000 characters, a draft is not', () => {
  expect(toSafe('я'.repeat(2000))).toBe('я'.repeat(2000));
  expect(toSafe('я'.repeat(9000))).toBe(`${'я'.repeat(2000)}…`);
  expect(graphemes(toSafe('👍'.repeat(9000)))).toHaveLength(2001);
  expect(toSafe(`${'я'.repeat(9000)}\n${'ю'.repeat(10)}`, { multiline: true })).toMatch(
    /…\nю{10}$/,
  );
  expect(toSafe('👍'.repeat(9000), { maxLine: Number.POSITIVE_INFINITY })).toBe('👍'.repeat(9000));
});

test('whatever is sent, the result is harmless and making it safe again changes nothing', () => {
  fc.assert(
    fc.property(hostile, fc.boolean(), (text, multiline) => {
      const shown = toSafe(text, { multiline });
      expectHarmless(shown, multiline);
      expect(toSafe(shown, { multiline })).toBe(shown);
    }),
    { numRuns: 1500 },
  );
});

test('every letter and digit that was sent is still there, in order', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const sent = text.replace(/\p{Default_Ignorable_Code_Point}/gu, '').match(LETTER) ?? [];
      const shown = toSafe(text);
      let from = 0;
      for (const letter of sent) {
        const at = shown.indexOf(letter, from);
        expect(at, `${letter} of ${JSON.stringify(text)}`).toBeGreaterThanOrEqual(0);
        from = at + letter.length;
      }
    }),
    { numRuns: 1000 },
  );
});

test('JSON for a terminal is inert and means the same', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), hostile), (value) => {
      const json = JSON.stringify(value, null, 2);
      const escaped = escapeForTerminal(json);
      expect(escaped.replaceAll('\n', '')).not.toMatch(INVISIBLE_OR_ACTIVE);
      expect(JSON.parse(escaped)).toEqual(JSON.parse(json));
    }),
    { numRuns: 300 },
  );
  expect(escapeForTerminal('{"a": "б\u009b\u{e0041}"}')).toBe('{"a": "б\\u009b\\udb40\\udc41"}');
});

test('our own words and safe values make safe text', () => {
  const subject = toSafe('тема\u0007');
  expect(safe`№ ${5} · ${subject}`).toBe('№ 5 · тема␇');
});

test('plain text of a megabyte costs milliseconds, a hostile one does not hang', () => {
  const started = performance.now();
  toSafe('Здравствуйте, не работает почта. '.repeat(30_000), { multiline: true });
  toSafe('\u0301'.repeat(1_000_000));
  toSafe('👨\u200d'.repeat(100_000));
  toSafe('\u001b['.repeat(500_000));
  expect(performance.now() - started).toBeLessThan(5000);
});
