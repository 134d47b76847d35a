import type { Language } from '../../domain/vocabulary.ts';
import { fail, ok, type Result } from '../../util/result.ts';
import type { YamlSource } from '../content-problem.ts';
import type { DeskProblem } from '../desk/desk-problem.ts';
import { checkPart, parsePackSource, problemAtValue, readPackSource } from '../desk/pack-file.ts';
import type { LearningPath, PathItem } from './learning-path.ts';
import { type ItemData, type PathData, pathSchema } from './path-schema.ts';

/** The learning path of a file, or everything that is wrong with it. */
export function readPath(
  file: string,
  lang: Language,
): Result<LearningPath, readonly DeskProblem[]> {
  const source = readPackSource(file);
  return source.ok ? checked(source.value, lang) : source;
}

/** The learning path of a text, or everything that is wrong with it. */
export function parsePath(
  file: string,
  text: string,
  lang: Language,
): Result<LearningPath, readonly DeskProblem[]> {
  const source = parsePackSource(file, text);
  return source.ok ? checked(source.value, lang) : source;
}

function checked(source: YamlSource, lang: Language): Result<LearningPath, readonly DeskProblem[]> {
  const data = checkPart(source, pathSchema);
  if (!data.ok) return data;
  const problems = [...wrongIds(source, data.value), ...wrongOrder(source, data.value)];
  if (problems.length > 0) return fail(problems);
  const { title, days, signOffs } = data.value;
  const made = days.map((day) => ({ ...day, items: day.items.map(toItem) }));
  return ok({ lang, title, days: made, signOffs, file: source.file });
}

function wrongIds(source: YamlSource, { days }: PathData): readonly DeskProblem[] {
  const seen = new Set<string>();
  return days.flatMap(({ items }, dayAt) =>
    items.flatMap(({ id }, at) => {
      if (!seen.has(id)) {
        seen.add(id);
        return [];
      }
      const path = ['days', dayAt, 'items', at, 'id'];
      return [problemAtValue(source, path, 'code-twice', { value: id })];
    }),
  );
}

/** An item can wait only for what stands above it: so nothing waits in a circle. */
function wrongOrder(source: YamlSource, { days }: PathData): readonly DeskProblem[] {
  const above: string[] = [];
  const problems: DeskProblem[] = [];
  for (const [dayAt, { items }] of days.entries()) {
    for (const [at, { id, requires }] of items.entries()) {
      for (const [place, value] of requires.entries()) {
        if (above.includes(value)) continue;
        const path = ['days', dayAt, 'items', at, 'requires', place];
        const params = { value, target: 'items', known: above.join(', ') || '—' };
        problems.push(problemAtValue(source, path, 'reference-unknown', params));
      }
      above.push(id);
    }
  }
  return problems;
}

function toItem(data: ItemData): PathItem {
  if (data.kind !== 'quiz') return data;
  const { attestation: isAttestation, ...quiz } = data;
  return { ...quiz, isAttestation };
}
