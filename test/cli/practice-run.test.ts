import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { playedRunJson } from '../../src/cli/practice-run-json.ts';
import { copyContent } from '../support/shared-content.ts';
import { CliDesk } from './cli-desk.ts';

type Run = ReturnType<typeof playedRunJson>;

const answers = join(import.meta.dirname, '../practice/answers');
const good = join(answers, 'sso-401.good.jsonl');
const lines = readFileSync(good, 'utf8').split('\n');

let desk: CliDesk;
beforeAll(async () => {
  desk = new CliDesk();
  await copyContent(desk.folder);
});
afterAll(() => desk.close());

function answersOf(...all: readonly string[]): string {
  const file = join(desk.folder, 'a.jsonl');
  writeFileSync(file, all.join('\n'));
  return file;
}

async function run(file: string, ...more: readonly string[]): Promise<Run> {
  return desk.json<Run>(['practice', 'run', 'sso-401', '--answers', file, ...more]);
}

describe('smena practice run', () => {
  it('scores a run as its contract says, and the same file gives the same bytes', async () => {
    const line = ['practice', 'run', 'sso-401', '--answers', good, '--seed', '7', '--json'];
    const [once, again] = [await desk.run(line), await desk.run(line)];
    expect(again.out).toBe(once.out);
    const played = JSON.parse(once.out) as Run;
    expect(played).toMatchObject({
      ...{ scenario: 'sso-401', lang: 'ru', seed: 7, mode: 'practice', max: 100 },
      ...{ passed: true, ending: 'good', endingStep: 'end_good', needsMentor: false },
    });
    expect(played.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(played.sections[0]).toMatchObject({ id: 'facts', max: 20, zeroed: false });
    const said = played.transcript.filter(({ from, what }) => from === 'me' && what === 'message');
    for (const { found, evidence } of played.facts) {
      expect(found).toBe(evidence !== null);
      if (evidence !== null) expect(said.some(({ text }) => text.includes(evidence))).toBe(true);
    }
    expect(played.promises[0]).toMatchObject({ kind: 'hold', state: 'kept' });
    // The folder says 14:00 in November: the run began then, and all its instants moved along.
    expect(played.transcript[0]?.at).toBe('2026-11-18T11:00:00.000Z');
  });

  it('reads standard input, and scores what ends early as it stands', async () => {
    const stdin = `\n${lines.slice(0, 2).join('\r\n')}\n\n`;
    const line = ['practice', 'run', 'sso-401', '--answers', '-', '--json'];
    const ran = await desk.run(line, { stdin });
    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.out)).toMatchObject({ ending: null, endingStep: null, passed: false });
  });

  it('begins at an hour on the clock of the scenario, and at no day that does not exist', async () => {
    const begins = async (now: string) => {
      const played = await run(good, '--now', now);
      return played.transcript[0]?.at;
    };
    expect(await begins('2026-11-22T20:00:00Z')).toBe('2026-11-22T20:00:00.000Z');
    expect(await begins('2026-11-22T20:00')).toBe('2026-11-22T17:00:00.000Z');
    const line = ['practice', 'run', 'sso-401', '--answers', good, '--now', '2026-02-30T10:00:00Z'];
    expect(await desk.refused(line)).toMatchObject({ exit: 2 });
  });

  it('plays an exam without its hints', async () => {
    expect(await run(good, '--mode', 'exam')).toMatchObject({ mode: 'exam', passed: true });
    const hint = answersOf('{"action": "hint"}');
    const line = ['practice', 'run', 'sso-401', '--answers', hint, '--mode', 'exam'];
    expect(await desk.refused(line)).toMatchObject({ exit: 2 });
    expect(await run(hint)).toMatchObject({ hints: 1 });
  });

  it('prints the marks with the words that prove them', async () => {
    const { out, code } = await desk.run(['practice', 'run', 'sso-401', '--answers', good]);
    expect(code).toBe(0);
    expect(out).toContain('из 100 · сдано, хороший конец');
    expect(out).toMatch(/\+5 {2}open\/ask_har {2}«Снимите/);
  });

  it('stops at a line that the run does not take and says where, and what is expected', async () => {
    const file = answersOf(lines[0] ?? '', '', '{"choice": 4}');
    const line = ['practice', 'run', 'sso-401', '--answers', file];
    const refused = await desk.refused(line);
    expect(refused).toMatchObject({ exit: 2, out: '', code: 'usage' });
    const takes = 'Сейчас можно: вариант (choice: 1 hold15, 2 second, 3 clock), открыть (open)';
    expect(refused.message).toContain(`${file}:3: Варианта «4» здесь нет. ${takes}`);
    const end = answersOf(...lines, '{"wait": "5m"}');
    const over = await desk.refused(['practice', 'run', 'sso-401', '--answers', end]);
    expect(over).toMatchObject({ exit: 2, out: '' });
    expect(over.message).toMatch(/Попытка уже закончена\. Ответы больше не принимаются\.$/);
  });

  it('knows a file of its author, and names the nearest scenarios when there is none', async () => {
    const file = join(import.meta.dirname, '../../templates/scenarios/sso-401.scenario.yaml');
    const played = await desk.json<Run>(['practice', 'run', file, '--answers', good]);
    expect(played).toMatchObject({ scenario: 'sso-401', passed: true });
    const unknown = await desk.refused(['practice', 'run', 'sso-410', '--answers', good]);
    expect(unknown).toMatchObject({ exit: 1, code: 'no-such-scenario-near' });
    expect(unknown.message).toMatch(/Похожие: sso-401/);
    const broken = join(desk.folder, 'x.scenario.yaml');
    writeFileSync(broken, 'format: smena-scenario/1\nid: x\n');
    const wrong = await desk.refused(['practice', 'run', broken, '--answers', good]);
    expect(wrong).toMatchObject({ exit: 1 });
    expect(wrong.message).toContain(`${broken}:1:1`);
  });

  it('says what is missing on its own line', async () => {
    const gone = await desk.refused([
      'practice',
      'run',
      'sso-401',
      '--answers',
      '/nowhere/a.jsonl',
    ]);
    expect(gone).toMatchObject({ exit: 1, code: 'file-not-found' });
    const mode = await desk.refused([
      'practice',
      'run',
      'sso-401',
      '--answers',
      good,
      '--mode',
      'x',
    ]);
    expect(mode).toMatchObject({ exit: 2 });
    const seed = await desk.refused([
      'practice',
      'run',
      'sso-401',
      '--answers',
      good,
      '--seed',
      '-1',
    ]);
    expect(seed).toMatchObject({ exit: 2 });
  });
});
