import { existsSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dropAttachments } from '../../../src/app/sync/attachment-cache.ts';
import { admit, expel } from '../../../src/server/core/console/spaces.ts';
import { machineSurroundings } from '../../../src/server/surroundings.ts';
import { TrayStore } from '../../../src/store/sync/tray-store.ts';
import { type StageDesk, SyncStage } from '../../support/sync-stage.ts';

let stage: SyncStage;
let anna: StageDesk;
let boris: StageDesk;

beforeEach(async () => {
  stage = await SyncStage.open();
  anna = await stage.desk(await stage.person('Анна'));
  boris = await stage.desk(await stage.person('Борис'));
  await anna.settles();
  await boris.settles();
});

afterEach(async () => {
  anna.here.close();
  boris.here.close();
  await stage.close();
  expect(stage.bugs).toEqual([]);
});

const secret = 'совершенно секретно';

/** What anybody can read who takes the disk out. */
function onDisk({ here }: StageDesk): string {
  const { store } = here.desk.paths;
  here.desk.store.sql.pragma('wal_checkpoint(TRUNCATE)');
  return ['', '-wal'].map((end) => readFileSync(store + end, 'utf8')).join('');
}

function tray({ here }: StageDesk): readonly (readonly string[])[] {
  return new TrayStore(here.desk.store.sql).open().map(({ kind, text }) => [kind, text]);
}

test('a space that is not mine any more leaves nothing but what I typed, which is in the tray', async () => {
  const parts = { store: stage.opened.store, ...machineSurroundings(stage.clock.now) };
  const id = boris.here.registers('Чужая тайна', secret);
  await boris.settles();
  await anna.settles();
  expect(onDisk(anna)).toContain(secret);
  anna.here.does(id, { type: 'note', text: 'моя мысль' });
  anna.here.desk.drafts.save({
    ...{ id: 'd1', kind: 'reply', ticketId: id, text: 'начатый ответ', extra: {} },
    ...{ createdAt: stage.clock.now(), updatedAt: stage.clock.now() },
  });
  const by = { who: 'console', device: null };
  const [personId, space] = [anna.caller.person.id, 'main'];
  await expel(parts, by, { personId, space });
  anna.fault = (asked) => (asked === 'push' ? 'lost' : null);
  const scope = { version: 'x', spaces: [{ code: 'desk', title: '' }] };
  anna.session.store.followScope(scope, stage.clock.now());
  expect(anna.here.desk.tickets.byId(id)).toBeNull();
  expect(tray(anna)).toEqual(
    expect.arrayContaining([
      ['lost-space', 'моя мысль'],
      ['lost-space', 'начатый ответ'],
    ]),
  );
  const words = anna.here.desk.store.indexText(secret).trim().split(' ');
  const left = onDisk(anna);
  for (const word of [secret, 'Чужая тайна', ...words]) expect(left).not.toContain(word);
  anna.fault = () => null;
  await anna.settles();
  await admit(parts, by, { personId, space });
  await anna.settles();
  expect(anna.texts(id)).toEqual([secret]);
});

test('its attachments go too, but for those that something else still needs', async () => {
  const { desk } = anna.here;
  const [lost, shared] = ['lost', 'shared'].map((name) => desk.attachments.put(Buffer.from(name)));
  const file = (hash = '') => ({ name: 'a.txt', mime: 'text/plain', size: 1, hash });
  const reply = (text: string, ...hashes: (string | undefined)[]) => {
    const rest = { promise: null, status: null, messageId: null } as const;
    return { type: 'reply', text, attachments: hashes.map(file), ...rest } as const;
  };
  const id = anna.here.registers('Чужое');
  const kept = anna.here.registers('Моё');
  desk.store.sql.run(`UPDATE ticket SET space = 'other' WHERE id = ?`, id);
  anna.session.store.followScope(
    { version: 'y', spaces: ['desk', 'main', 'other'].map((code) => ({ code, title: '' })) },
    stage.clock.now(),
  );
  anna.here.does(id, reply('с файлами', lost, shared));
  anna.here.does(kept, reply('тоже', shared));
  desk.store.sql.run(`UPDATE outbox SET state = 'landed', in_base = 1`);
  const before = desk.store.sql.pragma('secure_delete');
  const { files } = anna.session.store.followScope(
    { version: 'z', spaces: ['desk', 'main'].map((code) => ({ code, title: '' })) },
    stage.clock.now(),
  );
  expect(files.toSorted()).toEqual([lost, shared].toSorted());
  expect(desk.store.sql.pragma('secure_delete')).toBe(before);
  dropAttachments(desk, [...files, '../../../etc/passwd']);
  expect([lost, shared].map((hash) => existsSync(desk.attachments.path(hash ?? '')))).toEqual([
    false,
    true,
  ]);
});
