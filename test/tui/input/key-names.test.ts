import { expect, test } from 'vitest';
import { charKey, keyId, namedKey } from '../../../src/tui/input/key.ts';
import {
  createKeySequence,
  findKeyConflicts,
  parseKeys,
} from '../../../src/tui/input/key-sequence.ts';
import { resolveKey } from '../../../src/tui/input/resolve-key.ts';
import { toLatinKey } from '../../../src/tui/input/russian-layout.ts';

test('keys have one id each', () => {
  expect(keyId(charKey('j'))).toBe('j');
  expect(keyId(charKey('J', { shift: true }))).toBe('J');
  expect(keyId(charKey('X', { ctrl: true }))).toBe('ctrl+x');
  expect(keyId(charKey(' '))).toBe('space');
  expect(keyId(namedKey('tab', { shift: true }))).toBe('shift+tab');
  expect(keyId(namedKey('enter'))).toBe('enter');
});

test('every letter of ЙЦУКЕН has its key, in both cases', () => {
  const rows: [string, string][] = [
    ['йцукенгшщзхъ', 'qwertyuiop[]'],
    ['фывапролджэ', "asdfghjkl;'"],
    ['ячсмитьбю', 'zxcvbnm,.'],
    ['ё', '`'],
    ['ЙЦУКЕНГШЩЗХЪ', 'QWERTYUIOP{}'],
    ['ФЫВАПРОЛДЖЭ', 'ASDFGHJKL:"'],
    ['ЯЧСМИТЬБЮ', 'ZXCVBNM<>'],
    ['Ё№', '~#'],
  ];
  for (const [russian, latin] of rows) {
    expect(Array.from(russian, toLatinKey).join('')).toBe(latin);
  }
  expect(toLatinKey('j')).toBeNull();
  expect(toLatinKey('日')).toBeNull();
});

const boundTo =
  (...ids: string[]) =>
  (id: string) =>
    ids.includes(id);

test('a command key works in the Russian layout', () => {
  const isBound = boundTo('j', 'O', '/', '?', ':', ']', 'ctrl+p', 'enter');
  expect(resolveKey(charKey('о'), isBound)).toBe('j');
  expect(resolveKey(charKey('Щ'), isBound)).toBe('O');
  expect(resolveKey(charKey('ъ'), isBound)).toBe(']');
  expect(resolveKey(charKey('з', { ctrl: true }), isBound)).toBe('ctrl+p');
  expect(resolveKey(charKey('.'), isBound)).toBe('/');
  expect(resolveKey(charKey(','), isBound)).toBe('?');
  expect(resolveKey(charKey('Ж'), isBound)).toBe(':');
  expect(resolveKey(namedKey('enter'), isBound)).toBe('enter');
  expect(resolveKey(charKey('x'), isBound)).toBeNull();
});

test('an exact binding wins over the layout and over the aliases', () => {
  expect(resolveKey(charKey('о'), boundTo('о', 'j'))).toBe('о');
  expect(resolveKey(charKey('.'), boundTo('.', '/'))).toBe('.');
  expect(resolveKey(charKey('Ж'), boundTo('Ж', ':'))).toBe('Ж');
});

test('a Latin letter is never translated, so Dvorak works', () => {
  expect(resolveKey(charKey('j'), boundTo('c'))).toBeNull();
});

test('bindings have one spelling', () => {
  expect(parseKeys('g g')).toEqual(['g', 'g']);
  expect(parseKeys('Ctrl+X')).toEqual(['ctrl+x']);
  expect(parseKeys('Shift+Tab')).toEqual(['shift+tab']);
  expect(parseKeys('shift+j')).toEqual(['J']);
  expect(parseKeys('G')).toEqual(['G']);
  expect(parseKeys('shift+ctrl+a')).toEqual(['ctrl+shift+a']);
  expect(parseKeys('+')).toEqual(['+']);
  expect(parseKeys('ctrl++')).toEqual(['ctrl++']);
  for (const wrong of ['', 'ctrl+', 'foo', 'f5', 'j kk']) expect(parseKeys(wrong)).toBeNull();
});

test('a chord waits, shows how it can go on, and matches', () => {
  const sequence = createKeySequence(['j', 'g g', 'g p', 'ctrl+x']);
  expect(sequence.feed('j')).toEqual({ kind: 'match', keys: 'j' });
  expect(sequence.feed('g')).toEqual({
    kind: 'pending',
    prefix: 'g',
    continuations: [
      { id: 'g', keys: 'g g' },
      { id: 'p', keys: 'g p' },
    ],
  });
  expect(sequence.prefix()).toBe('g');
  expect(resolveKey(charKey('з'), sequence.accepts)).toBe('p');
  expect(sequence.feed('p')).toEqual({ kind: 'match', keys: 'g p' });
  expect(sequence.feed('ctrl+x')).toEqual({ kind: 'match', keys: 'ctrl+x' });
});

test('a wrong key ends a chord and does nothing else', () => {
  const sequence = createKeySequence(['j', 'g g']);
  sequence.feed('g');
  expect(sequence.accepts('j')).toBe(false);
  expect(sequence.feed('j')).toEqual({ kind: 'none' });
  expect(sequence.feed('j')).toEqual({ kind: 'match', keys: 'j' });
  sequence.feed('g');
  sequence.reset();
  expect(sequence.accepts('j')).toBe(true);
});

test('bindings that hide others are found', () => {
  expect(findKeyConflicts(['g', 'g g', 'x', 'X', 'Ctrl+a', 'ctrl+A'])).toEqual([
    ['g', 'g g'],
    ['Ctrl+a', 'ctrl+A'],
  ]);
});
