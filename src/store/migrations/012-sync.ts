/**
 * A store that belongs to a server. `outbox.state`: `pending` and `held` are not at the server yet,
 * `acked` is taken and waits to come back with the log, `landed` came back (kept for a server that
 * is put back to an earlier state), `rejected` and `parked` lie in the tray. `in_base` says that
 * what the server has told already contains the operation. Events with a `server_seq` are the
 * server's, those without one stand provisionally on top of them.
 */
export const syncSchema = /* sql */ `
ALTER TABLE ticket ADD COLUMN space TEXT NOT NULL DEFAULT 'main';
CREATE INDEX ticket_space ON ticket (space) WHERE space <> 'main';
CREATE INDEX ticket_alias_of ON ticket_alias (ticket_id);

ALTER TABLE outbox ADD COLUMN acked_at INTEGER;
ALTER TABLE outbox ADD COLUMN in_base INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN is_history INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN seen TEXT;
ALTER TABLE outbox ADD COLUMN withheld TEXT;
ALTER TABLE outbox ADD COLUMN code TEXT;
DROP INDEX outbox_state;
CREATE INDEX outbox_state ON outbox (state, seq) WHERE state <> 'landed';
CREATE INDEX outbox_landed ON outbox (acked_at) WHERE state = 'landed';
CREATE INDEX outbox_sent ON outbox (cseq) WHERE cseq IS NOT NULL AND acked_seq IS NULL;

DROP TABLE discrepancy;
CREATE TABLE discrepancy (
  id TEXT PRIMARY KEY, op_id TEXT NOT NULL, kind TEXT NOT NULL, code TEXT NOT NULL,
  params TEXT NOT NULL, entity_type TEXT NOT NULL, entity_id TEXT NOT NULL, command TEXT NOT NULL,
  text TEXT NOT NULL, mine TEXT, theirs TEXT, created_at INTEGER NOT NULL, settled_at INTEGER,
  settled_how TEXT, settled_by TEXT
) STRICT;
CREATE INDEX discrepancy_open ON discrepancy (created_at) WHERE settled_at IS NULL;
CREATE INDEX discrepancy_op ON discrepancy (op_id);

-- How far each space is known; without a seq it begins with a snapshot.
CREATE TABLE sync_space (
  space TEXT PRIMARY KEY, title TEXT NOT NULL, seq INTEGER, chain TEXT NOT NULL,
  head INTEGER NOT NULL, snapshot TEXT
) STRICT, WITHOUT ROWID;
-- Which process talks to the server; the fence tells its writes from those of one before it.
CREATE TABLE sync_lease (
  id INTEGER PRIMARY KEY CHECK (id = 1), owner TEXT NOT NULL, until INTEGER NOT NULL,
  fence INTEGER NOT NULL
) STRICT;
`;
