import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textFinder } from '../../../src/app/content/find-in-text.ts';

function marks(typed: string, text: string): string[] {
  const find = textFinder(typed, text);
  return text.split('\n').flatMap((row) => find(row).map(([start, end]) => row.slice(start, end)));
}

test('what stands in the text as it was typed is found as it is, inside of words too', () => {
  expect(marks('DIAL', 'rasdial demo\nDial-up')).toEqual(['dial', 'Dial']);
  expect(marks('--force', 'git push --force')).toEqual(['--force']);
});

test('else the words are found in their forms and in the other layout', () => {
  expect(marks('паролей', 'Смените пароль')).toEqual(['пароль']);
  expect(marks('gfhjkm', 'Смените пароль')).toEqual(['пароль']);
  expect(marks('сканер', 'Смените пароль')).toEqual([]);
  expect(marks('  ', 'Смените пароль')).toEqual([]);
});

test('marks stand in order inside their row, whatever is typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (typed, row) => {
      let at = 0;
      for (const [start, end] of textFinder(typed, row)(row)) {
        expect(start).toBeGreaterThanOrEqual(at);
        expect(end).toBeGreaterThan(start);
        at = end;
      }
      expect(at).toBeLessThanOrEqual(row.length);
    }),
  );
});
