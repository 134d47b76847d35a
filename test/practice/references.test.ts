import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AnswerJudge, openJudge } from '../../src/app/practice/judge-answer.ts';
import { resolvePaths } from '../../src/config/paths.ts';
import type { Scenario, Step } from '../../src/content/scenario/scenario.ts';
import { begin } from '../../src/practice/run/begin.ts';
import { copyContent } from '../support/shared-content.ts';
import { shipped } from './run/player.ts';

const root = join(import.meta.dirname, '../..');
const names = readdirSync(join(root, 'templates/scenarios'))
  .flatMap((file) => /^(.+)\.scenario\.yaml$/.exec(file)?.[1] ?? [])
  .toSorted();

const folder = mkdtempSync(join(tmpdir(), 'smena-references-'));
const desk = { paths: resolvePaths({}, root, folder), language: 'ru' as const };
beforeAll(() => copyContent(folder));
afterAll(() => rmSync(folder, { recursive: true }));

/** What a hire would be marked down for who sends the reference reply of a step as it stands. */
async function faultsOf(judge: AnswerJudge, scenario: Scenario, step: Step): Promise<string[]> {
  const { reply, reference, id } = step;
  if (reply === null || reference === null) return [];
  const startedAt = step.at ?? scenario.clock.start;
  const state = begin(scenario, { mode: 'practice', seed: 1, startedAt });
  const answer = { type: 'replied', text: reference } as const;
  const event = await judge.eventOf({ ...state, step: id }, answer, startedAt);
  if (event.type !== 'replied') return [`${id}: ${event.type}`];
  const { facts, remarks } = event.reply;
  const found = new Map(facts.map((hit) => [hit.id, hit.evidence]));
  const missing = reply.expect.filter(({ fact, points }) => points > 0 && !found.has(fact));
  const forbidden = reply.forbid.filter(({ fact }) => found.has(fact));
  const marked = remarks.filter(({ severity }) => severity !== 'H');
  return [
    ...missing.map(({ fact }) => `${id}: no ${fact}`),
    ...forbidden.map(({ fact }) => `${id}: ${fact} «${found.get(fact)}»`),
    ...marked.map(({ rule, text }) => `${id}: ${rule} «${text}»`),
  ];
}

describe('the reference replies', () => {
  it.each(names)('of %s say all that they are there to show, and nothing else', async (name) => {
    const scenario = shipped(name);
    const judge = await openJudge(desk, scenario);
    const faults: string[] = [];
    for (const step of scenario.steps.values())
      faults.push(...(await faultsOf(judge, scenario, step)));
    expect(faults).toEqual([]);
  });
});
