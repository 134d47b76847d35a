import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acceptArticle } from '../../../src/app/knowledge/accept-article.ts';
import { articleVersions } from '../../../src/app/knowledge/article-stores.ts';
import { liveText } from '../../../src/app/knowledge/live-text.ts';
import { logLostSearch } from '../../../src/app/knowledge/lost-search.ts';
import { markArticle } from '../../../src/app/knowledge/mark-article.ts';
import { saveArticle } from '../../../src/app/knowledge/save-article.ts';
import { submitArticle } from '../../../src/app/knowledge/submit-article.ts';
import { queueOp } from '../../../src/app/queue/queue-op.ts';
import type { QueueRecord } from '../../../src/domain/saved-queue.ts';
import { ERASURE, type WireOp } from '../../../src/protocol/wire.ts';
import { LostSearchStore } from '../../../src/store/article/lost-search-store.ts';
import { DeskVersionStore } from '../../../src/store/desk/desk-version-store.ts';
import { SavedQueueStore } from '../../../src/store/queue/saved-queue-store.ts';
import { TrayStore } from '../../../src/store/sync/tray-store.ts';
import { must } from '../../../src/util/must.ts';
import { hasFile } from '../../support/article-file.ts';
import type { TestDesk } from '../../support/desk.ts';
import type { JoinedDesk } from '../../support/small-server.ts';
import { openSyncPair, type SyncPair } from '../../support/sync-pair.ts';

const key = { id: 'printer-queue', lang: 'ru' } as const;
let pair: SyncPair;
let home: TestDesk;
let anya: JoinedDesk;

beforeEach(async () => {
  pair = await openSyncPair();
  ({ home, anya } = pair);
});
afterEach(() => pair.close());

/** Олег works on an article at another device. */
function olegAt({ desk }: TestDesk) {
  return { ...desk, me: pair.oleg };
}

/** What Олег did to the article at the server comes into its log. */
function tellsArticle(entityId: string): void {
  const { sql } = home.desk.store;
  const rows = sql.all<{ opId: string }>(
    `SELECT op_id AS opId FROM outbox WHERE entity_id = ? ORDER BY seq`,
    entityId,
  );
  for (const { opId } of rows) {
    const told = articleVersions(home.desk)
      .events(key.id, key.lang)
      .filter((event) => event.opId === opId);
    const events = told.map((event) => {
      const { fact } = event;
      if (fact.type !== 'version-saved') return event;
      const text = must(articleVersions(home.desk).text(key.id, key.lang, fact.version), 'text');
      return { ...event, fact: { ...fact, text } };
    });
    const body = { kind: 'article', events } as const;
    anya.server.tells('desk', { opId, entityType: 'article', entityId, type: 'save-draft', body });
  }
  sql.run('DELETE FROM outbox WHERE entity_id = ?', entityId);
}

describe('an article that two people edit', () => {
  const entity = `article/${key.id}.${key.lang}`;

  it('mine gets the next number behind theirs, and what I submitted is still mine', () => {
    const file = hasFile(anya.here);
    hasFile(home);
    const mine = file.replace('Перезапустить', 'Мягко перезапустить');
    expect(saveArticle(anya.here.desk, key, { text: mine }).ok).toBe(true);
    expect(submitArticle(anya.here.desk, key).ok).toBe(true);
    expect(saveArticle(olegAt(home), key, { text: `${file}\nОт Олега.\n` }).ok).toBe(true);
    tellsArticle(entity);
    anya.pulls();
    const versions = articleVersions(anya.here.desk);
    const { versions: known } = versions.record(key.id, key.lang);
    expect(known.map(({ version, state, authorId }) => [version, state, authorId])).toEqual([
      [1, 'draft', pair.oleg.id],
      [2, 'in-review', anya.here.desk.me.id],
    ]);
    expect(versions.text(key.id, key.lang, 2)).toBe(mine);
    anya.syncs();
    expect(anya.states()).toEqual(['save-draft landed', 'submit landed']);
    expect(versions.record(key.id, key.lang)).toEqual(
      articleVersions(home.desk).record(key.id, key.lang),
    );
  });

  it('what they published readers see here, and a stale acceptance goes to the tray', () => {
    const file = hasFile(anya.here);
    hasFile(home);
    anya.here.desk.people.savePerson({ ...pair.oleg }, anyOp(anya.here));
    anya.here.desk.store.sql.exec('DELETE FROM outbox');
    const theirs = file.replace('Перезапустить', 'Остановить');
    expect(saveArticle(olegAt(home), key, { text: theirs }).ok).toBe(true);
    expect(submitArticle(olegAt(home), key).ok).toBe(true);
    expect(acceptArticle(home.desk, key).ok).toBe(true);
    expect(
      saveArticle(anya.here.desk, key, { text: file.replace('Перезапустить', 'Включить') }).ok,
    ).toBe(true);
    expect(submitArticle(anya.here.desk, key).ok).toBe(true);
    expect(acceptArticle(olegAt(anya.here), key).ok).toBe(true);
    expect(liveText(anya.here.desk, key)?.text).toContain('Включить');
    tellsArticle(entity);
    anya.pulls();
    expect(liveText(anya.here.desk, key)).toMatchObject({ text: theirs, origin: 'store' });
    expect(anya.here.desk.articles.one(key.id, key.lang)?.body).toContain('Остановить');
    anya.syncs();
    const tray = new TrayStore(anya.here.desk.store.sql).open();
    expect(tray).toMatchObject([{ kind: 'stale-article', code: 'base-stale', command: 'accept' }]);
    expect(liveText(anya.here.desk, key)?.text).toBe(theirs);
  });

  it('what readers say and ask for comes together', () => {
    hasFile(anya.here);
    hasFile(home);
    expect(markArticle(anya.here.desk, key, { kind: 'helped' }).ok).toBe(true);
    logLostSearch(anya.here.desk, { query: 'сброс пароля', outcome: 'failed' });
    const stored = () => new LostSearchStore(anya.here.desk.store.sql).open(1);
    const search = must(stored()[0], 'search');
    const fact = { type: 'search-lost', query: 'пароль сбросить', outcome: 'failed' } as const;
    anya.server.tells('desk', {
      ...{ opId: 'theirs', entityType: 'article', entityId: `search/${search.key}` },
      type: 'log-search',
      body: {
        kind: 'article',
        events: [
          {
            ...{ id: 'theirs:0', opId: 'theirs', entityId: `search/${search.key}`, at: anya.now },
            ...{ byId: pair.oleg.id, device: 'x', fact: { ...fact, ticketId: null } },
          },
        ],
      },
    });
    anya.pulls();
    expect(stored()).toMatchObject([{ key: search.key, failed: 2 }]);
  });
});

function anyOp({ desk }: TestDesk) {
  const payload = { type: 'save-person', person: pair.oleg } as const;
  const about = { space: 'desk', entityType: 'person', entityId: 'oleg', baseRev: 0 } as const;
  const made = { opId: desk.makeId(), client: '', v: 1, occurredAt: 0, byId: desk.me.id };
  return { ...about, ...made, payload, isDemo: false, heldUntil: null };
}

describe('saved queues', () => {
  function queue(code: string, id: string): QueueRecord {
    return { id, ownerId: null, code, title: code, query: `текст:${id}`, savedAt: anya.now };
  }

  it('of one name: the server’s has it, mine waits under another', () => {
    const { desk } = anya.here;
    const store = new SavedQueueStore(desk.store.sql);
    store.write(queueOp(desk, { type: 'save-queue', queue: queue('ночь', 'mine-0001') }));
    const told = { type: 'save-queue', queue: queue('ночь', 'theirs') } as const;
    anya.server.tells('desk', {
      ...{ opId: 'q1', entityType: 'queue', entityId: 'theirs', type: 'save-queue' },
      body: { kind: 'queue', command: told },
    });
    anya.pulls();
    const codes = () => store.seenBy(desk.me.id).map(({ id, code }) => `${id} ${code}`);
    expect(codes().toSorted()).toEqual(['mine-0001 ночь-0001', 'theirs ночь']);
  });

  it('that the server refuses is as it was before', () => {
    const { desk } = anya.here;
    const store = new SavedQueueStore(desk.store.sql);
    const first = queue('ночь', 'one');
    anya.server.tells('desk', {
      ...{ opId: 'q1', entityType: 'queue', entityId: 'one', type: 'save-queue' },
      body: { kind: 'queue', command: { type: 'save-queue', queue: first } },
    });
    anya.pulls();
    const renamed = { type: 'save-queue', queue: { ...first, title: 'Ночные' } } as const;
    store.write(queueOp(desk, renamed));
    const [out] = anya.store.outgoing({ most: 1, bytes: 1, now: anya.now });
    const { opId, cseq } = must(out, 'op').op;
    const refused = { opId, cseq, outcome: 'rejected', code: 'queue-needs-lead' } as const;
    anya.store.settle([{ ...refused, next: [], params: {} }], anya.now);
    expect(store.seenBy(desk.me.id)).toMatchObject([{ title: 'ночь' }]);
    expect(new TrayStore(desk.store.sql).open()).toMatchObject([{ code: 'queue-needs-lead' }]);
  });
});

describe('the pack of the desk', () => {
  it('that the server tells is in force', () => {
    const { desk } = anya.here;
    const fact = { type: 'desk-applied', version: 1, hash: 'h', files: [], changed: [] } as const;
    const event = { id: 'd:0', opId: 'd', at: 1, byId: 'oleg', device: 'x', fact };
    anya.server.tells('desk', {
      ...{ opId: 'd', entityType: 'desk', entityId: 'desk', type: 'apply-desk' },
      body: { kind: 'desk', event, files: { 'desk.yaml': 'x' } },
    });
    anya.pulls();
    expect(new DeskVersionStore(desk.store.sql).current()).toMatchObject({ version: 1, hash: 'h' });
  });
});

describe('groups', () => {
  function tells(space: string, kind: 'left' | 'arrived', entityId: string): void {
    const { events } = ticketAtHome(entityId);
    const body = kind === 'left' ? { kind } : { kind, events, aliases: [] };
    const about = { opId: `${kind}/${entityId}`, entityType: 'ticket', entityId } as const;
    anya.server.tells(space, { ...about, type: 'set-fields', body });
  }

  function ticketAtHome(id: string) {
    const texts = new Map(home.desk.tickets.entries(id).map((entry) => [entry.id, entry.text]));
    const events = home.desk.tickets.events(id).map((event) => {
      const { fact } = event;
      if (fact.type !== 'entry-added') return event;
      return {
        ...event,
        fact: { ...fact, entry: { ...fact.entry, text: texts.get(fact.entry.id) ?? '' } },
      };
    });
    return { events };
  }

  it.each([
    ['leaves', ['left', 'arrived']],
    ['comes', ['arrived', 'left']],
  ] as const)('a ticket that %s first keeps what waits on it', (_, order) => {
    const id = anya.here.registers('Принтер');
    anya.syncs();
    anya.joins('vip');
    anya.here.does(id, { type: 'note', text: 'моё' });
    tells('main', 'left', id);
    tells('vip', 'arrived', id);
    for (const kind of order) anya.pullsFrom(kind === 'left' ? 'main' : 'vip');
    expect(anya.here.desk.tickets.entries(id).map(({ text }) => text)).toEqual([
      'Не работает.',
      'моё',
    ]);
    const row = anya.here.desk.store.sql.get<{ space: string }>('SELECT space FROM ticket');
    expect(row?.space).toBe('vip');
  });

  it('a ticket that went where I may not see is gone with its words', () => {
    const id = anya.here.registers('Принтер');
    anya.syncs();
    tells('main', 'left', id);
    anya.pulls();
    expect(anya.here.desk.tickets.byId(id)).toBeNull();
    const { sql } = anya.here.desk.store;
    for (const table of ['event', 'entry', 'ticket_fts', 'ticket_list', 'ticket_alias']) {
      expect([table, sql.all(`SELECT 1 FROM ${table}`)]).toEqual([table, []]);
    }
  });
});

describe('numbers', () => {
  it('mine gives way when the server has given it to another ticket', () => {
    const { desk } = anya.here;
    const id = anya.here.registers('Моё');
    const told = home.registers('Чужое');
    desk.store.sql.exec(`UPDATE ticket SET number = 'SM-1'`);
    desk.store.sql.exec(`UPDATE event SET fact = json_set(fact, '$.ticket.number', 'SM-1')
      WHERE type = 'registered'`);
    desk.store.sql.exec(`UPDATE ticket SET state = json_set(state, '$.number', 'SM-1')`);
    const body = { kind: 'ticket', events: home.desk.tickets.events(told) } as const;
    const about = { opId: 'x', entityType: 'ticket', entityId: told, type: 'register' } as const;
    anya.server.tells('main', { ...about, body });
    anya.pulls();
    expect(desk.tickets.idByNumber('SM-1')).toBe(told);
    expect(anya.here.ticket(id).number).toMatch(/^SM-vm-.*-\d+$|^SM-.+-\d+$/);
    expect(anya.here.ticket(id).number).not.toBe('SM-1');
  });

  it('two tickets that brought an entry of one id along are both told whole', () => {
    const [first, second] = [home.registers('Одно'), home.registers('Другое')];
    const id = home.desk.tickets.entries(first)[0]?.id ?? '';
    for (const told of [first, second]) {
      const events = home.desk.tickets.events(told).map((event) => {
        const { fact } = event;
        if (fact.type !== 'entry-added') return event;
        return { ...event, fact: { ...fact, entry: { ...fact.entry, id, text: told } } };
      });
      const body = { kind: 'ticket', events } as const;
      const about = { opId: told, entityType: 'ticket', entityId: told, type: 'import' } as const;
      anya.server.tells('main', { ...about, body });
      anya.pulls();
    }
    const textsOf = (ticket: string) =>
      anya.here.desk.tickets.entries(ticket).map(({ text }) => text);
    expect([textsOf(first), textsOf(second)]).toEqual([[first], [second]]);
  });
});

describe('what was erased by law', () => {
  it('is gone here too, and no longer found', () => {
    const id = anya.here.registers('Принтер');
    anya.here.does(id, { type: 'note', text: 'паспорт 4510' });
    anya.syncs();
    const opId = must(anya.here.desk.outbox.lastOn(id), 'op').opId;
    const about = { opId, entityType: 'ticket', entityId: id, type: 'note' } as const;
    anya.server.tells('main', { ...about, body: { kind: 'erased' } });
    anya.pulls();
    expect(anya.here.desk.tickets.entries(id).map(({ text }) => text)).toEqual([
      'Не работает.',
      '',
    ]);
    const { sql, indexText } = anya.here.desk.store;
    const text = 'SELECT rowid FROM ticket_fts WHERE ticket_fts MATCH ?';
    expect(sql.all(text, indexText('паспорт'))).toEqual([]);
  });

  it('a ticket that is erased leaves with everything that was sent of it', () => {
    const id = anya.here.registers('Принтер');
    anya.here.does(id, { type: 'note', text: 'паспорт 4510' });
    anya.syncs();
    const about = { opId: 'e', entityType: 'ticket', entityId: id, type: ERASURE } as const;
    anya.server.tells('main', { ...about, body: { kind: 'left' } });
    anya.pulls();
    const { sql } = anya.here.desk.store;
    expect(anya.here.desk.tickets.byId(id)).toBeNull();
    expect(sql.all('SELECT payload FROM outbox WHERE entity_id = ?', id)).toEqual([
      { payload: '{}' },
      { payload: '{}' },
    ]);
    expect(sql.all('SELECT * FROM entry')).toEqual([]);
  });

  it('what happened to a ticket whose beginning is gone says nothing', () => {
    const id = home.registers('Принтер');
    const body = { kind: 'erased' } as const;
    const about = { entityType: 'ticket', entityId: id } as const;
    anya.server.tells('main', { ...about, opId: 'r', type: 'register', body });
    anya.server.does(id, { type: 'note', text: 'дальше' }, pair.oleg.id);
    anya.pulls();
    expect(anya.here.desk.tickets.byId(id)).toBeNull();
  });
});

describe('a letter', () => {
  it('that must not leave yet lies in the tray, whichever way that is heard of', () => {
    const id = anya.here.registers('Принтер');
    anya.here.does(id, { type: 'take' });
    anya.syncs();
    anya.here.replies(id, 'Проверьте кабель');
    const [out] = anya.store.outgoing({ most: 1, bytes: 1, now: anya.now });
    const op: WireOp = must(out, 'op').op;
    expect(op.seen).toMatchObject({ assigneeId: anya.here.desk.me.id, isClosed: false });
    anya.store.settle(
      [
        {
          ...{ opId: op.opId, cseq: op.cseq, outcome: 'applied', space: 'main', seq: 3 },
          withheld: 'customer-wrote',
        },
      ],
      anya.now,
    );
    expect(new TrayStore(anya.here.desk.store.sql).open()).toMatchObject([
      { kind: 'withheld', code: 'customer-wrote', text: 'Проверьте кабель' },
    ]);
    expect(anya.here.desk.deliveries.byOp(op.opId)?.state).toBe('withheld');
  });
});
