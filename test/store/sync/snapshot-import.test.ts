import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { saveArticle } from '../../../src/app/knowledge/save-article.ts';
import { queueOp } from '../../../src/app/queue/queue-op.ts';
import { SavedQueueStore } from '../../../src/store/queue/saved-queue-store.ts';
import { isSnapshotFile } from '../../../src/store/sync/snapshot-file.ts';
import { SpaceStore } from '../../../src/store/sync/space-store.ts';
import { TrayStore } from '../../../src/store/sync/tray-store.ts';
import { must } from '../../../src/util/must.ts';
import { hasFile } from '../../support/article-file.ts';
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

/** The copy of a space, fetched and unpacked for a desk. */
async function snapshot({ session }: StageDesk, space = 'main') {
  const reply = await session.transport.snapshot(space);
  if (!reply.ok) throw new Error(reply.problem.kind);
  const info = reply.value;
  await session.transport.fetchSnapshot(info, session.files.snapshotPath(info));
  return { info, path: must(await session.files.unpack(info), 'unpacked') };
}

function drop({ here }: StageDesk, space = 'main'): void {
  new SpaceStore(here.desk.store.sql).drop(space);
}

function finds({ here }: StageDesk, word: string): number {
  const text = `SELECT count(*) AS n FROM ticket_fts WHERE ticket_fts MATCH ?`;
  const token = here.desk.store.indexText(word).trim().split(' ')[0] ?? '';
  return here.desk.store.sql.get<{ n: number }>(text, `"${token}"`)?.n ?? 0;
}

function tray({ here }: StageDesk) {
  return new TrayStore(here.desk.store.sql).open();
}

describe('a copy of a space', () => {
  test('brings tickets, texts, history and words to a store that knows nothing of them', async () => {
    const id = boris.here.registers('Принтер', 'Бумага застревает.');
    boris.here.does(id, { type: 'take' });
    boris.here.does(id, { type: 'note', text: 'Ролик стёрся.' });
    await boris.settles();
    drop(anna);
    await anna.settles();
    expect(anna.asked).toContain('fetchSnapshot');
    expect(anna.here.ticket(id)).toEqual(boris.here.ticket(id));
    expect(anna.here.desk.tickets.events(id)).toEqual(boris.here.desk.tickets.events(id));
    expect(anna.texts(id)).toEqual(['Бумага застревает.', 'Ролик стёрся.']);
    expect(finds(anna, 'ролик')).toBe(1);
  });

  test('is taken up where a kill stopped it, and leaves what waits on top', async () => {
    const ids = ['Первое', 'Второе', 'Третье'].map((subject) => boris.here.registers(subject));
    await boris.settles();
    await anna.settles();
    const [first = ''] = ids;
    const own = anna.here.registers('Моё, ждёт');
    anna.here.does(first, { type: 'note', text: 'ждёт на первом' });
    boris.here.does(first, { type: 'note', text: 'тем временем' });
    await boris.settles();
    const { info, path } = await snapshot(boris);
    drop(anna);
    const before = anna.here.desk.store.sql.get<{ n: number }>('SELECT count(*) AS n FROM outbox');
    for (let chunks = 1; ; chunks += 1) {
      // Each chunk as if by a process of its own.
      const { store } = (await reopened(anna)).session;
      if (store.importSnapshot(info, path, stage.clock.now()).isDone) break;
      expect(chunks).toBeLessThan(20);
    }
    expect(anna.texts(first)).toEqual(['Не работает.', 'тем временем', 'ждёт на первом']);
    expect(anna.texts(own)).toEqual(['Не работает.']);
    expect(anna.here.desk.store.sql.get('SELECT count(*) AS n FROM outbox')).toEqual(before);
    await anna.settles();
    await boris.settles();
    expect(boris.texts(first)).toEqual(anna.texts(first));
    expect(boris.texts(own)).toEqual(['Не работает.']);
  });

  test('takes away what moved or vanished, and what I wrote by another device comes to the tray', async () => {
    const kept = anna.here.registers('Осталось');
    await anna.settles();
    const { info, path } = await snapshot(anna);
    const gone = anna.here.registers('Пропало', 'слова клиента');
    await anna.settles();
    boris.here.close();
    boris = await stage.desk(anna.caller.person);
    await boris.settles();
    boris.here.does(gone, { type: 'note', text: 'с ноутбука' });
    boris.here.does(kept, { type: 'note', text: 'тоже с ноутбука' });
    await boris.settles();
    await anna.settles();
    anna.here.desk.store.sql.run('DELETE FROM outbox');
    drop(anna);
    for (;;) {
      if (anna.session.store.importSnapshot(info, path, stage.clock.now()).isDone) break;
    }
    expect(anna.here.desk.tickets.byId(gone)).toBeNull();
    expect(anna.texts(kept)).toEqual(['Не работает.']);
    const lost = tray(anna).map(({ kind, text }) => [kind, text]);
    expect(lost).toContainEqual(['lost-at-server', 'с ноутбука']);
    expect(lost).toContainEqual(['lost-at-server', 'тоже с ноутбука']);
  });

  test('is refused when it is no such file, or one with a trigger of its own', async () => {
    const { path } = await snapshot(anna);
    expect(await isSnapshotFile(path)).toBe(true);
    const { default: Database } = await import('better-sqlite3');
    const file = new Database(path);
    file.exec('CREATE TRIGGER t AFTER INSERT ON ticket BEGIN DELETE FROM op; END');
    file.close();
    expect(await isSnapshotFile(path)).toBe(false);
    expect(await isSnapshotFile(anna.here.desk.paths.store)).toBe(false);
  });

  test('with something senseless in it changes nothing, and the work goes on', async () => {
    const id = boris.here.registers('Принтер');
    await boris.settles();
    const { unpack } = anna.session.files;
    const { default: Database } = await import('better-sqlite3');
    const spoil = async (info: Parameters<typeof unpack>[0]) => {
      const path = must(await unpack(info), 'unpacked');
      new Database(path).exec(`UPDATE ticket SET state = '{"number":{}}'`).close();
      return path;
    };
    Object.assign(anna.session, { files: { ...anna.session.files, unpack: spoil } });
    drop(anna);
    const own = anna.here.registers('Моё');
    const { problem, pushed } = await anna.syncs();
    expect(problem).toMatchObject({ kind: 'unsound', what: 'snapshot', why: expect.any(String) });
    expect(pushed).toBeGreaterThan(0);
    Object.assign(anna.session, { files: { ...anna.session.files, unpack } });
    await anna.settles();
    await boris.settles();
    expect(anna.texts(id)).toEqual(['Не работает.']);
    expect(boris.texts(own)).toEqual(['Не работает.']);
  });

  test('takes queues away that the server does not know, and my articles from elsewhere to the tray', async () => {
    await anna.settles();
    const { info, path } = await snapshot(anna, 'desk');
    boris.here.close();
    boris = await stage.desk(anna.caller.person);
    await boris.settles();
    const queue = {
      id: 'q1',
      ownerId: boris.caller.person.id,
      code: 'night',
      title: 'Моя',
      query: 'line:2',
    };
    const { desk } = boris.here;
    const saved = { type: 'save-queue', queue: { ...queue, savedAt: 1 } } as const;
    new SavedQueueStore(desk.store.sql).write(queueOp(desk, saved));
    const file = hasFile(boris.here);
    const text = file.replace('Перезапустить', 'Мягко перезапустить');
    expect(saveArticle(desk, { id: 'printer-queue', lang: 'ru' }, { text }).ok).toBe(true);
    await boris.settles();
    await anna.settles();
    const { sql } = anna.here.desk.store;
    expect(sql.all('SELECT code FROM saved_queue')).toEqual([{ code: 'night' }]);
    drop(anna, 'desk');
    for (;;) {
      if (anna.session.store.importSnapshot(info, path, stage.clock.now()).isDone) break;
    }
    expect(sql.all('SELECT code FROM saved_queue')).toEqual([]);
    expect(tray(anna).map((found) => [found.kind, found.entityType, found.text])).toEqual([
      ['lost-at-server', 'article', text.trim()],
    ]);
  });

  test('that is not what its name says is fetched once more, then left alone', async () => {
    boris.here.registers('Принтер');
    await boris.settles();
    drop(anna);
    const { unpack } = anna.session.files;
    let spoilt = 0;
    const files = {
      ...anna.session.files,
      unpack: async (info: Parameters<typeof unpack>[0]) => {
        spoilt += 1;
        return unpack({ ...info, id: 'f'.repeat(64) });
      },
    };
    Object.assign(anna.session, { files });
    expect((await anna.syncs()).problem).toEqual({ kind: 'unsound', what: 'snapshot-file' });
    expect(spoilt).toBe(2);
  });
});

/** The same desk as another process would open it. */
async function reopened(desk: StageDesk): Promise<StageDesk> {
  const { StageDesk: Desk } = await import('../../support/sync-stage.ts');
  return new Desk(stage, desk.here, desk.caller);
}
