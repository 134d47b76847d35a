import type { ContentPath } from '../../content/content-problem.ts';
import type { Scenario } from '../../content/scenario/scenario.ts';
import { sha256 } from '../../util/sha256.ts';
import { type Finding, finding } from './finding.ts';

/** What one language has otherwise than the other; its words may differ, nothing else. */
interface Difference {
  readonly path: ContentPath;
  readonly expected: string;
  readonly got: string;
}

/** More are not told: the file is another scenario. */
const MOST = 10;

/** What a translation changes, and what only one language has use for. */
const WORDS: ReadonlySet<string> = new Set([
  ...[
    'lang',
    'langs',
    'title',
    'lesson',
    'source',
    'hash',
    'customer',
    'people',
    'ownArticles',
    'facts',
  ],
  ...[
    'client',
    'narrator',
    'text',
    'reference',
    'hint',
    'hints',
    'why',
    'rule',
    'label',
    'name',
    'subject',
  ],
  ...['org', 'contact', 'equals', 'oneOf', 'contains', 'includes', 'minWords', 'value', 'role'],
]);

/** Where the second of two languages of a scenario is built otherwise than the first. */
export function checkLanguage(
  second: Scenario,
  first: { readonly scenario: Scenario; readonly file: string },
): readonly Finding[] {
  return differences(first.scenario, second).map(({ path, expected, got }) => {
    return finding(path, 'lang-differs', { other: first.file, expected, got });
  });
}

/** What stays when the words are taken out of a scenario: two languages of it have the same. */
export function shapeOf(scenario: Scenario): string {
  return sha256(JSON.stringify(scenario, (key, value: unknown) => shapePart(key, value)));
}

function shapePart(key: string, value: unknown): unknown {
  if (value instanceof Map) return Object.fromEntries(value);
  return WORDS.has(key) ? value === null : value;
}

function differences(first: Scenario, second: Scenario): readonly Difference[] {
  const found: Difference[] = [];
  compare(first, second, []);
  return found;

  function compare(a: unknown, b: unknown, path: ContentPath): void {
    if (found.length >= MOST) return;
    const one = partsOf(a);
    const other = partsOf(b);
    if (one === null || other === null) {
      if (a !== b) found.push({ path, expected: shown(a), got: shown(b) });
      return;
    }
    for (const key of new Set([...one.keys(), ...other.keys()])) {
      const isWord = WORDS.has(String(key));
      if (isWord && (one.get(key) === null) === (other.get(key) === null)) continue;
      const isOne = one.has(key) && other.has(key);
      if (isOne && !isWord) compare(one.get(key), other.get(key), [...path, key]);
      else if (found.length < MOST) {
        const place = other.has(key) ? [...path, key] : path;
        found.push({ path: place, expected: shown(one.get(key)), got: shown(other.get(key)) });
      }
    }
  }
}

function partsOf(value: unknown): ReadonlyMap<string | number, unknown> | null {
  if (typeof value !== 'object' || value === null) return null;
  if (value instanceof Map) return value;
  if (Array.isArray(value)) return new Map(value.entries());
  return new Map(Object.entries(value));
}

const LONGEST = 60;

function shown(value: unknown): string {
  const text = value === undefined ? '—' : (JSON.stringify(value) ?? '—');
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
