import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findExcerpt } from '../../src/search/match-excerpt.ts';
import { createStemmer } from '../../src/search/word.ts';

const stemmer = createStemmer();
const LETTER = [
  'Здравствуйте!',
  'Со вчерашнего дня не открываются отчёты,',
  'пишет «ошибка 0x80070005» и печать на принтере HP встаёт.',
  '',
  'С уважением, Пётр',
].join('\r\n');

function marked(text: string, query: string): string | null {
  const excerpt = findExcerpt(text, query, stemmer);
  if (excerpt === null) return null;
  expect(text.startsWith(excerpt.line, excerpt.start)).toBe(true);
  let out = '';
  let done = 0;
  for (const [start, end] of excerpt.ranges) {
    out += `${excerpt.line.slice(done, start)}[${excerpt.line.slice(start, end)}]`;
    done = end;
  }
  return out + excerpt.line.slice(done);
}

test('the row shows the line that matches, with the words marked as they stand there', () => {
  expect(marked(LETTER, 'отчет')).toBe('Со вчерашнего дня не открываются [отчёты],');
  expect(marked(LETTER, 'принтер печать')).toBe(
    'пишет «ошибка 0x80070005» и [печать] на [принтере] HP встаёт.',
  );
});

test('the line with more of the words wins', () => {
  expect(marked('отчёт\nпечать отчёта\nпечать', 'печать отчет')).toBe('[печать] [отчёта]');
});

test('wrong layout, half a code and an unfinished word are marked too', () => {
  expect(marked(LETTER, 'ghbynth')).toContain('[принтере]');
  expect(marked(LETTER, '80070005')).toContain('[0x80070005]');
  expect(marked(LETTER, '0х8007')).toContain('[0x80070005]');
  expect(marked(LETTER, 'открыва')).toContain('[открываются]');
  expect(marked(LETTER, 'петр')).toBe('С уважением, [Пётр]');
});

test('no line, no excerpt', () => {
  expect(findExcerpt(LETTER, 'сертификат', stemmer)).toBeNull();
  expect(findExcerpt(LETTER, '', stemmer)).toBeNull();
  expect(findExcerpt('', 'отчет', stemmer)).toBeNull();
});

test('ranges lie in the line, in order, and never overlap', () => {
  const text = fc.array(fc.constantFrom('отчёт', 'печать', 'KB50', '\n', ' ', 'a@b.ru', '🖨'), {
    maxLength: 30,
  });
  fc.assert(
    fc.property(text, fc.string({ maxLength: 12 }), (parts, query) => {
      const excerpt = findExcerpt(parts.join(' '), `${query} отчет kb`, stemmer);
      let done = 0;
      for (const [start, end] of excerpt?.ranges ?? []) {
        expect(start).toBeGreaterThanOrEqual(done);
        expect(end).toBeGreaterThan(start);
        done = end;
      }
      expect(done).toBeLessThanOrEqual(excerpt?.line.length ?? 0);
    }),
  );
});
