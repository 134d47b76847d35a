import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openJudge } from '../../../src/app/practice/judge-answer.ts';
import { resolvePaths } from '../../../src/config/paths.ts';
import { readScenarioFile } from '../../../src/content/scenario/scenario-files.ts';
import type { Language } from '../../../src/domain/vocabulary.ts';
import { begin } from '../../../src/practice/run/begin.ts';
import { must } from '../../../src/util/must.ts';
import {
  judged,
  lookUp,
  precisionOf,
  readReplies,
  recallOf,
  shippedFacts,
} from '../../practice/fact/replies.ts';
import { type Bench, root } from '../bench.ts';
import type { Row } from '../row.ts';
import { nowMs, sampleOf } from '../statistics.ts';

const MUST_MS = 5;
const EXAMPLE = join(root, 'templates/scenarios/sso-401.scenario.yaml');
const part = 'practice';

/** How well the facts of replies are recognised, and what judging one costs. */
export async function practiceFactRows(bench: Bench): Promise<readonly Row[]> {
  const found: Row[] = [];
  for (const lang of ['ru', 'en'] as const) {
    for (const set of ['dev', 'held'] as const) found.push(...(await qualityRows(lang, set)));
  }
  return [...found, ...(await timeRows(bench))];
}

async function qualityRows(lang: Language, set: 'dev' | 'held'): Promise<readonly Row[]> {
  const facts = shippedFacts(lang);
  const replies = readReplies(set, lang);
  const texts = [...replies.values()].flatMap(({ pass, fail }) => [...pass, ...fail]);
  const words = await lookUp(texts, facts.values());
  const all = [...replies].map(([id, said]) => {
    return { id, ...judged(must(facts.get(id), id), said, words) };
  });
  const worst = (of: typeof precisionOf) =>
    all.map((one) => `${one.id} ${of([one]).toFixed(2)}`).filter((told) => !told.endsWith(' 1.00'));
  const row = (what: string, value: number, more: Partial<Row>): Row => {
    const about = `facts, ${lang}, ${set}: ${what}`;
    return { part, what: about, value, unit: 'share', better: 'higher', ...more };
  };
  const precision = { must: 0.95, detail: worst(precisionOf).join(', ') };
  const recall = { must: 0.7, aim: 0.8, detail: worst(recallOf).join(', ') };
  return [row('precision', precisionOf(all), precision), row('recall', recallOf(all), recall)];
}

/** A reply of the example from its text to the event of the run: facts, wording, promises. */
async function timeRows(bench: Bench): Promise<readonly Row[]> {
  const paths = resolvePaths({}, root, join(bench.scratch, 'judge'));
  const read = readScenarioFile(EXAMPLE);
  if (!read.ok) throw new Error('the example cannot be played');
  const { scenario } = read.value;
  const judge = await openJudge({ paths, language: 'ru' }, scenario);
  const at = scenario.clock.start;
  const state = begin(scenario, { mode: 'practice', seed: 1, startedAt: at });
  const texts = repliesOf(join(root, 'test/practice/answers/sso-401.good.jsonl'));
  const times: number[] = [];
  for (let turn = 0; turn < (bench.isQuick ? 20 : 100); turn += 1) {
    for (const text of texts) {
      const from = nowMs();
      await judge.eventOf(state, { type: 'replied', text: `${text} ${turn}` }, at);
      // The first ones bring up the dictionaries.
      if (turn > 0) times.push(nowMs() - from);
    }
  }
  const sample = sampleOf(times);
  const detail = `median ${sample.quantile(0.5).toFixed(2)} ms, ${times.length} replies`;
  const value = sample.quantile(0.95);
  return [{ part, what: 'judging a reply, p95', value, unit: 'ms', must: MUST_MS, detail }];
}

function repliesOf(file: string): readonly string[] {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines.flatMap((line) => {
    // The file is ours.
    const { reply } = JSON.parse(line) as { readonly reply?: string };
    return reply === undefined ? [] : [reply];
  });
}
