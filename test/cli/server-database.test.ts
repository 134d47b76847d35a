import { afterEach, beforeEach, expect, it } from 'vitest';
import { dropDatabase, freshDatabase, STARTING_MS } from '../support/postgres.ts';
import { CliDesk } from './cli-desk.ts';

let desk: CliDesk;
let url: string;
beforeEach(async () => {
  desk = new CliDesk();
  url = await freshDatabase();
}, STARTING_MS);
afterEach(async () => {
  desk.close();
  await dropDatabase(url);
});

it('a server in PostgreSQL is begun, looked through and put in order by the same commands', async () => {
  const env = { SMENA_DATABASE_URL: url };
  const invited = await desk.json(['server', 'init', '--admin', 'Вера'], { env });
  expect(invited).toMatchObject({ person: 'Вера', code: expect.any(String) });
  const people = await desk.json(['server', 'people', '--database', url]);
  expect(people).toMatchObject([{ name: 'Вера', role: 'admin' }]);
  const whole = { ok: true, problems: [] };
  expect(await desk.json(['server', 'verify', '--database', url])).toEqual(whole);
  const compacted = await desk.json(['server', 'compact', '--database', url]);
  expect(compacted).toMatchObject({ floors: { desk: 0, main: 0 } });
});

it('a database is put back by its own tools; the server then begins another epoch', async () => {
  for (const name of ['backup', 'restore']) {
    const refused = await desk.refused(['server', name, 'copy.db', '--database', url]);
    expect(refused).toMatchObject({ exit: 1, code: 'database-own-tools' });
    expect(refused.message).toContain('pg_dump');
  }
  const begin = ['server', 'restore', '--new-epoch', '--database', url];
  expect(await desk.json(begin)).toMatchObject({ epoch: expect.stringMatching(/\.1$/) });
  expect(await desk.json(begin)).toMatchObject({ epoch: expect.stringMatching(/\.2$/) });
  const [fact] = await desk.json<{ what: string }[]>(['server', 'audit', '--database', url]);
  expect(fact).toMatchObject({ what: 'store-restored' });
});

it('asks for a copy or for another epoch, not for both', async () => {
  expect((await desk.run(['server', 'restore'])).code).toBe(2);
  expect((await desk.run(['server', 'restore', 'copy.db', '--new-epoch'])).code).toBe(2);
});
