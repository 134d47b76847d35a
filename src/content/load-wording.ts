import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { type ContentProblem, checkSource, problemAt, readYaml } from './content-problem.ts';
import { ownFile } from './desk/own-file.ts';
import {
  glossaryFile,
  type OwnRuleData,
  ownWordingFile,
  type PatternLists,
  type RuleData,
  type TermData,
  wordingFile,
} from './wording.ts';

/** What is wrong with a pattern, in words; null when it may be used. */
export type CheckPattern = (source: string) => string | null;

/** The wording of a desk: rules, words of the trade, names of internal machines. */
export interface WordingData {
  readonly rules: readonly RuleData[];
  readonly terms: readonly TermData[];
  readonly hosts: readonly string[];
}

export interface LoadedWording extends WordingData {
  /** What is wrong in the files; a broken file keeps out only itself. */
  readonly problems: readonly ContentProblem[];
}

interface Reading {
  readonly problems: ContentProblem[];
  /** Null for shipped files: their patterns are tried by the tests, not at every start. */
  readonly checkPattern: CheckPattern | null;
}

/**
 * Reads `wording.yaml` and `glossary.yaml` of a desk pack and the desk's own files of the same
 * names, which add rules and terms, change them or switch them off by their id.
 */
export function loadWording(
  folder: string,
  ownFolders: readonly string[],
  checkPattern: CheckPattern,
): LoadedWording {
  const problems: ContentProblem[] = [];
  const shipped: Reading = { problems, checkPattern: null };
  const own: Reading = { problems, checkPattern };
  const wording = readFile(join(folder, 'wording.yaml'), wordingFile, shipped);
  const glossary = readFile(join(folder, 'glossary.yaml'), glossaryFile, shipped);
  const wordingOfDesk = ownFile('wording.yaml', ownFolders);
  const ownWording = wordingOfDesk && readFile(wordingOfDesk, ownWordingFile, own);
  const glossaryOfDesk = ownFile('glossary.yaml', ownFolders);
  const ownGlossary = glossaryOfDesk && readFile(glossaryOfDesk, glossaryFile, own);
  return {
    rules: mergeRules(wording?.rules ?? [], ownWording ? ownWording.rules : []),
    terms: mergeTerms(glossary?.terms ?? [], ownGlossary ? ownGlossary.terms : []),
    hosts: [...(wording?.hosts ?? []), ...(ownWording ? ownWording.hosts : [])],
    problems,
  };
}

function readFile<Output>(
  file: string,
  schema: z.ZodType<Output>,
  { problems, checkPattern }: Reading,
): Output | null {
  if (!existsSync(file)) return null;
  const source = readYaml(file, readFileSync(file, 'utf8'));
  const checked = source.ok ? checkSource(source.value, schema) : source;
  if (!checked.ok || !source.ok) {
    problems.push(...(checked.ok ? [] : checked.problem));
    return null;
  }
  if (checkPattern === null) return checked.value;
  const wrong = patternPaths(source.value.value, []).flatMap(({ path, text }) => {
    const remark = checkPattern(text);
    return remark === null ? [] : [problemAt(source.value, path, remark)];
  });
  problems.push(...wrong);
  return wrong.length > 0 ? null : checked.value;
}

interface PlacedPattern {
  readonly path: readonly (string | number)[];
  readonly text: string;
}

const LISTS = new Set(['ru', 'en', 'any', 'forms']);
const CONDITIONS = new Set(['find', 'notAfter', 'notBefore', 'notIn', 'notInMessage']);

/** Every pattern of a file with its place: strings in a list of patterns, and their conditions. */
export function patternPaths(
  value: unknown,
  path: PlacedPattern['path'],
): readonly PlacedPattern[] {
  if (typeof value !== 'object' || value === null || path.includes('examples')) return [];
  return Object.entries(value).flatMap(([key, child]): readonly PlacedPattern[] => {
    const at = [...path, Array.isArray(value) ? Number(key) : key];
    if (typeof child !== 'string') return patternPaths(child, at);
    const isListed = Array.isArray(value) && LISTS.has(String(path.at(-1)));
    return isListed || CONDITIONS.has(key) ? [{ path: at, text: child }] : [];
  });
}

function mergeRules(
  shipped: readonly RuleData[],
  own: readonly OwnRuleData[],
): readonly RuleData[] {
  const rules = new Map(shipped.map((rule) => [rule.id, rule]));
  for (const { off, patterns, ...change } of own) {
    const known = rules.get(change.id);
    const { severity, message, suggestion } = { ...known, ...change };
    if (off || !severity || !message || !suggestion) rules.delete(change.id);
    else {
      const merged = { ...known, ...change, severity, message, suggestion };
      const lists = joinLists(known?.patterns, patterns);
      rules.set(change.id, lists ? { ...merged, patterns: lists } : merged);
    }
  }
  return [...rules.values()];
}

function joinLists(first?: PatternLists, second?: PatternLists): PatternLists | undefined {
  if (!first || !second) return first ?? second;
  return {
    ru: [...(first.ru ?? []), ...(second.ru ?? [])],
    en: [...(first.en ?? []), ...(second.en ?? [])],
    any: [...(first.any ?? []), ...(second.any ?? [])],
  };
}

function mergeTerms(shipped: readonly TermData[], own: readonly TermData[]): readonly TermData[] {
  const terms = new Map([...shipped, ...own].map((entry) => [entry.term.toLowerCase(), entry]));
  return [...terms.values()].filter(({ off }) => !off);
}
