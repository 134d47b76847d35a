import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { resumable, resumeRun } from '../../src/app/practice/start-run.ts';
import { must } from '../../src/util/must.ts';
import { openTestDesk } from '../support/desk.ts';
import { keepScenario, lamp } from '../support/practice.ts';

/** What the killed process had said: each line was on disk. */
interface Said {
  readonly run?: string;
  readonly seq?: number;
  readonly now?: number;
  readonly note?: string;
  readonly draft?: string;
}

const script = join(import.meta.dirname, 'practice-work.ts');
const kills = 3;

/** Kills it after so many lines, wherever it is by then. */
async function playUntilKilled(folder: string, lines: number): Promise<readonly Said[]> {
  const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const said: Said[] = [];
  const output = createInterface({ input: child.stdout });
  output.on('line', (line) => {
    said.push(JSON.parse(line) as Said);
    if (said.length === lines) child.kill('SIGKILL');
  });
  await Promise.all([once(child, 'exit'), once(output, 'close')]);
  return said;
}

/** Its own number; -1 for no text. */
function numberOf(text: string): number {
  return Number(/^Заметка (\d+):/.exec(text)?.[1] ?? -1);
}

it('a run that was killed at any moment goes on where it was', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'smena-practice-crash-'));
  const first = await openTestDesk({ folder });
  keepScenario(first, lamp);
  first.close();
  let notes = 0;
  try {
    for (let n = 0; n < kills; n++) {
      const said = await playUntilKilled(folder, 3 + n * 7);
      const begun = must(said[0], 'first line');
      // The run of the process before, with everything in it.
      expect(begun.seq).toBeGreaterThanOrEqual(notes);
      const anya = await openTestDesk({ folder, ids: `f${n}` });
      const { run, draft } = must(resumable(anya.desk), 'run that waits');
      expect(run.id).toBe(begun.run);
      const session = await resumeRun(anya.desk, run.id);
      const kept = session.state().transcript.filter(({ what }) => what === 'note');
      for (const { note } of said) {
        if (note !== undefined) expect(kept.map(({ text }) => text)).toContain(note);
      }
      const last = said.findLast(({ seq }) => seq !== undefined);
      expect(session.state().seq).toBeGreaterThanOrEqual(last?.seq ?? 0);
      expect(session.now()).toBeGreaterThanOrEqual(last?.now ?? 0);
      // Whatever was typed last is there whole, as a draft or in the run, or something later is.
      const typed = said.findLast((line) => line.draft !== undefined)?.draft ?? '';
      const texts = [draft, ...kept.map(({ text }) => text)];
      expect(Math.max(...texts.map(numberOf))).toBeGreaterThanOrEqual(numberOf(typed));
      for (const text of texts.filter((one) => one !== '')) {
        expect(text).toBe(`Заметка ${numberOf(text)}: ${'ж'.repeat(numberOf(text))}`);
      }
      notes = session.state().seq;
      anya.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  expect(notes).toBeGreaterThan(kills);
}, 60_000);
