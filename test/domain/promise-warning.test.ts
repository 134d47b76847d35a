import { expect, test } from 'vitest';
import { warnAt } from '../../src/domain/promise-warning.ts';
import { hour, minute, openTestDesk } from '../support/desk.ts';

test('a promise reminds as early as it says itself, else as the desk does, at most at its half', async () => {
  using here = await openTestDesk();
  const { config } = here.desk;
  const dueAt = 2 * hour;
  expect(warnAt({ madeAt: 0, dueAt }, config)).toBe(dueAt - 10 * minute);
  expect(warnAt({ madeAt: 0, dueAt, warnBeforeMs: 2 * minute }, config)).toBe(dueAt - 2 * minute);
  expect(warnAt({ madeAt: 0, dueAt: 4 * minute }, config)).toBe(2 * minute);
  expect(warnAt({ madeAt: dueAt + minute, dueAt }, config)).toBe(dueAt);
});
