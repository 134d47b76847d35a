import type { DeskPackError } from '../app/desk/desk-pack-error.ts';
import type { PreparedPack } from '../app/desk-pack/apply-pack.ts';
import type { Language } from '../domain/vocabulary.ts';
import { type DeskTexts, loadDeskTexts } from '../i18n/desk-texts.ts';
import { fill } from '../i18n/fill.ts';
import type { Session } from './session.ts';

type DeskProblem = DeskPackError['problems'][number];
type EntryChange = PreparedPack['difference'][number];

/** What is wrong at one place, in words. */
export function packProblemText({ code, params }: DeskProblem, texts: DeskTexts): string {
  const { target } = params;
  const isPart = target !== undefined && target in texts.parts;
  return fill(texts.problems[code], isPart ? { ...params, target: `${target}.yaml` } : params);
}

/** A problem as one line: `file:line:column path message`. */
export function packProblemRow(problem: DeskProblem, texts: DeskTexts): string {
  const { file, line, column, path } = problem;
  const place = `${file}:${line}:${column}`;
  return [place, path, packProblemText(problem, texts)].filter((part) => part !== '').join(' ');
}

/** Tells everything that is wrong with a pack; the command ends with 1. `more` is for JSON. */
export async function tellPackProblems(
  session: Session,
  problems: readonly DeskProblem[],
  more: object,
): Promise<void> {
  const { output } = session;
  const texts = await loadDeskTexts(session.language);
  session.fail();
  if (!output.isJson) {
    for (const problem of problems) output.row(packProblemRow(problem, texts));
    return output.talk(fill(texts.check.bad, { count: problems.length }));
  }
  const told = problems.map((problem) => {
    const { params: _, ...place } = problem;
    return { ...place, message: packProblemText(problem, texts) };
  });
  output.json({ ok: false, problems: told, ...more });
}

/** The names of parts, one after another. */
export function partList(parts: readonly string[], texts: DeskTexts): string {
  const names: Readonly<Record<string, string>> = texts.parts;
  return parts.map((part) => names[part] ?? part).join(', ');
}

/** What would be otherwise, part by part: a heading, then a line for each entry and each value. */
export function differenceLines(
  difference: readonly EntryChange[],
  words: DifferenceWords,
): readonly string[] {
  const parts = Map.groupBy(difference, ({ part }) => part);
  return [...parts].flatMap(([part, changes]) => [
    `${partList([part], words.texts)} (${part}.yaml)`,
    ...changes.flatMap((change) => changeLines(change, words).map((line) => `  ${line}`)),
  ]);
}

/** In which words a difference is told. */
interface DifferenceWords {
  readonly texts: DeskTexts;
  readonly language: Language;
}

function changeLines(
  { entry, change, values }: EntryChange,
  words: DifferenceWords,
): readonly string[] {
  const { difference } = words.texts;
  const head = fill(difference[change], { entry: entry ?? difference.whole });
  if (change !== 'changed') return [`${head}${nameIn(values, words.language)}`];
  const [only] = values;
  if (values.length === 1 && only?.path === '') {
    return [`${head}: ${shown(only.from, words)} → ${shown(only.to, words)}`];
  }
  return [
    head,
    ...values.map(({ path, from, to }) => {
      const [was, is] = [shown(from, words), shown(to, words)];
      // What differs in the other language only is shown as it is written.
      const told = was === is ? { from: JSON.stringify(from), to: JSON.stringify(to) } : null;
      return `    ${fill(difference.value, { path, ...(told ?? { from: was, to: is }) })}`;
    }),
  ];
}

/** The name of an entry that comes or goes, as its file writes it. */
function nameIn(values: EntryChange['values'], language: Language): string {
  const whole = values[0]?.to ?? values[0]?.from;
  if (typeof whole !== 'object' || whole === null) return '';
  const { name, title } = whole as Readonly<Record<string, unknown>>;
  const words = name ?? title;
  const told = typeof words === 'string' ? words : localText(words, language);
  return told === null ? '' : ` (${told})`;
}

const LONGEST_VALUE = 120;

function shown(value: unknown, { texts, language }: DifferenceWords): string {
  if (value === null) return texts.difference.none;
  const text = typeof value === 'string' ? value : plainText(value, language);
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}

function plainText(value: unknown, language: Language): string {
  const isPlainList = Array.isArray(value) && value.every((item) => typeof item !== 'object');
  if (isPlainList && value.length > 0) return value.join(', ');
  return localText(value, language) ?? JSON.stringify(value);
}

/** A text that the desk wrote in every language. */
function localText(value: unknown, language: Language): string | null {
  if (typeof value !== 'object' || value === null || !(language in value)) return null;
  const text = (value as Readonly<Record<string, unknown>>)[language];
  return typeof text === 'string' ? text : null;
}
