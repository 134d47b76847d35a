import { expect, test } from 'vitest';
import { noteProblem } from '../../../src/app/sync/known-server.ts';
import { syncView } from '../../../src/app/sync/sync-view.ts';
import { statusLine } from '../../../src/app/ticket/status-file.ts';
import { openTestDesk } from '../../support/desk.ts';
import { joinServer, putIntoTray } from '../../support/tray.ts';

test('a store that works alone has no exchange to tell of', async () => {
  using here = await openTestDesk();
  expect(syncView(here.desk)).toBeNull();
  expect(statusLine(here.desk)).not.toContain('!');
});

test('the line for tmux says what waits for a decision, and that nobody answers', async () => {
  using here = await openTestDesk();
  const entityId = here.registers('VPN не пускает');
  joinServer(here);
  putIntoTray(here, { kind: 'refused', mine: { type: 'take' }, entityId });
  expect(syncView(here.desk)).toMatchObject({ state: 'discrepancies', discrepancies: 1 });
  noteProblem(here.desk.meta, { kind: 'offline', reason: 'timeout' }, here.clock.now());
  expect(statusLine(here.desk)).toMatch(/⇅\d+ · !1 · нет связи$/);
});
