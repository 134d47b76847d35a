import { type ContentPath, placeOfValue, type YamlSource } from '../content-problem.ts';
import { pathText } from '../desk/issue-problems.ts';
import type { ScenarioProblem } from './scenario-problem.ts';

/** A problem at a value of a file. */
export function scenarioProblem(
  source: YamlSource,
  path: ContentPath,
  { code, params }: Pick<ScenarioProblem, 'code' | 'params'>,
): ScenarioProblem {
  return { file: source.file, ...placeOfValue(source, path), path: pathText(path), code, params };
}
