import { expect, it } from 'vitest';
import { compareParts } from '../../../src/content/desk/compare-parts.ts';

it('finds entries by their code, wherever they stand', () => {
  const from = [
    { code: 'a', name: 'А' },
    { code: 'b', next: ['x', 'y'] },
  ];
  const to = [
    { code: 'c', name: 'Ц' },
    { code: 'b', next: ['x'] },
  ];
  expect(compareParts('ladders', from, to)).toMatchObject([
    { entry: 'a', change: 'removed' },
    { entry: 'c', change: 'added' },
    { entry: 'b', change: 'changed', values: [{ path: 'next', from: ['x', 'y'], to: ['x'] }] },
  ]);
});

it('tells another order of the same entries, since the first that fits holds', () => {
  const [a, b] = [{ code: 'a' }, { code: 'b' }];
  expect(compareParts('policies', [a, b], [b, a])).toEqual([
    {
      part: 'policies',
      entry: null,
      change: 'changed',
      values: [{ path: 'order', from: ['a', 'b'], to: ['b', 'a'] }],
    },
  ]);
});

it('tells a value deep inside of an entry at its path', () => {
  const task = (needed: string) => [{ code: 'task', fields: [{ code: 'sum', needed }] }];
  expect(compareParts('kinds', task('never'), task('done'))).toMatchObject([
    { entry: 'task', values: [{ path: 'fields.sum.needed', from: 'never', to: 'done' }] },
  ]);
});

it('says nothing where nothing differs, and tells keys of a map one by one', () => {
  expect(compareParts('lines', [{ code: '1' }], [{ code: '1' }])).toEqual([]);
  expect(compareParts('lines', undefined, [])).toEqual([]);
  expect(compareParts('desk', { idle: '5m' }, { idle: '9m', spending: null })).toMatchObject([
    { entry: 'idle', change: 'changed', values: [{ path: '', from: '5m', to: '9m' }] },
    { entry: 'spending', change: 'added' },
  ]);
});
