import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { listPromises } from '../../src/app/promise/list-promises.ts';
import { undoLast } from '../../src/app/ticket/undo-last.ts';
import { checkStoreFile } from '../../src/store/backup.ts';
import { SCHEMA_VERSION } from '../../src/store/migrate.ts';
import { sizeOfOlder } from '../../src/store/size-of-older.ts';
import { TemplateUseStore } from '../../src/store/template/template-use-store.ts';
import { hour, openTestDesk, type TestDesk } from '../support/desk.ts';

/** What came after the second version. */
const LATER = /* sql */ `
  DROP TRIGGER list_supervised; DROP INDEX event_help; DROP TABLE practice;
  DROP TABLE shift; DROP INDEX entry_public; DROP INDEX event_reported; DROP TABLE ticket_story;
  ${['story_begun', 'story_not_begun', 'story_step', 'story_no_step']
    .map((name) => `DROP TRIGGER ${name};`)
    .join(' ')}
  DROP TABLE sync_space; DROP TABLE sync_lease; DROP INDEX outbox_sent; DROP INDEX outbox_landed;
  DROP INDEX ticket_space; DROP INDEX ticket_alias_of;
  ${dropped('outbox', ['acked_at', 'in_base', 'is_history', 'seen', 'withheld', 'code'])}
  DROP TRIGGER template_used; DROP TRIGGER template_not_used; DROP TRIGGER promise_made_row;
  DROP TRIGGER promise_settled_row; DROP TRIGGER promise_not_made; DROP TRIGGER promise_not_settled;
  DROP TABLE template_use; DROP TABLE template_favourite; DROP TABLE promise;
  DROP TABLE asset; DROP INDEX customer_parent;
  ${dropped('person', ['skills', 'phone', 'time_zone', 'team'])}
  ${dropped('customer', ['parent_id', 'personal_engineer_id', 'team_lead_id', 'team'])}
  ${dropped('customer', ['environment', 'variables', 'commands'])}
  ${['insert', 'update', 'deadline', 'delete', 'customer', 'new_customer', 'person', 'new_person']
    .map((name) => `DROP TRIGGER list_${name};`)
    .join(' ')}
  DROP TABLE desk_version; DROP INDEX ticket_miss; ALTER TABLE ticket DROP COLUMN next_miss_at;
  DROP TABLE ticket_list; DROP TABLE saved_queue; DROP TABLE queue_place; DROP INDEX entry_attached;
  ${['action', 'assignee', 'free', 'status', 'due', 'promise']
    .map((name) => `CREATE INDEX ticket_${name} ON ticket (next_action_at);`)
    .join(' ')}
  ${['time_spent_row', 'time_logged_row', 'time_not_spent', 'spend_row', 'spend_not_made']
    .map((name) => `DROP TRIGGER ${name};`)
    .join(' ')}
  DROP TABLE time_spent; DROP TABLE spend; DROP INDEX ticket_planned; DROP INDEX ticket_mass;
  ALTER TABLE ticket DROP COLUMN space; PRAGMA user_version = 2;
`;

function dropped(table: string, columns: readonly string[]): string {
  return columns.map((column) => `ALTER TABLE ${table} DROP COLUMN ${column};`).join(' ');
}

/** The store as the second version of the program left it. */
function isOfVersionTwo(here: TestDesk, more = ''): void {
  const db = new Database(here.desk.paths.store);
  db.exec(LATER + more);
  db.close();
}

function promises(here: TestDesk, ticketId: string, kind: 'hold' | 'deadline'): void {
  const dueAt = here.clock.now() + hour;
  here.does(ticketId, {
    type: 'promise',
    promise: { id: here.desk.makeId(), kind, dueAt, text: '' },
  });
}

function history(here: TestDesk): string[] {
  const all = listPromises(here.desk, {
    scope: 'history',
    isMine: false,
    ticketId: null,
    limit: 9,
  });
  return all.map(({ kind, state }) => `${kind} ${state}`).toSorted();
}

/** Opens the data directory of a desk anew, as the program of today does. */
function opensAgain({ folder, clock }: TestDesk): Promise<TestDesk> {
  return openTestDesk({ folder, clock, ids: '0b' });
}

test('promises of an older store are all there, and go on being kept or taken back', async () => {
  using here = await openTestDesk();
  const id = here.registers('Принтер');
  promises(here, id, 'hold');
  here.replies(id, 'Нашла причину');
  promises(here, id, 'deadline');
  promises(here, id, 'deadline');
  isOfVersionTwo(here);

  using now = await opensAgain(here);
  expect(history(now)).toEqual(['deadline moved', 'deadline open', 'hold kept']);
  expect(undoLast(now.desk, id).ok).toBe(true);
  expect(history(now)).toEqual(['deadline open', 'hold kept']);
  now.desk.tickets.erase(id);
  expect(history(now)).toEqual([]);
});

test('a copy of the older store is kept, whole and for its owner only', async () => {
  using here = await openTestDesk();
  here.registers('Принтер');
  isOfVersionTwo(here);
  using now = await opensAgain(here);
  expect(now.desk.store.sql.pragma('user_version')).toBe(SCHEMA_VERSION);
  const folder = join(here.folder, 'backup');
  expect(readdirSync(folder)).toEqual(['before-schema-3.db']);
  const copy = join(folder, 'before-schema-3.db');
  expect(checkStoreFile(copy)).toBeNull();
  expect(statSync(copy).mode & 0o777).toBe(0o600);
  // Told without opening it, so that whoever waits is told why.
  expect(sizeOfOlder(copy)).toBe(statSync(copy).size);
  expect(sizeOfOlder(join(folder, 'missing.db'))).toBe(0);
  const db = new Database(copy, { readonly: true });
  expect(db.pragma('user_version', { simple: true })).toBe(2);
  expect(db.prepare('SELECT subject FROM ticket').pluck().all()).toEqual(['Принтер']);
  db.close();
});

test('a change that fails half-way leaves the older store as it was', async () => {
  using here = await openTestDesk();
  here.registers('Принтер');
  // The last step finds a table of its name.
  isOfVersionTwo(here, 'CREATE TABLE promise (a);');
  await expect(opensAgain(here)).rejects.toThrow();
  const db = new Database(here.desk.paths.store, { readonly: true });
  expect(db.pragma('user_version', { simple: true })).toBe(2);
  const tables = `SELECT count(*) FROM sqlite_schema WHERE name LIKE 'template%'`;
  expect(db.prepare(tables).pluck().get()).toBe(0);
  db.close();
});

test('an erased ticket takes the uses of its templates with it', async () => {
  using here = await openTestDesk();
  const id = here.registers('VPN');
  const use = {
    templateId: 'hold',
    lang: 'ru',
    version: 'v1',
    editedChars: 0,
    changes: [],
  } as const;
  const text = { text: 'Смотрю', messageId: null, promise: null, status: null, attachments: [] };
  here.does(id, { type: 'reply', ...text, templates: [use] });
  const uses = new TemplateUseStore(here.desk.store.sql);
  expect(uses.totals().get('hold')).toBe(1);
  here.desk.tickets.erase(id);
  expect(uses.totals().size).toBe(0);
});
