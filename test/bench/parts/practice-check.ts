import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkScenarioFiles } from '../../../src/app/practice/check-scenarios.ts';
import { resolvePaths } from '../../../src/config/paths.ts';
import { stemsOnly } from '../../../src/practice/fact/word-forms.ts';
import { type Bench, root } from '../bench.ts';
import type { Row } from '../row.ts';
import { nowMs, sampleOf } from '../statistics.ts';
import { runOnce } from './one-shot.ts';

const COUNT = 40;
const MUST = 300;
const EXAMPLE = join(root, 'templates/scenarios/sso-401.scenario.yaml');

/** Loading and checking forty scenarios of the size of the example; their facts by stems. */
export async function practiceCheckRows(bench: Bench): Promise<readonly Row[]> {
  const folder = join(bench.scratch, 'practice');
  const set = join(folder, 'set');
  writeSet(set);
  const desk = { paths: resolvePaths({}, root, join(folder, 'data')) };
  const words = { words: stemsOnly(), hasDictionary: true };
  const check = async () => {
    const from = nowMs();
    const { scenarios } = await checkScenarioFiles(desk, [set], async () => words);
    if (scenarios !== COUNT) throw new Error(`${scenarios} scenarios were read`);
    return nowMs() - from;
  };
  const anew: number[] = [];
  for (let run = 0; run < (bench.isQuick ? 5 : 15); run += 1) {
    rmSync(join(desk.paths.cache, 'practice-check'), { recursive: true, force: true });
    anew.push(await check());
  }
  const again: number[] = [];
  for (let run = 0; run < 15; run += 1) again.push(await check());
  const [first = 0] = anew;
  const sample = sampleOf(anew);
  const detail = `first in the process ${first.toFixed(0)} ms, p99 ${sample.quantile(0.99).toFixed(0)} ms`;
  const row = (what: string, value: number, more: Partial<Row> = {}): Row => {
    return { part: 'practice', what: `${COUNT} scenarios: ${what}`, value, unit: 'ms', ...more };
  };
  const line = ['--data-dir', join(folder, 'data'), 'practice', 'check', set, '--json'];
  const process = () => runOnce(bench, [bench.smena, ...line]);
  process();
  return [
    row('loaded and checked', sample.quantile(0.5), { must: MUST, detail }),
    row('checked again, unchanged', sampleOf(again).quantile(0.5), { must: MUST, aim: 50 }),
    row('`practice check`, all of the process', process(), { detail: 'files unchanged' }),
  ];
}

function writeSet(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const text = readFileSync(EXAMPLE, 'utf8');
  for (let copy = 1; copy <= COUNT; copy += 1) {
    const other = text
      .replace(/^id: .*$/m, `id: copy-${copy}`)
      .replace(/^langs: .*$/m, '')
      .replace(/^requires: .*$/m, '');
    writeFileSync(join(folder, `copy-${copy}.scenario.yaml`), other);
  }
}
