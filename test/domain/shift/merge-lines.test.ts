import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeLines } from '../../../src/domain/shift/merge-lines.ts';

const text = fc
  .array(fc.constantFrom('а', 'б', 'в', 'г', ''), { maxLength: 8 })
  .map((all) => all.join('\n'));
const linesOf = (written: string) => written.split('\n');

describe('two changes of one text', () => {
  it.each([
    ['different places', 'а\nб\nв', 'А\nб\nв', 'а\nб\nВ', 'А\nб\nВ'],
    ['the same line: theirs, then mine', 'а\nб', 'а\nмоё', 'а\nих', 'а\nих\nмоё'],
    ['two additions at the end', 'а', 'а\nмоё', 'а\nих', 'а\nих\nмоё'],
    ['one deletes what the other left', 'а\nб\nв', 'а\nв', 'а\nб\nв\nг', 'а\nв\nг'],
    ['one deletes what the other changed', 'а\nб\nв', 'а\nв', 'а\nБ\nв', 'а\nБ\nв'],
    ['both write the same', 'а', 'а\nб', 'а\nб', 'а\nб'],
    ['a first text on both sides', '', 'моё', 'их', 'их\nмоё'],
  ])('come together: %s', (_, base, mine, theirs, merged) => {
    expect(mergeLines({ base, mine, theirs })).toBe(merged);
  });

  it('are both there when they are too long to be aligned', () => {
    const many = (word: string) =>
      Array.from({ length: 2100 }, (_, n) => `${word} ${n}`).join('\n');
    const merged = linesOf(mergeLines({ base: many('б'), mine: many('м'), theirs: many('и') }));
    expect(merged).toHaveLength(4200);
  });

  it('lose no line that somebody wrote, and take what only one of them changed', () => {
    fc.assert(
      fc.property(text, text, text, (base, mine, theirs) => {
        const merged = new Set(linesOf(mergeLines({ base, mine, theirs })));
        const known = new Set(linesOf(base));
        for (const line of [...linesOf(mine), ...linesOf(theirs)]) {
          if (line !== '' && !known.has(line)) expect(merged).toContain(line);
        }
        expect(mergeLines({ base, mine, theirs: base })).toBe(mine);
        expect(mergeLines({ base, mine: base, theirs })).toBe(theirs);
        expect(mergeLines({ base, mine, theirs: mine })).toBe(mine);
      }),
    );
  });
});
