import fc from 'fast-check';
import { expect, test } from 'vitest';
import { movedPlaces, type StopPlace, saidIn } from '../../../src/tui/model/stop-places.ts';

const place = (start: number, end: number, key = '0.1'): StopPlace => ({
  key,
  start,
  end,
  choices: [],
});

/** What the places say after an edit that ends at the caret. */
function after(before: string, text: string, caret: number, ...places: StopPlace[]): string[] {
  return movedPlaces(places, before, { text, caret }).map(({ start, end }) =>
    text.slice(start, end),
  );
}

test('a place moves with the text round it and takes what is written inside', () => {
  const before = 'Напишу до 12:20, ждите';
  expect(after(before, 'Ольга, напишу до 12:20, ждите', 8, place(10, 15))).toEqual(['12:20']);
  expect(after(before, 'Напишу до 12:20, спасибо', 24, place(10, 15))).toEqual(['12:20']);
  expect(after(before, 'Напишу до обеда, ждите', 15, place(10, 15))).toEqual(['обеда']);
});

test('a place that was cut through or emptied is one no more', () => {
  const before = 'Напишу до 12:20, ждите';
  expect(after(before, 'Напишу 2:20, ждите', 7, place(10, 15))).toEqual([]);
  expect(after(before, 'Напишу до , ждите', 10, place(10, 15))).toEqual([]);
});

test('a letter like those of a place, typed before it, does not get into it', () => {
  expect(after('x xx', 'xx xx', 1, place(2, 4))).toEqual(['xx']);
  expect(after('ddd', 'dd', 0, place(1, 3))).toEqual(['dd']);
});

test('whatever is replaced elsewhere, places keep what they say', () => {
  const words = fc.array(fc.constantFrom('а', 'б', ' '), { maxLength: 6 }).map((l) => l.join(''));
  fc.assert(
    fc.property(words, words, words, words, words, (head, old, gap, said, tail) => {
      fc.pre(said !== '');
      const before = head + old + gap + said + tail;
      const start = head.length + old.length + gap.length;
      for (const fresh of ['', 'аб', old]) {
        const text = head + fresh + gap + said + tail;
        const caret = head.length + fresh.length;
        expect(after(before, text, caret, place(start, start + said.length))).toEqual([said]);
      }
    }),
  );
});

test('places of one key say one thing', () => {
  const text = 'до 12:20, повторю: до 12:20, не позже 13:00';
  const places = [place(3, 8), place(22, 27), place(38, 43, '0.2')];
  const said = saidIn(text, places, { key: '0.1', value: 'обеда' });
  expect(said.text).toBe('до обеда, повторю: до обеда, не позже 13:00');
  const shown = said.places.map(({ start, end }) => said.text.slice(start, end));
  expect(shown).toEqual(['обеда', 'обеда', '13:00']);
});
