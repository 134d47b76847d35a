import { expandPattern, wordPattern } from './word-pattern.ts';

/** Texts on which a pattern is tried grow by steps, so that a bad one is caught while it is cheap. */
const STEPS = [16, 20, 24, 28, 64, 256, 1024, 4096];
const BUDGET_MS = 50;

/**
 * Why a pattern must not be used: it is no expression, matches nothing at all, or takes longer the
 * longer the text is. Null when it is safe.
 */
export function patternProblem(source: string, now: () => number): string | null {
  if (repeatsRepetition(expandPattern(source))) {
    return 'a repetition inside a repetition may never end; write {0,3} instead of * or +';
  }
  let pattern: RegExp;
  try {
    pattern = wordPattern([source]);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  if (new RegExp(pattern.source, 'u').test(' ')) return 'it matches text without any word';
  return trialTexts(source).some((unit) => isSlow(pattern, unit, now))
    ? 'it takes too long on a long text; write {0,3} instead of * or +'
    : null;
}

function isSlow(pattern: RegExp, unit: string, now: () => number): boolean {
  return STEPS.some((length) => {
    const text = `${unit.repeat(Math.ceil(length / unit.length))}!`;
    const isLate = () => {
      const start = now();
      for (const _ of text.matchAll(pattern));
      return now() - start > BUDGET_MS;
    };
    // A busy machine is late once, a bad pattern every time.
    return isLate() && isLate() && isLate();
  });
}

/** What the pattern itself speaks of, again and again, and plain letters. */
function trialTexts(source: string): readonly string[] {
  const words = source.match(/[\p{L}\p{N}]+(?: [\p{L}\p{N}]+)*/gu) ?? [];
  const units = words.slice(0, 8).flatMap((word) => [word, `${word} `]);
  return ['а', 'a', '1', ' ', 'а ', 'a-', ...units];
}

/** Whether `(…+…)+` stands anywhere: an unbounded repetition round another, or round a choice. */
function repeatsRepetition(source: string): boolean {
  const plain = source.replace(/\\./g, '_').replace(/\[[^\]]*\]/g, '_');
  const open: number[] = [];
  for (let at = 0; at < plain.length; at += 1) {
    if (plain[at] === '(') open.push(at);
    if (plain[at] !== ')') continue;
    const inside = plain.slice((open.pop() ?? 0) + 1, at).replace(/\(\?[:=!<]+/g, '(');
    const isRepeated = /^(?:[*+]|\{\d+,\})/.test(plain.slice(at + 1));
    if (isRepeated && /[*+|]|\{\d+,\d*\}/.test(inside)) return true;
  }
  return false;
}
