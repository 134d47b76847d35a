import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasConflicts, mergeTexts } from '../../../../src/app/sync/tray/merge-texts.ts';

const labels = { mine: 'моё', theirs: 'на сервере' };
const base = '# VPN\n\nПерезапустите клиент.\nПроверьте пароль.\n\nГотово.\n';

test('what only one side changed is taken over from each', () => {
  const mine = base.replace('Перезапустите клиент.', 'Закройте клиент и откройте снова.');
  const theirs = base.replace('Готово.', 'Готово. Проверено.');
  expect(mergeTexts(base, { mine, theirs }, labels)).toEqual({
    text: '# VPN\n\nЗакройте клиент и откройте снова.\nПроверьте пароль.\n\nГотово. Проверено.\n',
    conflicts: 0,
  });
});

test('what both wrote at one place stands side by side, for a person to decide', () => {
  const mine = base.replace('Проверьте пароль.', 'Смените пароль.');
  const theirs = base.replace('Проверьте пароль.', 'Удалите пароль.');
  const merged = mergeTexts(base, { mine, theirs }, labels);
  expect(merged.conflicts).toBe(1);
  expect(merged.text).toContain(
    '<<<<<<< моё\nСмените пароль.\n=======\nУдалите пароль.\n>>>>>>> на сервере\n',
  );
  expect(hasConflicts(merged.text)).toBe(true);
  expect(hasConflicts(base)).toBe(false);
});

test('what both changed alike is taken once', () => {
  const both = base.replace('Готово.', 'Готово!');
  expect(mergeTexts(base, { mine: both, theirs: both }, labels)).toEqual({
    text: both,
    conflicts: 0,
  });
});

test('rows put in at one place by both are a conflict, not a row lost', () => {
  const mine = base.replace('Готово.', 'Моя строка.\nГотово.');
  const theirs = base.replace('Готово.', 'Их строка.\nГотово.');
  const { text, conflicts } = mergeTexts(base, { mine, theirs }, labels);
  expect(conflicts).toBe(1);
  expect(text).toContain('Моя строка.');
  expect(text).toContain('Их строка.');
});

const rows = fc.array(fc.constantFrom<string>('а', 'б', 'в', 'г', 'д', ''), { maxLength: 12 });
const text = rows.map((lines) => lines.map((line) => `${line}\n`).join(''));

test('one side alone is the result when the other changed nothing', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(mergeTexts(before, { mine: after, theirs: before }, labels)).toEqual({
        text: after,
        conflicts: 0,
      });
      expect(mergeTexts(before, { mine: before, theirs: after }, labels)).toEqual({
        text: after,
        conflicts: 0,
      });
    }),
  );
});

test('choosing one side of every conflict keeps all that this side wrote anew', () => {
  const own = fc.array(fc.constantFrom('мой 1', 'мой 2', 'мой 3'), { maxLength: 3 });
  fc.assert(
    fc.property(rows, rows, own, fc.nat(12), (before, theirs, added, at) => {
      const mine = before.toSpliced(Math.min(at, before.length), 0, ...added);
      const join = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('');
      const merged = mergeTexts(join(before), { mine: join(mine), theirs: join(theirs) }, labels);
      const kept = merged.text.split('\n').filter((line) => line.startsWith('мой'));
      expect(kept).toEqual(added);
      expect(hasConflicts(merged.text)).toBe(merged.conflicts > 0);
    }),
  );
});
