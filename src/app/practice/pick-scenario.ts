import { basename } from 'node:path';
import type { Scenario } from '../../content/scenario/scenario.ts';
import { readScenarioFile } from '../../content/scenario/scenario-files.ts';
import type { ScenarioProblem } from '../../content/scenario/scenario-problem.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { nearestNames } from '../../util/nearest-names.ts';
import { fail, ok, type Result } from '../../util/result.ts';
import type { Desk } from '../desk/desk.ts';
import { typedPath } from '../desk/typed-path.ts';
import { findScenario, loadScenarios } from './load-scenarios.ts';

/** Why nothing can be played: there is no such scenario, or its file is wrong. */
export type NoScenario =
  | { readonly type: 'unknown'; readonly near: readonly string[] }
  | { readonly type: 'broken'; readonly problems: readonly ScenarioProblem[] };

const MOST_NEAR = 3;

/** The scenario of an id, in the wanted language where there is one, or of a file that is written. */
export async function pickScenario(
  desk: Pick<Desk, 'paths'>,
  wanted: { readonly name: string; readonly lang: Language },
  env: Parameters<typeof typedPath>[1],
): Promise<Result<Scenario, NoScenario>> {
  const { name, lang } = wanted;
  if (isPath(name)) {
    const read = readScenarioFile(typedPath(name, env));
    return read.ok ? ok(read.value.scenario) : fail({ type: 'broken', problems: read.problem });
  }
  const found = await findScenario(desk, name, lang);
  if (found !== null) return ok(found);
  const { cards, problems } = await loadScenarios(desk);
  const own = problems.filter(({ file }) => basename(file).split('.')[0] === name);
  if (own.length > 0) return fail({ type: 'broken', problems: own });
  const ids = [...new Set(cards.map(({ id }) => id))];
  const near = nearestNames(name, ids).slice(0, MOST_NEAR);
  return fail({ type: 'unknown', near: near.map((one) => one.name) });
}

function isPath(name: string): boolean {
  return /[\\/]|\.ya?ml$/i.test(name);
}
