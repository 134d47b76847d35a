import fc from 'fast-check';
import { expect, test } from 'vitest';
import { viewBuffer } from '../../../src/tui/input/buffer-layout.ts';
import { bufferOf } from '../../../src/tui/input/text-buffer.ts';
import { WrappedLine, wrapLine } from '../../../src/tui/input/wrapped-line.ts';
import { wrapRows } from '../../../src/util/text-layout.ts';
import { toSafe } from '../../../src/util/to-safe.ts';

const piece = fc.oneof(
  fc.constantFrom(
    'почта ',
    'не ',
    '  ',
    'сверхдлинноесловобезпробелов',
    '日本語',
    '👍🏽',
    '🇷🇺',
    'и\u0306',
  ),
  fc.string({ unit: 'grapheme', maxLength: 4 }).map((text) => toSafe(text)),
);
const line = (most: number) =>
  fc.array(piece, { maxLength: most }).map((all) => all.join('').replaceAll('\n', ' '));

function rowsOf(wrapped: WrappedLine) {
  return Array.from({ length: wrapped.last + 1 }, (_, i) => wrapped.row(i));
}

test('a line that was edited is wrapped as if it had never been seen', () => {
  fc.assert(
    fc.property(
      line(60),
      line(4),
      fc.nat(),
      fc.nat(20),
      fc.integer({ min: 2, max: 30 }),
      (...drawn) => {
        const [before, put, at, taken, width] = drawn;
        const from = at % (before.length + 1);
        const after = before.slice(0, from) + put + before.slice(from + taken);
        const known = new WrappedLine(before, width);
        known.indexOf(at % 50);
        expect(rowsOf(known.edited(after))).toEqual(wrapRows(after, width));
      },
    ),
    { numRuns: 400 },
  );
});

test('a long line is remembered, whatever was typed into it and wherever', () => {
  const long = 'Проверяю журнал шлюза 👍🏽 и напишу вам сразу. '.repeat(400);
  const typed = `${long.slice(0, 9_000)}сразу же ${long.slice(9_000)}`;
  expect(rowsOf(wrapLine(long, 40))).toEqual(wrapRows(long, 40));
  expect(wrapLine(long, 40)).toBe(wrapLine(long, 40));
  expect(rowsOf(wrapLine(typed, 40))).toEqual(wrapRows(typed, 40));
  expect(rowsOf(wrapLine(long, 30))).toEqual(wrapRows(long, 30));
});

test('only what is seen is wrapped: the end of a text of 10 MB costs no more than its end', () => {
  const text = 'строка о том, что сделано\n'.repeat(400_000);
  const started = performance.now();
  const { rows, caret } = viewBuffer(bufferOf(text), 40, 5);
  expect(rows).toHaveLength(5);
  expect(caret).toEqual({ row: 4, col: 0 });
  expect(performance.now() - started).toBeLessThan(1000);
});

test('the text stays where it is while the caret is in sight, and follows it further', () => {
  const text = Array.from({ length: 20 }, (_, i) => `строка ${i}`).join('\n');
  const at = (row: number) => bufferOf(text, text.indexOf(`строка ${row}`));
  const first = (row: number, top: number) => viewBuffer(at(row), 40, 5, top);
  const end = first(19, 0);
  expect(end.caret.row).toBe(4);
  const up = first(17, end.top);
  expect([up.top, up.caret.row]).toEqual([end.top, 2]);
  const above = first(10, up.top);
  expect([above.caret.row, above.top]).toEqual([0, text.indexOf('строка 10')]);
  expect(viewBuffer(bufferOf('коротко'), 40, 5, above.top).rows).toHaveLength(1);
});
