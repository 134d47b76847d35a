/**
 * The first schema. `ticket.state` is the folded state; the columns beside it are what queues,
 * counts and searches are indexed by. `outbox`, `base` and `discrepancy` serve a central server
 * and exist from the start, so that work done without one can be pushed later.
 */
export const initialSchema = /* sql */ `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE person (
  id TEXT PRIMARY KEY, login TEXT NOT NULL UNIQUE, name TEXT NOT NULL, role TEXT NOT NULL,
  line TEXT NOT NULL, gender TEXT, is_demo INTEGER NOT NULL
) STRICT;

CREATE TABLE customer (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, about TEXT NOT NULL, city TEXT NOT NULL,
  time_zone TEXT, level TEXT NOT NULL, peculiarity TEXT NOT NULL, mail_domain TEXT,
  is_demo INTEGER NOT NULL
) STRICT;
CREATE INDEX customer_name ON customer (name);
CREATE INDEX customer_domain ON customer (mail_domain) WHERE mail_domain IS NOT NULL;

CREATE TABLE contact (
  id TEXT PRIMARY KEY, customer_id TEXT, name TEXT NOT NULL, call_name TEXT, role TEXT NOT NULL,
  email TEXT, phone TEXT, phone_digits TEXT, time_zone TEXT, language TEXT, is_demo INTEGER NOT NULL
) STRICT;
CREATE INDEX contact_email ON contact (email) WHERE email IS NOT NULL;
CREATE INDEX contact_phone ON contact (phone_digits) WHERE phone_digits IS NOT NULL;
CREATE INDEX contact_customer ON contact (customer_id);

CREATE TABLE ticket (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, number TEXT NOT NULL UNIQUE,
  subject TEXT NOT NULL, kind TEXT NOT NULL, status TEXT NOT NULL, priority TEXT NOT NULL,
  line TEXT NOT NULL, assignee_id TEXT, customer_id TEXT, contact_id TEXT, channel TEXT NOT NULL,
  created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, is_open INTEGER NOT NULL,
  next_due_at INTEGER, next_promise_at INTEGER, next_action_at INTEGER NOT NULL,
  scheduled_until INTEGER, returns INTEGER NOT NULL, tags TEXT NOT NULL,
  is_automatic INTEGER NOT NULL, is_demo INTEGER NOT NULL,
  external_id TEXT, import_id TEXT, state TEXT NOT NULL
) STRICT;
CREATE INDEX ticket_action ON ticket (next_action_at, seq) WHERE is_open = 1;
CREATE INDEX ticket_assignee ON ticket (assignee_id, next_action_at, seq) WHERE is_open = 1;
CREATE INDEX ticket_free ON ticket (line, next_action_at, seq) WHERE is_open = 1 AND assignee_id IS NULL;
CREATE INDEX ticket_status ON ticket (status, next_action_at, seq);
CREATE INDEX ticket_due ON ticket (next_due_at) WHERE is_open = 1 AND next_due_at IS NOT NULL;
CREATE INDEX ticket_promise ON ticket (next_promise_at, seq) WHERE is_open = 1 AND next_promise_at IS NOT NULL;
CREATE INDEX ticket_own_promise ON ticket (assignee_id, next_promise_at, seq)
  WHERE is_open = 1 AND next_promise_at IS NOT NULL;
CREATE INDEX ticket_updated ON ticket (updated_at DESC, seq);
CREATE INDEX ticket_customer ON ticket (customer_id, updated_at DESC) WHERE customer_id IS NOT NULL;
CREATE INDEX ticket_contact ON ticket (contact_id) WHERE contact_id IS NOT NULL;
CREATE UNIQUE INDEX ticket_external ON ticket (external_id) WHERE external_id IS NOT NULL;
CREATE INDEX ticket_import ON ticket (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX ticket_demo ON ticket (seq) WHERE is_demo = 1;

CREATE TABLE ticket_tag (tag TEXT NOT NULL, ticket_seq INTEGER NOT NULL, PRIMARY KEY (tag, ticket_seq))
  STRICT, WITHOUT ROWID;
CREATE INDEX ticket_tag_of ON ticket_tag (ticket_seq);
CREATE TABLE ticket_alias (alias TEXT PRIMARY KEY, ticket_id TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- How many tickets there are of each kind a queue counts by, so that a count costs the same
-- at a thousand tickets and at a million.
CREATE TABLE queue_facet (
  status TEXT NOT NULL, is_open INTEGER NOT NULL, line TEXT NOT NULL, assignee_id TEXT NOT NULL,
  n INTEGER NOT NULL, PRIMARY KEY (status, is_open, line, assignee_id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER facet_insert AFTER INSERT ON ticket BEGIN
  INSERT INTO queue_facet VALUES (new.status, new.is_open, new.line, coalesce(new.assignee_id, ''), 1)
    ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER facet_delete AFTER DELETE ON ticket BEGIN
  UPDATE queue_facet SET n = n - 1 WHERE status = old.status AND is_open = old.is_open
    AND line = old.line AND assignee_id = coalesce(old.assignee_id, '');
END;
CREATE TRIGGER facet_update AFTER UPDATE OF status, is_open, line, assignee_id ON ticket
WHEN old.status <> new.status OR old.is_open <> new.is_open OR old.line <> new.line
  OR old.assignee_id IS NOT new.assignee_id BEGIN
  UPDATE queue_facet SET n = n - 1 WHERE status = old.status AND is_open = old.is_open
    AND line = old.line AND assignee_id = coalesce(old.assignee_id, '');
  INSERT INTO queue_facet VALUES (new.status, new.is_open, new.line, coalesce(new.assignee_id, ''), 1)
    ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TABLE entry (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, ticket_seq INTEGER NOT NULL, op_id TEXT NOT NULL,
  at INTEGER NOT NULL, kind TEXT NOT NULL, visibility TEXT NOT NULL, author_type TEXT NOT NULL,
  author_id TEXT, author_name TEXT, text TEXT NOT NULL, duration_ms INTEGER, message_id TEXT,
  attachments TEXT
) STRICT;
CREATE INDEX entry_ticket ON entry (ticket_seq, at, seq);
CREATE INDEX entry_message ON entry (message_id) WHERE message_id IS NOT NULL;
CREATE INDEX entry_op ON entry (op_id);

CREATE VIRTUAL TABLE ticket_fts USING fts5 (
  text, content = '', contentless_delete = 1, prefix = '2 3', detail = 'none',
  tokenize = "unicode61 remove_diacritics 0 tokenchars '_'"
);

-- The audit trail. The text of an entry stands in the entry's own row only.
CREATE TABLE event (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, op_id TEXT NOT NULL, entity_id TEXT NOT NULL,
  type TEXT NOT NULL, at INTEGER NOT NULL, by_id TEXT, device TEXT NOT NULL, fact TEXT NOT NULL,
  received_at INTEGER, server_seq INTEGER
) STRICT;
CREATE INDEX event_entity ON event (entity_id, seq);
CREATE INDEX event_op ON event (op_id);

CREATE TABLE outbox (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, op_id TEXT NOT NULL UNIQUE, cseq INTEGER UNIQUE,
  client TEXT NOT NULL, type TEXT NOT NULL, v INTEGER NOT NULL, space TEXT NOT NULL,
  entity_type TEXT NOT NULL, entity_id TEXT NOT NULL, base_rev INTEGER NOT NULL, payload TEXT NOT NULL,
  occurred_at INTEGER NOT NULL, by_id TEXT NOT NULL, is_demo INTEGER NOT NULL,
  state TEXT NOT NULL, held_until INTEGER, tries INTEGER NOT NULL DEFAULT 0, acked_seq INTEGER
) STRICT;
CREATE INDEX outbox_entity ON outbox (entity_id, seq);
CREATE INDEX outbox_state ON outbox (state, seq) WHERE state <> 'acked';
CREATE INDEX outbox_own ON outbox (by_id, seq);

CREATE TABLE base (
  entity_type TEXT NOT NULL, entity_id TEXT NOT NULL, rev INTEGER NOT NULL, image TEXT NOT NULL,
  PRIMARY KEY (entity_type, entity_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE discrepancy (
  id TEXT PRIMARY KEY, op_id TEXT NOT NULL, code TEXT NOT NULL, detail TEXT NOT NULL,
  text TEXT NOT NULL, created_at INTEGER NOT NULL, settled_at INTEGER, settled_how TEXT
) STRICT;

CREATE TABLE draft (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, ticket_id TEXT, text TEXT NOT NULL, extra TEXT NOT NULL,
  created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX draft_ticket ON draft (ticket_id, kind);

CREATE TABLE delivery (
  entry_id TEXT PRIMARY KEY, op_id TEXT NOT NULL, ticket_id TEXT NOT NULL, state TEXT NOT NULL,
  address TEXT, message_id TEXT NOT NULL, held_until INTEGER NOT NULL, tries INTEGER NOT NULL,
  next_try_at INTEGER NOT NULL, reason TEXT, updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX delivery_waiting ON delivery (next_try_at) WHERE state IN ('queued', 'sending');
CREATE INDEX delivery_ticket ON delivery (ticket_id);
CREATE INDEX delivery_op ON delivery (op_id);

CREATE TABLE letter (
  dedup_key TEXT PRIMARY KEY, message_id TEXT, ticket_id TEXT, source TEXT NOT NULL,
  kind TEXT NOT NULL, received_at INTEGER NOT NULL, raw BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX letter_message ON letter (message_id) WHERE message_id IS NOT NULL;
CREATE INDEX letter_ticket ON letter (ticket_id) WHERE ticket_id IS NOT NULL;

CREATE TABLE import_run (
  id TEXT PRIMARY KEY, source TEXT NOT NULL, at INTEGER NOT NULL, created INTEGER NOT NULL,
  undone_at INTEGER
) STRICT, WITHOUT ROWID;
`;
