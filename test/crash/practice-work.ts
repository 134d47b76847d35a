// Plays a run in the folder given until it is killed. Prints a line after each answer that was taken:
// what is printed was acknowledged.
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { openDesk } from '../../src/app/desk/open-desk.ts';
import {
  abandonOpenRun,
  resumable,
  resumeRun,
  startRun,
} from '../../src/app/practice/start-run.ts';
import { resolvePaths } from '../../src/config/paths.ts';
import { defaultSettings } from '../../src/config/settings.ts';
import { systemClock } from '../../src/util/clock.ts';
import { uuidv7 } from '../../src/util/id.ts';

const [folder = ''] = process.argv.slice(2);
const desk = await openDesk({
  paths: resolvePaths({}, join(import.meta.dirname, '../..'), folder),
  settings: defaultSettings,
  language: 'ru',
  clock: systemClock,
  makeId: uuidv7,
  seat: { login: 'anya', name: 'Аня', role: 'engineer', line: '2' },
});

function acknowledge(line: object): void {
  writeSync(1, `${JSON.stringify(line)}\n`);
}

const left = resumable(desk);
const session = left
  ? await resumeRun(desk, left.run.id)
  : await startRun(desk, 'lamp', { mode: 'practice', seed: 5 });
acknowledge({ run: session.runId, seq: session.state().seq, now: session.now() });
for (let n = 0; n < 1500; n++) {
  const text = `Заметка ${n}: ${'ж'.repeat(n)}`;
  session.saveDraft(text);
  acknowledge({ draft: text });
  session.tick(systemClock.now());
  await session.answer({ type: 'noted', text });
  acknowledge({ seq: session.state().seq, note: text, now: session.now() });
}
abandonOpenRun(desk);
