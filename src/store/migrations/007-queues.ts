const upper = 'АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ';

/** A name as it is sorted: SQLite itself knows no letters but Latin ones, nor that ё follows е. */
const folded = (name: string) =>
  [...upper].reduce(
    (sql, letter) => `replace(${sql}, '${letter}', '${letter.toLowerCase().replace('ё', 'е')}')`,
    `replace(lower(${name}), 'ё', 'е')`,
  );

/** The columns of `ticket_list` behind its key, and what fills each from a row of `ticket`. */
const fields = {
  is_open: 'new.is_open',
  status: 'new.status',
  priority: 'new.priority',
  line: 'new.line',
  kind: 'new.kind',
  channel: 'new.channel',
  audience: `new.state ->> '$.audience'`,
  assignee_id: 'new.assignee_id',
  customer_id: 'new.customer_id',
  contact_id: 'new.contact_id',
  assignee_key: `(SELECT ${folded('name')} FROM person WHERE id = new.assignee_id)`,
  customer_key: `(SELECT ${folded('name')} FROM customer WHERE id = new.customer_id)`,
  created_at: 'new.created_at',
  updated_at: 'new.updated_at',
  resolved_at: `new.state ->> '$.resolvedAt'`,
  next_due_at: 'new.next_due_at',
  next_promise_at: 'new.next_promise_at',
  next_action_at: 'new.next_action_at',
  scheduled_until: 'new.scheduled_until',
  returns: 'new.returns',
  parent_id: `new.state ->> '$.parentId'`,
  handover: `new.state ->> '$.handover.state'`,
  is_mass: `coalesce(new.state ->> '$.isMassIncident', 0)`,
  care_of_id: `new.state ->> '$.careOfId'`,
  is_watched: `new.state -> '$.watch' IS NOT NULL`,
  is_off_topic: `coalesce(new.state ->> '$.isOffTopic', 0)`,
  is_breached: `coalesce(json_array_length(new.state, '$.breaches'), 0) > 0`,
  is_asked: `EXISTS (SELECT 1 FROM json_each(new.state, '$.clarifications')
    WHERE value ->> '$.answeredAt' IS NULL)`,
  is_automatic: 'new.is_automatic',
  is_demo: 'new.is_demo',
  has_tag: `new.tags <> '[]'`,
  has_children: `coalesce(json_array_length(new.state, '$.childIds'), 0) > 0`,
  has_checklist: `coalesce(json_array_length(new.state, '$.checklist'), 0) > 0`,
  has_time: `coalesce(json_array_length(new.state, '$.timeLog'), new.state ->> '$.timeSpentMs', 0) > 0`,
  has_vendor: `new.state -> '$.vendorCase' IS NOT NULL`,
} as const;

const names = Object.keys(fields).join(', ');
const values = Object.values(fields).join(',\n    ');
const changes = Object.entries(fields)
  .map(([name, value]) => `${name} = ${value}`)
  .join(',\n    ');

/**
 * What lists of tickets are filtered, sorted and grouped by. `ticket_list` is one narrow row for
 * each ticket, kept by triggers: looking through all of it costs less than fetching a few hundred of
 * the wide rows, so that a filter of any shape is quick. The text index keeps the places of words,
 * so that a phrase is found as it was written. Queues saved by people stand beside those of the pack.
 */
export const queuesSchema = /* sql */ `
CREATE TABLE ticket_list (
  seq INTEGER PRIMARY KEY, is_open INTEGER NOT NULL, status TEXT NOT NULL, priority TEXT NOT NULL,
  line TEXT NOT NULL, kind TEXT NOT NULL, channel TEXT NOT NULL, audience TEXT NOT NULL,
  assignee_id TEXT, customer_id TEXT, contact_id TEXT, assignee_key TEXT, customer_key TEXT,
  created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, resolved_at INTEGER, next_due_at INTEGER,
  next_promise_at INTEGER, next_action_at INTEGER NOT NULL, scheduled_until INTEGER,
  returns INTEGER NOT NULL, parent_id TEXT, handover TEXT, is_mass INTEGER NOT NULL,
  care_of_id TEXT,
  is_watched INTEGER NOT NULL, is_off_topic INTEGER NOT NULL, is_breached INTEGER NOT NULL,
  is_asked INTEGER NOT NULL, is_automatic INTEGER NOT NULL, is_demo INTEGER NOT NULL,
  has_tag INTEGER NOT NULL, has_children INTEGER NOT NULL, has_checklist INTEGER NOT NULL,
  has_time INTEGER NOT NULL, has_vendor INTEGER NOT NULL
) STRICT;
CREATE TRIGGER list_insert AFTER INSERT ON ticket BEGIN
  INSERT INTO ticket_list (seq, ${names}) VALUES (new.seq,
    ${values});
END;
CREATE TRIGGER list_update AFTER UPDATE ON ticket WHEN new.state <> old.state BEGIN
  UPDATE ticket_list SET ${changes}
  WHERE seq = new.seq;
END;
-- A recount of deadlines touches many tickets and nothing else of them.
CREATE TRIGGER list_deadline AFTER UPDATE ON ticket WHEN new.state = old.state BEGIN
  UPDATE ticket_list SET is_open = new.is_open, next_due_at = new.next_due_at,
    next_promise_at = new.next_promise_at, next_action_at = new.next_action_at WHERE seq = new.seq;
END;
CREATE TRIGGER list_delete AFTER DELETE ON ticket BEGIN
  DELETE FROM ticket_list WHERE seq = old.seq;
END;
CREATE TRIGGER list_customer AFTER UPDATE OF name ON customer WHEN new.name <> old.name BEGIN
  UPDATE ticket_list SET customer_key = ${folded('new.name')} WHERE customer_id = new.id;
END;
-- A company or person may become known after the ticket that names it.
CREATE TRIGGER list_new_customer AFTER INSERT ON customer BEGIN
  UPDATE ticket_list SET customer_key = ${folded('new.name')} WHERE customer_id = new.id;
END;
CREATE TRIGGER list_person AFTER UPDATE OF name ON person WHEN new.name <> old.name BEGIN
  UPDATE ticket_list SET assignee_key = ${folded('new.name')} WHERE assignee_id = new.id;
END;
CREATE TRIGGER list_new_person AFTER INSERT ON person BEGIN
  UPDATE ticket_list SET assignee_key = ${folded('new.name')} WHERE assignee_id = new.id;
END;
INSERT INTO ticket_list (seq, ${names}) SELECT new.seq,
    ${values} FROM ticket new;

-- The orders of the queues that are looked at all day; they stood on the wide rows before.
DROP INDEX ticket_action; DROP INDEX ticket_free; DROP INDEX ticket_status; DROP INDEX ticket_due;
DROP INDEX ticket_promise;
CREATE INDEX list_action ON ticket_list (next_action_at) WHERE is_open = 1;
CREATE INDEX list_every_action ON ticket_list (next_action_at);
CREATE INDEX list_assignee ON ticket_list (assignee_id, next_action_at) WHERE is_open = 1;
CREATE INDEX list_free ON ticket_list (line, next_action_at) WHERE is_open = 1 AND assignee_id IS NULL;
CREATE INDEX list_status ON ticket_list (status, next_action_at);
CREATE INDEX list_due ON ticket_list (next_due_at) WHERE is_open = 1 AND next_due_at IS NOT NULL;
CREATE INDEX list_promise ON ticket_list (next_promise_at)
  WHERE is_open = 1 AND next_promise_at IS NOT NULL;
CREATE INDEX list_own_promise ON ticket_list (assignee_id, next_promise_at)
  WHERE is_open = 1 AND next_promise_at IS NOT NULL;
CREATE INDEX list_updated ON ticket_list (updated_at DESC);
CREATE INDEX list_customer_of ON ticket_list (customer_id, updated_at DESC);
CREATE INDEX list_assignee_of ON ticket_list (assignee_id, updated_at DESC);
CREATE INDEX list_contact_of ON ticket_list (contact_id);
CREATE INDEX list_parent ON ticket_list (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX list_care ON ticket_list (care_of_id, next_action_at) WHERE care_of_id IS NOT NULL;
CREATE INDEX entry_attached ON entry (ticket_seq) WHERE attachments IS NOT NULL;

DROP TABLE ticket_fts;
CREATE VIRTUAL TABLE ticket_fts USING fts5 (
  text, content = '', contentless_delete = 1, prefix = '2 3',
  tokenize = "unicode61 remove_diacritics 0 tokenchars '_'"
);
INSERT INTO ticket_fts (rowid, text) SELECT t.seq, index_text(t.number) || ' _ '
  || index_text(t.subject) || ' _ '
  || coalesce((SELECT group_concat(index_text(value), ' _ ') FROM json_each(t.tags)), '') || ' _ '
  || coalesce((SELECT index_text(name) FROM customer WHERE id = t.customer_id), '') || ' _ '
  || coalesce((SELECT index_text(concat_ws(' ', name, email, phone)) FROM contact WHERE id = t.contact_id), '')
  || ' _ ' || coalesce((SELECT group_concat(index_text(text), ' _ ') FROM entry WHERE ticket_seq = t.seq), '')
FROM ticket t;

-- A queue that somebody saved: for one person, or without an owner for the desk.
CREATE TABLE saved_queue (
  id TEXT PRIMARY KEY, owner_id TEXT, code TEXT NOT NULL, title TEXT NOT NULL, query TEXT NOT NULL,
  saved_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX saved_queue_code ON saved_queue (coalesce(owner_id, ''), code);
-- The order in which a person has the tabs of the queues.
CREATE TABLE queue_place (
  person_id TEXT NOT NULL, code TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (person_id, code)
) STRICT, WITHOUT ROWID;
`;
