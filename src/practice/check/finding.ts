import type { ContentPath } from '../../content/content-problem.ts';
import type {
  ScenarioProblem,
  ScenarioProblemCode,
} from '../../content/scenario/scenario-problem.ts';

/** Something that does not hold together, at its place in the scenario as it is played. */
export interface Finding extends Pick<ScenarioProblem, 'params'> {
  readonly path: ContentPath;
  readonly code: ScenarioProblemCode;
}

/** A finding; without values where its sentence names none. */
export function finding(
  path: ContentPath,
  code: ScenarioProblemCode,
  params: Finding['params'] = {},
): Finding {
  return { path, code, params };
}
