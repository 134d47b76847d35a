import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedLines } from '../../../src/app/content/changed-lines.ts';
import { editedChars, type FilledText } from '../../../src/app/content/edited-chars.ts';

/** A text whose places stand in square brackets. */
function filled(marked: string): FilledText {
  const places: [number, number][] = [];
  let text = '';
  for (const part of marked.split(/(\[[^\]]*\])/)) {
    const inside = part.startsWith('[') ? part.slice(1, -1) : part;
    if (part.startsWith('[')) places.push([text.length, text.length + inside.length]);
    text += inside;
  }
  return { text, places };
}

describe('how much of a template was changed', () => {
  test('filling its places is no edit', () => {
    const written = filled('Ольга, мне нужно [10 минут]: [что делаю].\nНапишу сюда сама.');
    const sent = 'Ольга, мне нужно 5 минут (до 14:05): смотрю журнал шлюза.\nНапишу сюда сама.';
    expect(editedChars(written, sent)).toBe(0);
    expect(editedChars(written, written.text)).toBe(0);
  });

  test('a word put in otherwise costs its letters', () => {
    expect(editedChars(filled('Проверяю журнал.'), 'Проверяю журналы.')).toBe(1);
    expect(editedChars(filled('Проверяю [что].'), 'Проверила сеть.')).toBe(3);
    expect(editedChars(filled('Готово 👍🏽'), 'Готово')).toBe(3);
  });

  test('without places it is the distance of Levenshtein', () => {
    const letters = fc.string({ unit: fc.constantFrom('а', 'б', ' ', '\n'), maxLength: 14 });
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        expect(editedChars({ text: a, places: [] }, b)).toBe(reference(a, b));
      }),
    );
  });

  test('whatever is put into the places costs nothing', () => {
    const piece = fc.string({ maxLength: 20 });
    fc.assert(
      fc.property(fc.array(fc.tuple(piece, piece, piece), { maxLength: 5 }), (parts) => {
        const written = { text: '', places: [] as [number, number][] };
        let sent = '';
        for (const [fixed, before, after] of parts) {
          const start = written.text.length + fixed.length;
          written.text += fixed + before;
          written.places.push([start, start + before.length]);
          sent += fixed + after;
        }
        expect(editedChars(written, sent)).toBe(0);
      }),
    );
  });

  test('a text of a megabyte is measured at once', () => {
    const long = 'строка письма о журнале шлюза\n'.repeat(30_000);
    const began = performance.now();
    const edited = editedChars({ text: `А${long}Я`, places: [] }, `Б${long}другое слово`);
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(edited).toBeGreaterThan(0);
  });
});

describe('which lines were changed', () => {
  test('the line that says something else is named with what stands there', () => {
    const written = filled('Ольга, добрый день!\nМне нужно [время].\nСидеть у экрана не нужно.');
    const sent = 'Ольга, добрый день!\nМне нужно 5 минут.\nМожно не ждать.';
    expect(changedLines(written, sent)).toEqual([{ line: 3, to: 'Можно не ждать.' }]);
  });

  test('a line that was taken out has nothing in its place', () => {
    const written = filled('Первая строка\nВторая строка\nТретья строка');
    expect(changedLines(written, 'Первая строка\nТретья строка')).toEqual([{ line: 2, to: '' }]);
  });

  test('nothing is named when only places were filled', () => {
    const written = filled('Проверьте, пожалуйста: [что].\n\n[подпись]');
    expect(changedLines(written, 'Проверьте, пожалуйста: почту.\n\nАня')).toEqual([]);
  });
});

function reference(a: string, b: string): number {
  if (a === '' || b === '') return Math.max(a.length, b.length);
  const rest = reference(a.slice(1), b.slice(1));
  if (a[0] === b[0]) return rest;
  // Small enough words: the plain definition.
  return memo(a, b);
}

const known = new Map<string, number>();

function memo(a: string, b: string): number {
  const key = `${a}|${b}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const least =
    1 +
    Math.min(reference(a.slice(1), b), reference(a, b.slice(1)), reference(a.slice(1), b.slice(1)));
  known.set(key, least);
  return least;
}
