// Works at the store of the folder given, which belongs to a server, until it is killed. Prints a
// line after each commit: what is printed was acknowledged to the person at the screen.
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { openDesk } from '../../src/app/desk/open-desk.ts';
import { resolvePaths } from '../../src/config/paths.ts';
import { defaultSettings } from '../../src/config/settings.ts';
import { systemClock } from '../../src/util/clock.ts';
import { uuidv7 } from '../../src/util/id.ts';
import { Chance } from '../sim/chance.ts';
import { doSomething } from '../sim/desk-work.ts';

const [folder = '', name = '', seed = '1'] = process.argv.slice(2);
const desk = await openDesk({
  paths: resolvePaths({}, join(import.meta.dirname, '../..'), folder),
  settings: defaultSettings,
  language: 'ru',
  clock: systemClock,
  makeId: uuidv7,
  seat: { login: name, name, role: 'engineer', line: '2' },
});

const without = ['undo', 'tag', 'held-reply'] as const;
const chance = new Chance(seed);
for (let n = 0; ; n++) {
  // What is taken back is to be gone; a tag holds what was typed only now and then; and nobody
  // waits here until an undo window is over.
  const deed = doSomething(desk, chance, `⟨${name}.${seed}.${n}⟩`, without);
  const token = deed.isDone && deed.typed !== '' ? deed.typed.split(' ').at(-1) : '';
  writeSync(1, `${JSON.stringify({ kind: deed.kind, token, isDone: deed.isDone })}\n`);
  await setTimeout(chance.below(15));
}
