/**
 * Everything a server keeps. `log` is the truth: one row for each applied operation, dense in its
 * space. `entity` is its fold, `touch` finds the rows of one thing, `result` answers repeated
 * operations. Bodies and states are text, so that both sides hash the same bytes.
 */
export const initialSchema = /* sql */ `
CREATE TABLE space (
  code TEXT PRIMARY KEY, title TEXT NOT NULL, head INTEGER NOT NULL DEFAULT 0,
  chain TEXT NOT NULL DEFAULT '', floor INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE TABLE member (
  person_id TEXT NOT NULL, space TEXT NOT NULL, PRIMARY KEY (person_id, space)
) STRICT, WITHOUT ROWID;

CREATE TABLE log (
  space TEXT NOT NULL, seq INTEGER NOT NULL, op_id TEXT NOT NULL, entity_type TEXT NOT NULL,
  entity_id TEXT NOT NULL, type TEXT NOT NULL, by_id TEXT NOT NULL, device TEXT NOT NULL,
  occurred_at INTEGER NOT NULL, received_at INTEGER NOT NULL, hash TEXT NOT NULL,
  chain TEXT NOT NULL, body TEXT NOT NULL, UNIQUE (space, seq)
) STRICT;
-- In the order of n, which is that of commits: a ticket may have rows in several spaces.
CREATE TABLE touch (
  n INTEGER PRIMARY KEY, entity_type TEXT NOT NULL, entity_id TEXT NOT NULL, space TEXT NOT NULL,
  seq INTEGER NOT NULL
) STRICT;
CREATE INDEX touch_of ON touch (entity_id);
CREATE INDEX touch_at ON touch (space, seq);
CREATE TABLE entity (
  type TEXT NOT NULL, id TEXT NOT NULL, space TEXT NOT NULL, rev INTEGER NOT NULL,
  is_open INTEGER NOT NULL, state TEXT, UNIQUE (type, id)
) STRICT;
CREATE INDEX entity_in ON entity (space, type, is_open, id);
CREATE TABLE alias (alias TEXT PRIMARY KEY, ticket_id TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX alias_of ON alias (ticket_id);

CREATE TABLE client (
  client_id TEXT PRIMARY KEY, device_id TEXT NOT NULL, last_cseq INTEGER NOT NULL,
  last_op_id TEXT NOT NULL, history_until INTEGER NOT NULL, last_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX client_of ON client (device_id);
CREATE TABLE result (
  client_id TEXT NOT NULL, cseq INTEGER NOT NULL, op_id TEXT NOT NULL, result TEXT NOT NULL,
  PRIMARY KEY (client_id, cseq)
) STRICT, WITHOUT ROWID;
CREATE INDEX result_of ON result (op_id);

CREATE TABLE device (
  id TEXT PRIMARY KEY, person_id TEXT NOT NULL, name TEXT NOT NULL, prefix TEXT NOT NULL UNIQUE,
  hash TEXT NOT NULL, created_at INTEGER NOT NULL, last_used_at INTEGER, expires_at INTEGER,
  revoked_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX device_of ON device (person_id);
CREATE TABLE code (
  hash TEXT PRIMARY KEY, person_id TEXT NOT NULL, created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL, tries_left INTEGER NOT NULL, used_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE audit (
  n INTEGER PRIMARY KEY, at INTEGER NOT NULL, who TEXT NOT NULL, device TEXT, what TEXT NOT NULL,
  detail TEXT NOT NULL, prev TEXT NOT NULL, hash TEXT NOT NULL
) STRICT;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

INSERT INTO space (code, title) VALUES ('desk', 'desk'), ('main', 'main');
`;
