/** The form of snapshot files. Another one is not read: the space is pulled row by row instead. */
export const SNAPSHOT_FORM = 1;

/**
 * A snapshot is a SQLite file with everything of one space as a client keeps it. `ticket.state` is
 * the folded ticket as JSON; events carry no text (`entry-added` has it in `entry`), as in a store.
 * Open tickets come first by rowid, so that work can begin before the rest is read.
 */
export const snapshotSchema = /* sql */ `
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE ticket (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, is_open INTEGER NOT NULL, state TEXT NOT NULL
) STRICT;
CREATE TABLE event (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL, op_id TEXT NOT NULL, entity_id TEXT NOT NULL,
  type TEXT NOT NULL, at INTEGER NOT NULL, by_id TEXT, device TEXT NOT NULL, fact TEXT NOT NULL,
  received_at INTEGER NOT NULL, server_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX event_of ON event (entity_id, n);
CREATE TABLE entry (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL, ticket_id TEXT NOT NULL, op_id TEXT NOT NULL,
  at INTEGER NOT NULL, kind TEXT NOT NULL, visibility TEXT NOT NULL, author_type TEXT NOT NULL,
  author_id TEXT, author_name TEXT, text TEXT NOT NULL, duration_ms INTEGER, message_id TEXT,
  attachments TEXT
) STRICT;
CREATE INDEX entry_of ON entry (ticket_id, n);
CREATE TABLE alias (alias TEXT PRIMARY KEY, ticket_id TEXT NOT NULL) STRICT, WITHOUT ROWID;
-- People, customers, contacts, assets: the record as JSON (WireRecord).
CREATE TABLE record (
  type TEXT NOT NULL, id TEXT NOT NULL, rev INTEGER NOT NULL, record TEXT NOT NULL,
  PRIMARY KEY (type, id)
) STRICT, WITHOUT ROWID;
-- What is replayed as it came, in order: rows of articles, desk versions, saved queues and shifts.
CREATE TABLE log_row (seq INTEGER PRIMARY KEY, row TEXT NOT NULL) STRICT;
-- The operations that are in it, so that a client knows its own.
CREATE TABLE op (op_id TEXT PRIMARY KEY, seq INTEGER NOT NULL) STRICT, WITHOUT ROWID;
`;
