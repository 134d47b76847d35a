import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadTimeConventions } from '../../src/content/load-promise-words.ts';
import { usualConventions } from '../../src/domain/time-phrase-conventions.ts';
import { findPromises } from '../../src/wording/find-promises.ts';

const shipped = join(import.meta.dirname, '../../templates/desk/default');
let own = '';

beforeEach(() => {
  own = mkdtempSync(join(tmpdir(), 'smena-promises-'));
});
afterEach(() => rmSync(own, { recursive: true }));

test('the shipped conventions are the usual ones', () => {
  const loaded = loadTimeConventions(shipped, []);
  expect(loaded.ok && loaded.value.hours).toEqual(usualConventions.hours);
  expect(loaded.ok && loaded.value.endOfWeek).toBe(5);
});

test('a desk that closes at six says so in its own file', () => {
  writeFileSync(join(own, 'promises.yaml'), 'hours: {endOfDay: "18:00"}\nendOfWeek: saturday\n');
  const loaded = loadTimeConventions(shipped, [own]);
  if (!loaded.ok) throw new Error('not loaded');
  const now = Date.parse('2026-11-24T11:20:00Z');
  const due = (text: string) =>
    findPromises(text, { now, timeZone: 'UTC', conventions: loaded.value }).map(({ dueAt }) =>
      new Date(dueAt).toISOString(),
    );
  expect(due('Напишу до конца дня.')).toEqual(['2026-11-24T18:00:00.000Z']);
  expect(due('Сделаем до конца недели.')).toEqual(['2026-11-28T18:00:00.000Z']);
  expect(due('Позвоню завтра утром.')).toEqual(['2026-11-25T10:00:00.000Z']);
});

test('a wrong hour and an unknown zone are told with their places', () => {
  writeFileSync(
    join(own, 'promises.yaml'),
    'hours: {endOfDay: "25:00"}\nzones: {Mars/Base: [марс]}\n',
  );
  const loaded = loadTimeConventions(shipped, [own]);
  expect(loaded.ok).toBe(false);
  expect(!loaded.ok && loaded.problem.map(({ line }) => line)).toEqual([1, 2]);
});
