import { describe, expect, test } from 'vitest';
import { brokenFences, fileCycles, folderCycles, forbiddenFolders } from './imports.ts';
import {
  barrelsAndDefaults,
  looseTypes,
  tooLongFiles,
  tooLongFunctions,
  tooManyHooks,
  tooManyParameters,
  withoutSentence,
} from './shape.ts';
import { parseSources } from './source.ts';
import {
  foreignRegistries,
  foreignWords,
  impurities,
  strayOutput,
  suppressions,
  wrongComponentFiles,
  wrongNames,
} from './words.ts';

const lines = (count: number) => 'one();\n'.repeat(count);

describe('imports', () => {
  const table = {
    low: { may: [] },
    high: { may: ['low/part'], mayTypes: ['types'], mayLater: ['late'] },
  };

  test.each([
    ["import { a } from '../low/part.ts';", 'nothing'],
    ["import { a } from '../low/other.ts';", 'src/low/other.ts'],
    ["export { a } from '../low/other.ts';", 'src/low/other.ts'],
    ["const { a } = await import('../low/other.ts');", 'src/low/other.ts'],
    ["let a: import('../low/other.ts').A;", 'src/low/other.ts'],
    ["import type { A } from '../types/a.ts';", 'nothing'],
    ["import { type A } from '../types/a.ts';", 'nothing'],
    ["import { type A, b } from '../types/a.ts';", 'src/types/a.ts'],
    ["const { a } = await import('../late/a.ts');", 'nothing'],
    ["import type { A } from '../late/a.ts';", 'nothing'],
    ["import { a } from '../late/a.ts';", 'src/late/a.ts'],
  ])('%s finds %s', (text, target) => {
    const found = forbiddenFolders(parseSources({ 'src/high/x.ts': `\n${text}` }), table);
    if (target === 'nothing') expect(found).toEqual([]);
    else expect(found).toEqual([expect.stringMatching(`^src/high/x.ts:2 .*${target}$`)]);
  });

  test('a folder that is not in the table', () => {
    expect(forbiddenFolders(parseSources({ 'src/new/x.ts': '' }), table)).toHaveLength(1);
  });

  test('a package outside of its fence, and one without a fence', () => {
    const sources = parseSources({
      'src/a/x.ts': "import { b } from 'fenced/deep';\nimport '@some/free';\nimport 'node:fs';",
      'src/b/x.ts': "import { b } from 'fenced';",
    });
    expect(brokenFences(sources, { fenced: ['b'] })).toEqual([
      'src/a/x.ts:1 "fenced" belongs to b',
      'src/a/x.ts:2 "@some/free" has no fence in the table',
    ]);
  });

  test('folders that need each other, also over a third one', () => {
    const sources = parseSources({
      'src/a/x.ts': "import type { Y } from '../b/y.ts';",
      'src/b/y.ts': "const z = await import('../c/z.ts');",
      'src/c/z.ts': "import '../a/w.ts';",
      'src/a/w.ts': '',
    });
    expect(folderCycles(sources)).toEqual(['a → b → c → a']);
    expect(fileCycles(sources)).toEqual([]);
  });

  test('files that need each other while they load', () => {
    const sources = parseSources({
      'src/a/x.ts': "import { y } from './y.ts';",
      'src/a/y.ts': "import { x } from './x.ts';",
    });
    expect(fileCycles(sources)).toEqual(['src/a/x.ts → src/a/y.ts → src/a/x.ts']);
  });

  test('barrels and default exports', () => {
    const sources = parseSources({
      'src/a/all.ts': "export { x } from './x.ts';\nexport * from './y.ts';",
      'src/a/one.ts': 'export const a = 1;\nexport default function () {}',
      'src/a/two.ts': 'const a = 1;\nexport default a;',
      'src/a/fine.ts': "export { x } from './x.ts';\nexport const a = 1;",
    });
    expect(barrelsAndDefaults(sources).map((v) => v.split(' ', 1)[0])).toEqual([
      'src/a/all.ts:1',
      'src/a/one.ts:2',
      'src/a/two.ts:2',
    ]);
  });
});

describe('size', () => {
  const limits = {
    fail: 40,
    warn: 20,
    mayWarn: 1,
    isExempt: (path: string) => path.includes('/t/'),
  };

  test('a file that is too long, unless it is a table', () => {
    const sources = parseSources({ 'src/a/x.ts': lines(41), 'src/t/x.ts': lines(99) });
    expect(tooLongFiles(sources, limits)).toEqual(['src/a/x.ts:41 has 41 lines']);
    expect(tooLongFiles(parseSources({ 'src/a/x.ts': lines(40) }), limits)).toEqual([]);
  });

  test('more nearly too long files than may be', () => {
    const sources = parseSources({ 'src/a/x.ts': lines(21), 'src/a/y.ts': lines(22) });
    expect(tooLongFiles(sources, limits)).toHaveLength(2);
  });

  test('long functions, methods and arrow functions, and components that may be longer', () => {
    const body = `{\n${lines(9)}}`;
    const sources = parseSources({
      'src/a/x.ts': `function long() ${body}\nfunction short() {}`,
      'src/a/y.ts': `class A {\n  method() ${body}\n}\nconst arrow = () => ${body};`,
      'src/a/Z.tsx': `export function Z() ${body}\nfunction inner() ${body}`,
    });
    const sizes = { lines: 10, componentLines: 11 };
    expect(tooLongFunctions(sources, sizes)).toEqual([
      'src/a/x.ts:1 long has 11 lines, 10 at most',
      'src/a/y.ts:2 method has 11 lines, 10 at most',
      'src/a/y.ts:14 arrow has 11 lines, 10 at most',
      'src/a/Z.tsx:12 inner has 11 lines, 10 at most',
    ]);
  });

  test('too many parameters', () => {
    const text = 'function f(a: A, { b, c, d }: B) {}\nconst g = (a: A, b: B, c: C) => a;';
    const found = tooManyParameters(parseSources({ 'src/a/x.ts': text }), 2);
    expect(found).toEqual(['src/a/x.ts:2 g takes 3 parameters, 2 at most']);
  });

  test('too many hooks in one component', () => {
    const text = 'export function X() {\n  useA();\n  useB(() => useC());\n  user();\n}';
    expect(tooManyHooks(parseSources({ 'src/a/X.tsx': text }), 2)).toHaveLength(1);
    expect(tooManyHooks(parseSources({ 'src/a/X.tsx': text }), 3)).toEqual([]);
  });
});

describe('code', () => {
  test('any and claims, but not the words in texts', () => {
    const text = "const a = 'any';\nlet b: any;\nconst c = d!.e;\nconst f = !g;\n// any!";
    expect(looseTypes(parseSources({ 'src/a/x.ts': text }))).toEqual([
      'src/a/x.ts:2 any',
      'src/a/x.ts:3 a value is claimed to be there by "!"',
    ]);
  });

  test('suppressions without a reason, and too many of them', () => {
    const rule = ['biome', 'ignore lint/a/b'].join('-');
    const noReason = parseSources({ 'src/a/x.ts': `// ${rule}:\n${lines(5)}` });
    expect(suppressions(noReason, 1000)).toEqual([`src/a/x.ts:1 ${rule}:`]);
    const fine = parseSources({ 'src/a/x.ts': `// ${rule}: the parser has checked it\n` });
    expect(suppressions(fine, 1000)).toEqual([]);
    const many = parseSources({ 'src/a/x.ts': `// ${rule}: a good reason\n`.repeat(2) });
    expect(suppressions(many, 1000)).toHaveLength(2);
  });

  test('output outside of the edges', () => {
    const text = "console.log('a');\nprocess.stdout.write('b');\nsinks.stdout.write('c');";
    const sources = parseSources({ 'src/a/x.ts': text, 'src/edge/x.ts': text });
    expect(strayOutput(sources, ['edge'])).toEqual([
      'src/a/x.ts:1 console.log here',
      'src/a/x.ts:2 process.stdout here',
    ]);
  });

  test('clock, chance and machine in pure code', () => {
    const text =
      "import { join } from 'node:path';\nDate.now();\nnew Date();\nnew Date(at);\nMath.random();";
    const found = impurities(parseSources({ 'src/domain/x.ts': text }), 'src/domain');
    expect(found.map((v) => v.split(' ', 1)[0]).toSorted()).toEqual([
      'src/domain/x.ts:1',
      'src/domain/x.ts:2',
      'src/domain/x.ts:3',
      'src/domain/x.ts:5',
    ]);
    expect(impurities(parseSources({ 'src/app/x.ts': text }), 'src/domain')).toEqual([]);
  });

  test('exports without a sentence', () => {
    const sources = parseSources({
      'src/a/x.ts': [
        '/** Says it. */\nexport function a() {}',
        'export function b() {}',
        '// Not a sentence for readers.\nexport const c = () => 1;',
        '/** Two forms. */\nexport function d(x: number): number;',
        'export function d(x: string): string;\nfunction inner() {}',
        'export class E {}\nexport const table = 1;',
      ].join('\n'),
    });
    expect(withoutSentence(sources).map((v) => v.split(' ', 1)[0])).toEqual([
      'src/a/x.ts:3',
      'src/a/x.ts:5',
      'src/a/x.ts:10',
    ]);
  });
});

describe('names and words', () => {
  test('file names', () => {
    const wrong = [
      'src/a/index.ts',
      'src/a/camelCase.ts',
      'src/a/Name.ts',
      'src/a/mail-service.ts',
    ];
    const right = ['src/a/two-words.ts', 'src/a/Name.tsx', 'test/a/x.test.ts', 'src/a/001-init.ts'];
    const found = wrongNames([...wrong, ...right]).map((v) => v.split(':', 1)[0]);
    expect(found).toEqual(wrong);
  });

  test('components in files of another name', () => {
    const sources = parseSources({
      'src/a/Row.tsx': 'export function Row() {}',
      'src/a/Pane.tsx': 'export function Other() {}',
    });
    expect(wrongComponentFiles(sources, [])).toHaveLength(1);
    expect(wrongComponentFiles(sources, ['src/a/Pane.tsx'])).toEqual([]);
  });

  test.each([
    `see ${'design'}.md`,
    `as ${'requirements'} 2.1, §3`,
    `in ${'research'}/style.md`,
    `closes #${12}`,
    `${'issue'} 2 asks for it`,
    `${'/wo'}rk/main`,
    `a ${'coding'} agent`,
    `the ${'previous'} session wrote it`,
  ])('"%s" is about how the program was made', (text) => {
    expect(foreignWords([{ path: 'a.md', text: `\n${text}` }])[0]).toMatch(/^a\.md:2 /);
  });

  test.each([
    'The agent of the mail server answers.',
    'One session of work.',
    'issue 69012 of the tracker',
    'colour #123',
  ])('"%s" is about the desk', (text) => {
    expect(foreignWords([{ path: 'a.md', text }])).toEqual([]);
  });

  test('addresses of registries', () => {
    const text = 'https://registry.npmjs.org/a https://npm.inner.example/b https://a.example/npm';
    expect(foreignRegistries([{ path: 'lock', text }])).toEqual([
      'lock:1 "https://npm.inner.example/b"',
    ]);
  });
});
