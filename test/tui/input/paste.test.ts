import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keysOf, reader } from './reader-probe.ts';

const ESC = '\u001b';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a paste is data, its keys do nothing', () => {
  expect(keysOf(`${ESC}[200~dd\rq${ESC}[A\r\nъ${ESC}[201~j`)).toEqual([
    'paste:dd\nq\u001b[A\nъ',
    'j',
  ]);
});

test('a paste split over many reads is one paste', () => {
  const bytes = Buffer.from(`x${ESC}[200~Привет, мир\r\n:q!${ESC}[201~y`);
  const { push, seen } = reader();
  for (const byte of bytes) push(Uint8Array.of(byte));
  expect(seen).toEqual(['x', 'paste:Привет, мир\n:q!', 'y']);
});

test('Esc pressed just before a paste does not turn the paste into commands', () => {
  expect(keysOf(`${ESC}${ESC}[200~dq${ESC}[201~`)).toEqual(['escape', 'paste:dq']);
});

test('a paste without an end is closed by silence, and keys work again', () => {
  const { push, seen } = reader({ pasteTimeoutMs: 3000 });
  push(`${ESC}[200~:quit\r`);
  vi.advanceTimersByTime(2900);
  push('dd');
  vi.advanceTimersByTime(3000);
  expect(seen).toEqual(['paste::quit\ndd']);
  push('j');
  expect(seen).toEqual(['paste::quit\ndd', 'j']);
});

test('the late rest of a paste closed by silence is still a paste', () => {
  const { push, seen } = reader();
  push(`${ESC}[200~one`);
  vi.advanceTimersByTime(3000);
  push(`dd:q\r${ESC}[201~k`);
  expect(seen).toEqual(['paste:one', 'paste:dd:q\n', 'k']);
});

test('an endless paste comes in pieces and never as commands', () => {
  const { push, seen } = reader({ pasteLimit: 100 });
  push(`${ESC}[200~`);
  for (let index = 0; index < 50; index += 1) push('dq'.repeat(10));
  push(`${ESC}[201~`);
  expect(seen.length).toBeGreaterThan(1);
  expect(seen.every((event) => event.startsWith('paste:'))).toBe(true);
  expect(seen.map((event) => event.slice('paste:'.length)).join('')).toBe('dq'.repeat(500));
});
