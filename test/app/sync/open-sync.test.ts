import { createServer } from 'node:http';
import { expect, test, vi } from 'vitest';
import { openSync } from '../../../src/app/sync/open-sync.ts';
import { writeToken } from '../../../src/app/sync/token-file.ts';
import { listTray } from '../../../src/app/sync/tray/find-in-tray.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { MembershipStore } from '../../../src/store/sync/membership-store.ts';
import { keepStrayDrafts } from '../../../src/store/sync/stray-drafts.ts';
import { openTestDesk } from '../../support/desk.ts';

/** A server for which every login is over; notes by which token it was asked. */
async function listens() {
  const tokens: string[] = [];
  const http = createServer(({ headers }, response) => {
    tokens.push(headers.authorization ?? '');
    response.writeHead(401, { 'content-type': 'application/json' });
    response.end('{"error":{"code":"token-expired","message":"expired"}}');
  });
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
  const address = http.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const end = () => {
    http.closeAllConnections();
    http.close();
  };
  return { url: `http://127.0.0.1:${port}`, tokens, end };
}

test('a login in another process is one here: nobody has to start the screens again', async () => {
  using here = await openTestDesk();
  const { desk } = here;
  const { url, tokens, end } = await listens();
  const member = { url, personId: desk.me.id, clientId: 'c1', epoch: null };
  new MembershipStore(desk.store.sql).join({ ...member, deviceId: 'd1' });
  writeToken(desk.paths, 'smena_pat_old');
  const opened = openSync(desk, { version: '0', tell: () => {} });
  const left = new AbortController();
  const running = opened.keepInSync(left.signal, () => {});
  await vi.waitFor(() => expect(tokens).toContain('Bearer smena_pat_old'), 5000);

  const beside = openStore({ path: desk.paths.store, indexText: (text) => text });
  writeToken(desk.paths, 'smena_pat_new');
  new MembershipStore(beside.sql).join({ ...member, deviceId: 'd2' });
  await vi.waitFor(() => expect(tokens).toContain('Bearer smena_pat_new'), 5000);

  left.abort();
  await running;
  await opened.close();
  beside.close();
  end();
});

test('what was being written in a ticket that went away waits in the tray, once', async () => {
  using here = await openTestDesk();
  const { sql } = here.desk.store;
  const known = here.registers('Остаётся');
  for (const [ticketId, text] of [
    [known, 'остаётся'],
    ['gone', 'ушло'],
    ['gone', '  '],
  ] as const) {
    here.desk.drafts.save({
      ...{ id: here.desk.makeId(), kind: text === 'ушло' ? 'reply' : 'note', ticketId, text },
      ...{ extra: {}, createdAt: 1, updatedAt: 1 },
    });
  }
  expect(keepStrayDrafts(sql, 1)).toBe(2);
  expect(keepStrayDrafts(sql, 2)).toBe(0);
  expect(listTray(here.desk)).toMatchObject([{ kind: 'lost-space', text: 'ушло' }]);
  expect(here.desk.drafts.find('note', known)?.text).toBe('остаётся');
});
