import { expect, test } from 'vitest';
import { z } from 'zod';
import { checkYaml, describeProblem } from '../../src/content/content-problem.ts';

const schema = z.strictObject({
  name: z.string(),
  entries: z.array(z.strictObject({ at: z.string(), text: z.string() })),
});

function problemsOf(text: string): readonly string[] {
  const checked = checkYaml('story.yaml', text, schema);
  return checked.ok ? [] : checked.problem.map(describeProblem);
}

test('a right text gives its value', () => {
  const checked = checkYaml('story.yaml', 'name: a\nentries: []\n', schema);
  expect(checked).toEqual({ ok: true, value: { name: 'a', entries: [] } });
});

test('broken syntax is reported where it breaks', () => {
  expect(problemsOf('name: a\n bad: [\n')[0]).toMatch(/^story\.yaml:\d+:\d+ /);
});

test('a wrong value is reported at its key, a misspelt key at itself, all of them together', () => {
  const problems = problemsOf('name: 7\nentries:\n  - at: "1"\n    txet: x\n    text: y\n');
  expect(problems).toHaveLength(2);
  expect(problems[0]).toMatch(/^story\.yaml:1:1 name: /);
  expect(problems[1]).toBe('story.yaml:4:5 entries.0.txet: unknown key');
});

test('a missing value is reported at the map that should have it', () => {
  expect(problemsOf('name: a\nentries:\n  - at: "1"\n')[0]).toMatch(
    /^story\.yaml:3:5 entries\.0\.text: /,
  );
});

test('a key that is there twice is a problem, not the last one wins', () => {
  expect(problemsOf('name: a\nname: b\nentries: []\n')).toHaveLength(1);
});

test('an empty file is a problem at its beginning', () => {
  expect(problemsOf('')[0]).toMatch(/^story\.yaml:1:1 /);
});
