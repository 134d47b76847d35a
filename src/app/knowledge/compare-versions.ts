import { diffLines } from 'diff';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { ArticleKey } from '../../store/article/article-version-store.ts';
import { ok, type Result } from '../../util/result.ts';
import type { Desk } from '../desk/desk.ts';
import { articleVersions } from './article-stores.ts';
import { textBelow } from './live-text.ts';

/** One line of two compared texts. */
export interface DiffLine {
  readonly sign: ' ' | '-' | '+';
  readonly text: string;
}

/** The difference of two versions; 0 is the file that lies beside the store. */
export interface Comparison {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly DiffLine[];
}

/**
 * Compares two versions of an article. Without a number the later one is the last version, the
 * earlier one what that was written over.
 */
export function compareVersions(
  desk: Desk,
  key: ArticleKey,
  asked: { readonly from?: number | undefined; readonly to?: number | undefined },
): Result<Comparison, Refusal> {
  const { versions } = articleVersions(desk).record(key.id, key.lang);
  const last = versions.at(-1);
  if (last === undefined) return refuse('no-such-article');
  const to = asked.to ?? last.version;
  const base = versions.find(({ version }) => version === to)?.baseVersion;
  const from = asked.from ?? base ?? 0;
  const [before, after] = [textOf(desk, key, from), textOf(desk, key, to)];
  if (after === null) return missing(to);
  // A new article was written over nothing.
  if (before === null && from !== 0) return missing(from);
  return ok({ from, to, lines: diffTexts(before ?? '', after) });
}

/** More changed lines than this are two texts, and looking for what they share takes seconds. */
const MOST_CHANGES = 3_000;

/** Two texts line by line: what stayed, what went, what came. */
export function diffTexts(before: string, after: string): readonly DiffLine[] {
  const changes = diffLines(before, after, { maxEditLength: MOST_CHANGES });
  if (changes === undefined) return [...signed('-', before), ...signed('+', after)];
  return changes.flatMap(({ value, added, removed }) => {
    return signed(added ? '+' : removed ? '-' : ' ', value);
  });
}

function signed(sign: DiffLine['sign'], value: string): DiffLine[] {
  const lines = value.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines.map((text) => ({ sign, text }));
}

function textOf(desk: Desk, key: ArticleKey, version: number): string | null {
  if (version === 0) return textBelow(desk, key)?.text ?? null;
  return articleVersions(desk).text(key.id, key.lang, version);
}

function missing(version: number): Result<never, Refusal> {
  return refuse('no-such-version', ['article-versions'], { version });
}
