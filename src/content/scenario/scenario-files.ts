import type { Result } from '../../util/result.ts';
import { listFiles } from '../content-files.ts';
import { readPackText } from '../desk/pack-file.ts';
import { LARGEST_SCENARIO, parseScenario, type ReadScenario } from './read-scenario.ts';
import type { ScenarioProblem } from './scenario-problem.ts';

const NAME = /\.scenario\.ya?ml$/;

/** Every scenario below a folder, `<id>.scenario.yaml` or `<id>.<lang>.scenario.yaml`. */
export function listScenarioFiles(folder: string): readonly string[] {
  return listFiles(folder, isScenarioName);
}

/** Whether a file is named as scenarios are. */
export function isScenarioName(name: string): boolean {
  return NAME.test(name);
}

/** Reads a scenario: it, or everything that is wrong with its file. */
export function readScenarioFile(file: string): Result<ReadScenario, readonly ScenarioProblem[]> {
  const text = readPackText(file, LARGEST_SCENARIO);
  return text.ok ? parseScenario(file, text.value) : text;
}
