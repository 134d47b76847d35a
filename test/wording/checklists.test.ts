import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { loadChecklists } from '../../src/content/load-checklists.ts';
import { must } from '../../src/util/must.ts';
import { compileSaid, isSaid, readOnce } from '../../src/wording/said.ts';

const pack = join(import.meta.dirname, '../../templates/desk/default');
const own = mkdtempSync(join(tmpdir(), 'smena-lists-'));
afterAll(() => rmSync(own, { recursive: true }));

const shipped = loadChecklists(pack, [], () => null);
const { conflict, closing } = must(shipped.data, JSON.stringify(shipped.problems));
const { bans, ...calming } = conflict;
const all = Object.entries({ ...calming, ...bans, ...closing });

describe.each(all)('%s', (_, said) => {
  const patterns = compileSaid(said);
  const { yes, no } = must(said.examples, 'examples');

  test.each(yes)('is said by «%s»', (text) => {
    expect(isSaid(patterns, readOnce(text))).toBe(true);
  });

  test.each(no)('is not said by «%s»', (text) => {
    expect(isSaid(patterns, readOnce(text))).toBe(false);
  });
});

test('both languages have patterns, and examples of both kinds', () => {
  expect(shipped.problems).toEqual([]);
  for (const [, { ru, en, examples }] of all) {
    expect(ru?.length).toBeGreaterThan(0);
    expect(en?.length).toBeGreaterThan(0);
    expect(examples?.yes.length).toBeGreaterThan(3);
    expect(examples?.no.length).toBeGreaterThan(1);
  }
});

test('what one key adds ticks the step it was added for', () => {
  const { closes: _, ...steps } = closing;
  for (const step of Object.values(steps)) {
    expect(isSaid(compileSaid(step), readOnce(step.add.ru))).toBe(true);
    expect(isSaid(compileSaid(step), readOnce(step.add.en))).toBe(true);
  }
});

test('a broken file of the desk is told with its place and the shipped lists stand in', () => {
  writeFileSync(join(own, 'checklists.yaml'), 'conflict: {}\n');
  const { data, problems } = loadChecklists(pack, [own], () => null);
  expect(data).toEqual(shipped.data);
  expect(problems[0]).toMatchObject({ file: join(own, 'checklists.yaml'), line: 1 });
});

test('a pattern that may never end is not taken from the desk', () => {
  const text = JSON.stringify(shipped.data).replace('"спасибо', '"слишком долго|спасибо');
  writeFileSync(join(own, 'checklists.yaml'), text);
  const refusal = (source: string) => (source.startsWith('слишком') ? 'too long' : null);
  const { data, problems } = loadChecklists(pack, [own], refusal);
  expect(data).toEqual(shipped.data);
  expect(problems).toMatchObject([{ message: 'too long', path: 'closing.thanks.ru.0.find' }]);
});
