import { posix } from 'node:path';
import {
  isIdentifier,
  isPropertyAccessExpression,
  type Node,
  SyntaxKind,
} from 'typescript/unstable/ast';
import { eachNode, type Source, type Violation, violation } from './source.ts';

/** A file as text only: also Markdown, YAML, JSON. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

const FORBIDDEN_NAMES =
  /^(?:index|utils?|helpers?|types?|misc|common)$|(?:-|^)(?:manager|service)$/;

/** File names that say nothing, or are not written as ours are. */
export function wrongNames(paths: readonly string[]): Violation[] {
  return paths.flatMap((path) => {
    const file = posix.basename(path);
    const stem = file.replace(/(?:\.test|\.d|\.config)?\.(?:tsx?|cjs|mjs)$/, '');
    if (FORBIDDEN_NAMES.test(stem)) return [`${path}:1 the name says nothing about what is inside`];
    const isComponent = /^[A-Z][A-Za-z0-9]*$/.test(stem) && file.endsWith('.tsx');
    const isKebab = /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(stem);
    return isComponent || isKebab ? [] : [`${path}:1 neither kebab-case nor a component's name`];
  });
}

/** Components in files that are not named after them. */
export function wrongComponentFiles(
  sources: readonly Source[],
  but: readonly string[],
): Violation[] {
  return sources
    .filter(({ path }) => path.endsWith('.tsx') && !but.includes(path))
    .flatMap((source) => {
      const stem = posix.basename(source.path, '.tsx');
      const isHere = new RegExp(`export (?:function|const) ${stem}\\b`).test(source.text);
      return isHere ? [] : [`${source.path}:1 does not export a component called ${stem}`];
    });
}

const SUPPRESSION = /(?:biome-ignore|@ts-(?:ignore|expect-error|nocheck)|eslint-disable)[^\n]*/g;

/** Places where a check is switched off: too many for the size of the code, or without a reason. */
export function suppressions(sources: readonly Source[], perLines: number): Violation[] {
  const lines = sources.reduce((sum, { text }) => sum + text.split('\n').length, 0);
  const found = sources.flatMap((source) =>
    [...source.text.matchAll(SUPPRESSION)].map((match) => ({ source, match })),
  );
  const name = ({ source, match }: (typeof found)[number]) =>
    violation(source, match.index, match[0].trim());
  if (found.length > Math.ceil(lines / perLines)) return found.map(name);
  return found.filter(({ match: [text] }) => !/(?::| -) *\S+.*\S+/.test(text)).map(name);
}

/** Writing to the streams of the process outside of `places` (files or folders, from src/). */
export function strayOutput(sources: readonly Source[], places: readonly string[]): Violation[] {
  return sources
    .filter(({ path }) => !places.some((place) => path.startsWith(`src/${place}`)))
    .flatMap((source) => {
      const found: Violation[] = [];
      eachNode(source, (node) => {
        const text = isOutput(node, source);
        if (text !== null) found.push(violation(source, node, `${text} here`));
      });
      return found;
    });
}

function isOutput(node: Node, { tree }: Source): string | null {
  if (!isPropertyAccessExpression(node)) return null;
  const { expression: owner } = node;
  if (isIdentifier(owner) && owner.text === 'console') return node.getText(tree);
  const text = node.getText(tree);
  return /^process\.std(?:out|err)$/.test(text) ? text : null;
}

const IMPURE = /^(?:Date\.now|Math\.random|process\.\w+|performance\.now|crypto\.\w+)$/;

/** What the clock, chance or the machine would bring into rules that must be the same everywhere. */
export function impurities(sources: readonly Source[], folder: string): Violation[] {
  return sources
    .filter(({ path }) => path.startsWith(`${folder}/`))
    .flatMap((source) => {
      const found: Violation[] = [];
      eachNode(source, (node) => {
        const text = node.getText(source.tree);
        const isCall = isPropertyAccessExpression(node) && IMPURE.test(text);
        const isNow = node.kind === SyntaxKind.NewExpression && /^new Date(?:\(\))?$/.test(text);
        if (isCall || isNow) found.push(violation(source, node, `${text} in ${folder}`));
      });
      for (const match of source.text.matchAll(/from '(node:[\w/]+)'/g)) {
        found.push(violation(source, match.index, `${match[1]} in ${folder}`));
      }
      return found;
    });
}

/**
 * How the work is organised is no matter of the product: its texts speak of the desk only. The
 * letters in brackets keep the list from finding itself.
 */
const FOREIGN_WORDS: readonly RegExp[] = [
  /\b(?:cl[a]ude|anthr[o]pic|open[a]i|cop[i]lot|chatg[p]t|gemin[i]-cli|llm)\b/i,
  /\b(?:ai|coding|language[ -]model|sub)[ -]?agents?\b/i,
  /\b(?:previous|earlier|next|another|other|this|parallel) sessions? (?:of the project|wrote|left|filed|will)\b/i,
  /\bfiled by\b|\bhelper session\b/i,
  /\b(?:issues?|PR|pull request|fixes|closes) #\d+|\bissues? \d{1,3}\b/i,
  /\b(?:design|requirements|screens|research\/\w+|sync|reliability|training|helpdesk|tui|ink|style|reports|replies|connectors|search)\.md\b/,
  /\b(?:design|requirements|research)\b[^\n]{0,20}§/,
  /(?<![\w.])\/work\/|\.\.\/shared\//,
];

/** Words about how the program was made. */
export function foreignWords(files: readonly TextFile[]): Violation[] {
  return files.flatMap((file) =>
    FOREIGN_WORDS.flatMap((word) => {
      const all = new RegExp(word.source, `g${word.flags}`);
      return [...file.text.matchAll(all)].map((match) => where(file, match.index, match[0].trim()));
    }),
  );
}

/** Addresses of package registries other than the public one. */
export function foreignRegistries(files: readonly TextFile[]): Violation[] {
  const address = /https?:\/\/[^\s/"')]*(?:registry|npm|artifactory|nexus|verdaccio)[^\s"')]*/g;
  return files.flatMap((file) =>
    [...file.text.matchAll(address)]
      .filter(([url]) => !/^https:\/\/(?:registry\.npmjs\.org|(?:www\.)?npmjs\.com)\//.test(url))
      .map((match) => where(file, match.index, match[0])),
  );
}

function where({ path, text }: TextFile, offset: number, what: string): Violation {
  return `${path}:${text.slice(0, offset).split('\n').length} "${what}"`;
}
