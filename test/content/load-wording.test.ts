import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { tryPattern } from '../../src/app/wording/try-pattern.ts';
import { loadWording } from '../../src/content/load-wording.ts';
import { patternProblem } from '../../src/wording/pattern-safety.ts';
import { createWording } from '../../src/wording/wording.ts';
import { deskFolder, lintIt, rulesOf } from '../wording/lint-scene.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'smena-wording-'));
  mkdirSync(folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function load(wording: string, glossary: string | null = null) {
  writeFileSync(join(folder, 'wording.yaml'), wording);
  if (glossary !== null) writeFileSync(join(folder, 'glossary.yaml'), glossary);
  return loadWording(deskFolder, [folder], tryPattern);
}

function said(loaded: ReturnType<typeof load>, text: string) {
  const names = { people: [], hosts: [], customers: [] };
  const wording = createWording({ data: loaded, names, sourcesFor: () => [] });
  return rulesOf(lintIt(text, {}, wording));
}

describe('a desk’s own wording', () => {
  test('adds rules, adds patterns, switches off, changes the weight', () => {
    const loaded = load(`
hosts: [gate.bank.int]
rules:
  - id: B01
    severity: E
    message: {ru: Не говорим «клиентос»., en: No such word.}
    suggestion: {ru: клиент, en: customer}
    patterns: {ru: ['клиентос~']}
  - {id: L01, patterns: {ru: ['надо бы вам']}}
  - {id: L02, off: true}
  - {id: L16, severity: H}
`);
    expect(loaded.problems).toEqual([]);
    expect(said(loaded, 'Клиентосу пишем.')).toEqual(['B01']);
    expect(said(loaded, 'Надо бы вам знать.')).toEqual(['L01']);
    expect(said(loaded, 'Вы должны знать.')).toEqual(['L01']);
    expect(said(loaded, 'Это наша проблема.')).toEqual([]);
    expect(said(loaded, 'На gate.bank.int порядок.')).toEqual(['L18']);
    expect(loaded.rules.find(({ id }) => id === 'L16')?.severity).toBe('H');
  });

  test('adds terms and takes them out', () => {
    const loaded = load(
      'rules: []',
      `terms:
  - {term: ДБО, gloss: {ru: интернет-банк, en: online bank}}
  - {term: DNS, off: true}
`,
    );
    expect(said(loaded, 'ДБО работает.')).toEqual(['L03']);
    expect(said(loaded, 'DNS работает.')).toEqual([]);
  });

  test.each([
    ['rules:\n  - {id: L01, severity: X}\n', 2, 'severity'],
    ['rules:\n  - id: L01\n    patterns: {ru: ["("]}\n', 3, 'patterns.ru.0'],
    ['rules:\n  - id: L01\n    patterns: {ru: ["(а+)+б"]}\n', 3, 'patterns.ru.0'],
    ['rules:\n  - id: L01\n    patterns: {ru: ["(?:а|аа)*"]}\n', 3, 'patterns.ru.0'],
    ['rules:\n  - id: L01\n    paterns: {ru: [а]}\n', 3, 'paterns'],
    ['rules: [\n', 2, ''],
  ])('mistakes are told with their place, and only they are left out: %j', (text, line, path) => {
    const loaded = load(text);
    expect(loaded.problems).toMatchObject([
      { file: join(folder, 'wording.yaml'), line, path: expect.stringContaining(path) },
    ]);
    expect(said(loaded, 'Вы должны знать.')).toEqual(['L01']);
  });
});

test.each([
  ['а*а*б', 'too long'],
  ['(?:@ )*б', 'never end'],
  ['б?', 'without any word'],
])('a pattern that would stop the desk is refused: %s', (source, why) => {
  let clock = 0;
  // Each look at the clock is late: as on a text where the search takes its time.
  const slow = () => {
    clock += 1_000;
    return clock;
  };
  expect(patternProblem(source, why === 'too long' ? slow : () => 0)).toContain(why);
});
