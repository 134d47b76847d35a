import type { z } from 'zod';
import { fail, ok, type Result } from '../../util/result.ts';
import { placeOfKey, type YamlSource } from '../content-problem.ts';
import { issueProblems } from '../desk/issue-problems.ts';
import { parsePackSource } from '../desk/pack-file.ts';
import { compileScenario } from './compile-scenario.ts';
import { itemFaults } from './item-faults.ts';
import type { Scenario } from './scenario.ts';
import type { ScenarioProblem } from './scenario-problem.ts';
import { scenarioProblem } from './scenario-problem-at.ts';
import { FORMAT, scenarioSchema } from './scenario-schema.ts';

/** More is no scenario: its author took another file, or wants to harm. */
export const LARGEST_SCENARIO = 1024 * 1024;

/** A scenario with the text that it was read from, so that what is wrong with it can be placed. */
export interface ReadScenario {
  readonly scenario: Scenario;
  readonly source: YamlSource;
}

/** Reads the text of a scenario: it, or everything that is wrong with it by itself. */
export function parseScenario(
  file: string,
  text: string,
): Result<ReadScenario, readonly ScenarioProblem[]> {
  const source = parsePackSource(file, text, LARGEST_SCENARIO);
  if (!source.ok) return source;
  const other = otherFormat(source.value);
  if (other !== null) return fail([other]);
  const checked = scenarioSchema.safeParse(source.value.value);
  if (!checked.success) return fail(schemaProblems(source.value, checked.error));
  const faults = itemFaults(checked.data);
  if (faults.length > 0) {
    return fail(faults.map(({ path, ...what }) => scenarioProblem(source.value, path, what)));
  }
  return ok({ scenario: compileScenario(checked.data, text), source: source.value });
}

/** What a schema has to say, each at its place. */
export function schemaProblems(
  source: YamlSource,
  { issues }: z.ZodError,
): readonly ScenarioProblem[] {
  return issues.flatMap((issue) => issueProblems(source, issue));
}

/** Another format means other rules: nothing more can be said of such a file. */
export function otherFormat(source: YamlSource): ScenarioProblem | null {
  const { value } = source;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const format: unknown = Reflect.get(value, 'format');
  if (format === FORMAT) return null;
  const params = { value: String(format ?? '—'), known: FORMAT };
  const place = placeOfKey(source, ['format']);
  return { file: source.file, ...place, path: 'format', code: 'format-unknown', params };
}
