/**
 * Every time given to a customer, with what became of it: what a share of kept promises is counted
 * from. A row follows the events of its ticket by triggers, so that whatever takes an event back
 * (undo, an erased ticket) takes the row back.
 */
export const promisesSchema = /* sql */ `
CREATE TABLE promise (
  ticket_id TEXT NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL,
  made_at INTEGER NOT NULL, due_at INTEGER NOT NULL, by_id TEXT NOT NULL, state TEXT NOT NULL,
  settled_at INTEGER, warn_ms INTEGER, PRIMARY KEY (ticket_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX promise_made ON promise (made_at);
CREATE INDEX promise_open ON promise (due_at) WHERE state = 'open';

CREATE TRIGGER promise_made_row AFTER INSERT ON event WHEN new.type = 'promise-made' BEGIN
  INSERT OR REPLACE INTO promise VALUES (
    new.entity_id, new.fact ->> '$.promise.id', new.fact ->> '$.promise.kind',
    new.fact ->> '$.promise.text', new.fact ->> '$.promise.madeAt', new.fact ->> '$.promise.dueAt',
    new.fact ->> '$.promise.byId', 'open', NULL, new.fact ->> '$.promise.warnBeforeMs'
  );
END;
CREATE TRIGGER promise_settled_row AFTER INSERT ON event WHEN new.type = 'promise-settled' BEGIN
  UPDATE promise SET state = new.fact ->> 'state', settled_at = new.at
    WHERE ticket_id = new.entity_id AND id = new.fact ->> 'promiseId';
END;
CREATE TRIGGER promise_not_made AFTER DELETE ON event WHEN old.type = 'promise-made' BEGIN
  DELETE FROM promise WHERE ticket_id = old.entity_id AND id = old.fact ->> '$.promise.id';
END;
CREATE TRIGGER promise_not_settled AFTER DELETE ON event WHEN old.type = 'promise-settled' BEGIN
  UPDATE promise SET state = 'open', settled_at = NULL
    WHERE ticket_id = old.entity_id AND id = old.fact ->> 'promiseId';
END;

INSERT INTO promise
  SELECT t.id, p.value ->> 'id', p.value ->> 'kind', p.value ->> 'text', p.value ->> 'madeAt',
    p.value ->> 'dueAt', p.value ->> 'byId', p.value ->> 'state', p.value ->> 'settledAt', p.value ->> 'warnBeforeMs'
  FROM ticket t, json_each(t.state, '$.promises') p WHERE true
  ON CONFLICT DO NOTHING;
`;
