import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadTimeConventions } from '../../src/content/load-promise-words.ts';
import { usualConventions } from '../../src/domain/time-phrase-conventions.ts';
import { type FoundPromise, findPromises } from '../../src/wording/find-promises.ts';

/** Tuesday, 24 November 2026, 11:20 in Moscow. */
export const saidAt = Date.parse('2026-11-24T11:20:00+03:00');

const shipped = loadTimeConventions(join(import.meta.dirname, '../../templates/desk/default'), []);
/** The conventions that a desk has without any of its own. */
export const conventions = shipped.ok ? shipped.value : usualConventions;

/** A sentence with what it promises: `words = day hour kind`. */
export interface LabelledSentence {
  readonly text: string;
  readonly expected: readonly string[];
}

/** Reads sentences in which `{до 14:30=24 14:30 next-update}` marks a promise. */
export function labelledSentences(file: string): LabelledSentence[] {
  const lines = readFileSync(join(import.meta.dirname, file), 'utf8').split('\n');
  return lines.filter((line) => line !== '' && !line.startsWith('#')).map(readLine);
}

function readLine(line: string): LabelledSentence {
  let text = '';
  const expected: string[] = [];
  for (const part of line.split(/(\{[^}]*\})/)) {
    const [, words = part, due] = /^\{(.*)=(.*)\}$/.exec(part) ?? [];
    if (due !== undefined) expected.push(`${words} = ${due}`);
    text += words;
  }
  return { text, expected };
}

/** What is found in a text, written as the labels are. */
export function promisesIn(text: string): string[] {
  return findIn(text, saidAt).map((found) => `${momentOf(found)} ${found.kind}`);
}

/** What is found in a text said at a moment, without its kind. */
export function timesIn(text: string, now: number): string[] {
  return findIn(text, now).map(momentOf);
}

function findIn(text: string, now: number): readonly FoundPromise[] {
  return findPromises(text, { now, timeZone: 'Europe/Moscow', conventions });
}

function momentOf({ text, dueAt }: FoundPromise): string {
  const local = new Date(dueAt + 3 * 3_600_000).toISOString();
  const day =
    local.slice(5, 7) === '11' ? local.slice(8, 10) : `${local.slice(8, 10)}.${local.slice(5, 7)}`;
  return `${text} = ${day} ${local.slice(11, 16)}`;
}
