import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keysOf, reader } from './reader-probe.ts';

const ESC = '\u001b';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const KEYS: readonly [bytes: string, keys: string[]][] = [
  ['jjj', ['j', 'j', 'j']],
  ['j\r', ['j', 'enter']],
  ['\r\n', ['enter']],
  ['\n', ['enter']],
  [' ', ['space']],
  ['Щщ', ['Щ', 'щ']],
  ['👨‍👩‍👧и\u0306x', ['👨‍👩‍👧', 'и\u0306', 'x']],
  ['\t', ['tab']],
  [`${ESC}[Z`, ['shift+tab']],
  ['\u007f\b', ['backspace', 'backspace']],
  ['\u0001\u0003\u0010\u001a', ['ctrl+a', 'ctrl+c', 'ctrl+p', 'ctrl+z']],
  ['\u0000\u001c\u001d\u001f', ['ctrl+space', 'ctrl+\\', 'ctrl+]', 'ctrl+_']],
  [`${ESC}[A${ESC}[B${ESC}[C${ESC}[D`, ['up', 'down', 'right', 'left']],
  [`${ESC}OA${ESC}OH${ESC}OF`, ['up', 'home', 'end']],
  [`${ESC}[1;5C${ESC}[1;2A${ESC}[1;3D`, ['ctrl+right', 'shift+up', 'alt+left']],
  [
    `${ESC}[H${ESC}[F${ESC}[1~${ESC}[4~${ESC}[7~${ESC}[8~`,
    ['home', 'end', 'home', 'end', 'home', 'end'],
  ],
  [
    `${ESC}[2~${ESC}[3~${ESC}[5~${ESC}[6~${ESC}[3;5~`,
    ['insert', 'delete', 'pageup', 'pagedown', 'ctrl+delete'],
  ],
  [`${ESC}d${ESC}о${ESC}\u007f${ESC}\r`, ['alt+d', 'alt+о', 'alt+backspace', 'alt+enter']],
  [`${ESC}${ESC}[A`, ['alt+up']],
  [`${ESC}${ESC}`, ['escape', 'escape']],
  [ESC, ['escape']],
  // kitty: Ctrl+с with and without the base key, Dvorak, shifted and release forms
  [`${ESC}[1089::99;5u`, ['ctrl+c']],
  [`${ESC}[1089;5u`, ['ctrl+c']],
  [`${ESC}[1057::99;5u`, ['ctrl+c']],
  [`${ESC}[106::99;5u`, ['ctrl+j']],
  [`${ESC}[1086::106;1u`, ['о']],
  [`${ESC}[1086:1054:106;2u`, ['О']],
  [`${ESC}[97;2u`, ['A']],
  [`${ESC}[97;6u`, ['ctrl+shift+a']],
  [
    `${ESC}[27u${ESC}[13u${ESC}[9;2u${ESC}[127;5u`,
    ['escape', 'enter', 'shift+tab', 'ctrl+backspace'],
  ],
  [`${ESC}[97;1:1u${ESC}[97;1:3u${ESC}[1;1:3A`, ['a']],
  [`${ESC}[97;9u`, []],
  [`${ESC}[57400u${ESC}[57414u${ESC}[57419u`, ['1', 'enter', 'up']],
  // xterm modifyOtherKeys
  [`${ESC}[27;5;1089~${ESC}[27;5;105~${ESC}[27;2;13~`, ['ctrl+c', 'ctrl+i', 'shift+enter']],
];

test.each(KEYS)('%j is %j', (bytes, keys) => {
  expect(keysOf(bytes)).toEqual(keys);
});

const ANSWERS: readonly string[] = [
  `${ESC}[?62;22c`,
  `${ESC}[>1;10;0c`,
  `${ESC}[24;80R`,
  `${ESC}[0n`,
  `${ESC}[?1u`,
  `${ESC}[?2026;2$y`,
  `${ESC}[I`,
  `${ESC}[O`,
  `${ESC}[<0;10;5M`,
  `${ESC}[<0;10;5m`,
  `${ESC}[<64;1;1M`,
  `${ESC}[M !!`,
  `${ESC}[32;10;10M`,
  `${ESC}]11;rgb:0000/0000/0000${ESC}\\`,
  `${ESC}]52;c;cm0gLXJmIC8=\u0007`,
  `${ESC}P>|xterm(380)${ESC}\\`,
  `${ESC}P1$r0m${ESC}\\`,
  `${ESC}_Gi=1;OK${ESC}\\`,
  `${ESC}[8;24;80t`,
  `${ESC}OP`,
  `${ESC}[15~`,
  `${ESC}[1;5P`,
  `${ESC}[[A`,
  `${ESC}[24;2~`,
  '\u009b?62c',
  '\u009d11;rgb:0\u009c',
  '\u0085',
];

test.each(ANSWERS)('the answer or unused key %j types nothing', (sequence) => {
  const { push, seen, answers } = reader();
  push(`a${sequence}b`);
  expect(seen).toEqual(['a', 'b']);
  expect(answers).toEqual([sequence]);
});

test('answers and keys are the same wherever the reads are cut', () => {
  const unit = fc.constantFrom(
    ...ANSWERS,
    ...KEYS.map(([bytes]) => bytes).filter((bytes) => bytes !== ESC && !bytes.endsWith(ESC)),
    `${ESC}[200~d\rd${ESC}[201~`,
  );
  // A lone CR or letter with a mark at a cut is two keys by nature.
  const units = fc.array(
    unit.filter((bytes) => !/\r\n|\u0306/.test(bytes)),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(units, fc.array(fc.nat(60), { maxLength: 5 }), (parts, cuts) => {
      const bytes = Buffer.from(parts.join('q'), 'utf8');
      const points = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)), bytes.length].sort(
        (a, b) => a - b,
      );
      const chunks = points.slice(1).map((end, index) => bytes.subarray(points[index], end));
      const plain = (keys: string[]) =>
        keys.filter((key) => !/\p{Extended_Pictographic}/u.test(key) && key !== '\u200d');
      expect(plain(keysOf(...chunks))).toEqual(plain(keysOf(bytes)));
    }),
    { numRuns: 400 },
  );
});

test('a letter split over two reads is one letter', () => {
  const [first = 0, second = 0] = Buffer.from('п');
  expect(keysOf(Uint8Array.of(first), Uint8Array.of(second))).toEqual(['п']);
});

test('Esc waits for the rest of an arrow, then is a key of its own', () => {
  const { push, seen } = reader();
  push(ESC);
  vi.advanceTimersByTime(40);
  push('[B');
  expect(seen).toEqual(['down']);
  push(ESC);
  vi.advanceTimersByTime(49);
  expect(seen).toEqual(['down']);
  vi.advanceTimersByTime(1);
  expect(seen).toEqual(['down', 'escape']);
});

test('a slow line can have a longer Esc', () => {
  const { push, seen } = reader({ escapeDelayMs: 300 });
  push(ESC);
  vi.advanceTimersByTime(250);
  push('OA');
  expect(seen).toEqual(['up']);
});

test('a torn sequence never becomes text', () => {
  const { push, seen, answers } = reader();
  push(`${ESC}[<0;1`);
  vi.advanceTimersByTime(500);
  push('0;5M');
  push(`${ESC}]11;rgb:`);
  vi.advanceTimersByTime(2000);
  expect(seen).toEqual([]);
  expect(answers).toEqual([`${ESC}[<0;10;5M`, `${ESC}]11;rgb:`]);
});

test('Alt with a letter that begins answers stays a key and eats nothing typed after it', () => {
  const { push, seen } = reader();
  for (const letter of ['P', ']', 'X', '_', '^', 'O', '[']) {
    push(`${ESC}${letter}`);
    vi.advanceTimersByTime(60);
    push('жди');
  }
  expect(seen.filter((key) => 'жди'.includes(key))).toHaveLength(21);
  expect(seen).toContain('alt+P');
  expect(seen).toContain('alt+[');
});

test('lending the terminal forgets half a sequence', () => {
  const { push, reset, seen } = reader();
  push(`${ESC}[200~half`);
  reset();
  push('j');
  vi.runAllTimers();
  expect(seen).toEqual(['j']);
});

test('any bytes at all are read to the end without an error', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 12 }), { maxLength: 6 }), (chunks) => {
      const { push, seen } = reader();
      for (const chunk of chunks) push(chunk);
      vi.runAllTimers();
      push(`\u0018${ESC}[201~`);
      vi.runAllTimers();
      const before = seen.length;
      push('j');
      expect(seen.slice(before)).toEqual(['j']);
    }),
    { numRuns: 500 },
  );
});
