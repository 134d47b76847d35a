/**
 * Working time and money, ticket by ticket: what sums for a customer, a person or a month are taken
 * from. A row follows its event by triggers, so that whatever takes the event back takes it back.
 */
export const workSchema = /* sql */ `
CREATE TABLE time_spent (
  event_id TEXT PRIMARY KEY, ticket_id TEXT NOT NULL, by_id TEXT, at INTEGER NOT NULL,
  ms INTEGER NOT NULL, note TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX time_spent_at ON time_spent (at);
CREATE TABLE spend (
  event_id TEXT PRIMARY KEY, ticket_id TEXT NOT NULL, by_id TEXT NOT NULL, at INTEGER NOT NULL,
  amount REAL NOT NULL, currency TEXT NOT NULL, reason TEXT NOT NULL, approved_by_id TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX spend_at ON spend (at);
CREATE INDEX ticket_planned ON ticket (seq) WHERE kind = 'planned-work' AND is_open = 1;

CREATE TRIGGER time_spent_row AFTER INSERT ON event WHEN new.type = 'time-spent' BEGIN
  INSERT OR REPLACE INTO time_spent
    VALUES (new.id, new.entity_id, new.by_id, new.at, new.fact ->> 'ms', '');
END;
CREATE TRIGGER time_logged_row AFTER INSERT ON event WHEN new.type = 'time-logged' BEGIN
  INSERT OR REPLACE INTO time_spent VALUES (
    new.id, new.entity_id, new.fact ->> '$.entry.byId', new.fact ->> '$.entry.at',
    new.fact ->> '$.entry.ms', new.fact ->> '$.entry.note'
  );
END;
CREATE TRIGGER time_not_spent AFTER DELETE ON event
WHEN old.type IN ('time-spent', 'time-logged') BEGIN
  DELETE FROM time_spent WHERE event_id = old.id;
END;
CREATE TRIGGER spend_row AFTER INSERT ON event WHEN new.type = 'spent' BEGIN
  INSERT OR REPLACE INTO spend VALUES (
    new.id, new.entity_id, new.fact ->> '$.spend.byId', new.fact ->> '$.spend.at',
    new.fact ->> '$.spend.amount', new.fact ->> '$.spend.currency', new.fact ->> '$.spend.reason',
    new.fact ->> '$.spend.approvedById'
  );
END;
CREATE TRIGGER spend_not_made AFTER DELETE ON event WHEN old.type = 'spent' BEGIN
  DELETE FROM spend WHERE event_id = old.id;
END;

INSERT INTO time_spent SELECT id, entity_id, by_id, at, fact ->> 'ms', '' FROM event
  WHERE type = 'time-spent';
`;
