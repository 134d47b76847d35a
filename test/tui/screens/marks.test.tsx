import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'vitest';
import type { TestDesk } from '../../support/desk.ts';
import { openDriver } from '../../support/driver.tsx';

let folder = '';
/** A desk with works of its own under way. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'smena-marks-'));
  const own = join(folder, 'content', 'desk');
  mkdirSync(own, { recursive: true });
  const lasts = 'from: "2026-11-18T13:00+03:00", to: "2026-11-18T15:00+03:00"';
  const title = 'title: {ru: Замена коммутатора, en: New switch}';
  writeFileSync(join(own, 'works.yaml'), `- {code: switch, ${title}, ${lasts}}\n`);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function watched(here: TestDesk): void {
  const id = here.registers('Нет связи');
  here.does(id, { type: 'watch', what: 'потери', until: null });
}

test('planned works and an eye of the shift stand on the card of a ticket', async () => {
  using desk = await openDriver({ folder, size: { columns: 120, rows: 30 } }, watched);
  desk.sends('\r');
  await desk.sees('⚒ плановые работы: Замена коммутатора, до 15:00');
  await desk.sees('◉ на контроле: потери');
});
