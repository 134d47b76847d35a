import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AnswerJudge, openJudge } from '../../src/app/practice/judge-answer.ts';
import { type PlayedRun, playAnswers } from '../../src/app/practice/play-answers.ts';
import { playedRunJson } from '../../src/cli/practice-run-json.ts';
import { resolvePaths } from '../../src/config/paths.ts';
import type { Scenario } from '../../src/content/scenario/scenario.ts';
import { playJudged } from '../../src/practice/run/play-judged.ts';
import { scoreOf } from '../../src/practice/score/score-of.ts';
import { copyContent } from '../support/shared-content.ts';
import { shipped } from './run/player.ts';

const root = join(import.meta.dirname, '../..');
const names = readdirSync(join(root, 'templates/scenarios'))
  .flatMap((file) => /^(.+)\.scenario\.yaml$/.exec(file)?.[1] ?? [])
  .toSorted();
const kinds = ['good', 'poor', 'harmful'] as const;
type Kind = (typeof kinds)[number];

const folder = mkdtempSync(join(tmpdir(), 'smena-answers-'));
const desk = { paths: resolvePaths({}, root, folder), language: 'ru' as const };
beforeAll(() => copyContent(folder));
afterAll(() => rmSync(folder, { recursive: true }));

function answersFile(name: string, kind: Kind): string {
  return join(import.meta.dirname, 'answers', `${name}.${kind}.jsonl`);
}

async function play(scenario: Scenario, judge: AnswerJudge, file: string): Promise<PlayedRun> {
  const lines = readFileSync(file, 'utf8').split('\n');
  const setup = { mode: 'practice', seed: 1, startedAt: scenario.clock.start } as const;
  const played = await playAnswers(judge, { scenario, setup, lines });
  if (played.ok) return played.value;
  const { line, code, params, takes } = played.problem;
  throw new Error(`${file}:${line} ${code} ${JSON.stringify({ params, takes })}`);
}

async function playAll(name: string) {
  const scenario = shipped(name);
  const judge = await openJudge(desk, scenario);
  const run = (kind: Kind) => play(scenario, judge, answersFile(name, kind));
  const [good, poor, harmful] = [await run('good'), await run('poor'), await run('harmful')];
  return { scenario, good, poor, harmful, again: await run('good') };
}

describe.each(names)('%s', (name) => {
  it('tells a good run from a poor and a harmful one', async () => {
    const missing = kinds.filter((kind) => !existsSync(answersFile(name, kind)));
    expect(missing).toEqual([]);
    const { good, poor, harmful, again } = await playAll(name);
    expect(good.score.score).toBeGreaterThanOrEqual(80);
    expect(good.score.passed).toBe(true);
    expect(poor.score.score).toBeLessThan(60);
    expect(poor.score.passed).toBe(false);
    expect(harmful.score.sections.some(({ isZeroed }) => isZeroed)).toBe(true);
    expect(harmful.score.passed).toBe(false);
    const ends = [good, poor, harmful].map(({ state }) => state.ending);
    expect(new Set(ends).size).toBeGreaterThan(1);
    expect(JSON.stringify(playedRunJson(again))).toBe(JSON.stringify(playedRunJson(good)));
    for (const { scenario, state, score, events } of [good, poor, harmful]) {
      const replayed = playJudged(scenario, state.setup, events);
      expect(replayed.ok && scoreOf(scenario, replayed.value)).toEqual(score);
    }
  });
});

describe('the walk-through of the example', () => {
  it('comes to the points that its author counted, section by section', async () => {
    const scenario = shipped('sso-401');
    const file = join(import.meta.dirname, 'answers/sso-401.walk-through.jsonl');
    const { score } = await play(scenario, await openJudge(desk, scenario), file);
    expect(score.score).toBe(92);
    expect(score.sections.map((section) => [section.id, section.score])).toEqual([
      ['facts', 20],
      ['route', 20],
      ['deadlines', 12],
      ['language', 15],
      ['record', 15],
      ['finish', 10],
    ]);
  });
});
