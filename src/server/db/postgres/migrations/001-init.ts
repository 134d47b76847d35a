const schema = /* sql */ `
CREATE TABLE space (
  code TEXT PRIMARY KEY, title TEXT NOT NULL, head BIGINT NOT NULL DEFAULT 0,
  chain TEXT NOT NULL DEFAULT '', floor BIGINT NOT NULL DEFAULT 0
);
CREATE TABLE member (
  person_id TEXT NOT NULL, space TEXT NOT NULL, PRIMARY KEY (person_id, space)
);

CREATE TABLE log (
  space TEXT NOT NULL, seq BIGINT NOT NULL, op_id TEXT NOT NULL, entity_type TEXT NOT NULL,
  entity_id TEXT NOT NULL, type TEXT NOT NULL, by_id TEXT NOT NULL, device TEXT NOT NULL,
  occurred_at BIGINT NOT NULL, received_at BIGINT NOT NULL, hash TEXT NOT NULL,
  chain TEXT NOT NULL, body TEXT NOT NULL,
  -- The key of a partition has to be in it. That (space, seq) is unique follows from space.head,
  -- which every write moves from the seq that it saw to its own last one.
  PRIMARY KEY (space, seq, received_at)
) PARTITION BY RANGE (received_at);
CREATE TABLE log_rest PARTITION OF log DEFAULT;
-- In the order of n, which is that of commits: a ticket may have rows in several spaces.
CREATE TABLE touch (
  n BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, entity_type TEXT NOT NULL,
  entity_id TEXT NOT NULL, space TEXT NOT NULL, seq BIGINT NOT NULL
);
CREATE INDEX touch_of ON touch (entity_id, n);
CREATE INDEX touch_at ON touch (space, seq);
-- Room in every page: a state that changes stays where its indexes know it.
CREATE TABLE entity (
  type TEXT NOT NULL, id TEXT NOT NULL, space TEXT NOT NULL, rev BIGINT NOT NULL,
  is_open BIGINT NOT NULL, state TEXT, PRIMARY KEY (type, id)
) WITH (fillfactor = 50);
CREATE INDEX entity_in ON entity (space, type, is_open, id);
CREATE TABLE alias (alias TEXT PRIMARY KEY, ticket_id TEXT NOT NULL);
CREATE INDEX alias_of ON alias (ticket_id);

CREATE TABLE client (
  client_id TEXT PRIMARY KEY, device_id TEXT NOT NULL, last_cseq BIGINT NOT NULL,
  last_op_id TEXT NOT NULL, history_until BIGINT NOT NULL, last_at BIGINT NOT NULL
);
CREATE INDEX client_of ON client (device_id);
CREATE TABLE result (
  client_id TEXT NOT NULL, cseq BIGINT NOT NULL, op_id TEXT NOT NULL, result TEXT NOT NULL,
  PRIMARY KEY (client_id, cseq)
);
CREATE INDEX result_of ON result (op_id);

CREATE TABLE device (
  id TEXT PRIMARY KEY, person_id TEXT NOT NULL, name TEXT NOT NULL, prefix TEXT NOT NULL UNIQUE,
  hash TEXT NOT NULL, created_at BIGINT NOT NULL, last_used_at BIGINT, expires_at BIGINT,
  revoked_at BIGINT
);
CREATE INDEX device_of ON device (person_id);
CREATE TABLE code (
  hash TEXT PRIMARY KEY, person_id TEXT NOT NULL, created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL, tries_left BIGINT NOT NULL, used_at BIGINT
);

CREATE TABLE audit (
  n BIGINT PRIMARY KEY, at BIGINT NOT NULL, who TEXT NOT NULL, device TEXT, what TEXT NOT NULL,
  detail TEXT NOT NULL, prev TEXT NOT NULL, hash TEXT NOT NULL
);
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);

INSERT INTO space (code, title) VALUES ('desk', 'desk'), ('main', 'main');
`;

/**
 * The tables of the SQLite server in the words of PostgreSQL. What is hashed is TEXT, never jsonb, so
 * that it comes back byte for byte; texts are compared by their bytes, whatever language the database
 * was made for. The log lies in a partition for each month of receipt, made ahead.
 */
export const initialSchema = schema.replaceAll(/\bTEXT\b/g, 'TEXT COLLATE "C"');
