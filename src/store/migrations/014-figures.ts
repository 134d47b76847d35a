type Row = 'new' | 'e';

/** A field of a fact as JSON, and as a value. */
const json = (row: Row, path: string) => `coalesce(${row}.fact -> '$.${path}', 'null')`;
const value = (row: Row, path: string) => `${row}.fact ->> '$.${path}'`;
/** Whether a field is set: 1 or 0. */
const isSet = (row: Row, path: string) => `iif(${value(row, path)} IS NULL, 0, 1)`;

/** What became of a field: its letter and the new value. */
const fieldStep = (row: Row) => /* sql */ `CASE ${value(row, 'field.name')}
      WHEN 'line' THEN '"l",' || ${json(row, 'field.to')}
      WHEN 'kind' THEN '"k",' || ${json(row, 'field.to')}
      WHEN 'priority' THEN '"q",' || ${json(row, 'field.to')}
      WHEN 'customerId' THEN '"u",' || ${json(row, 'field.to')} END`;

/** Who said something, and whether the customer has it. */
const entryStep = (row: Row) => /* sql */ `CASE
      WHEN ${value(row, 'entry.kind')} IN ('note', 'system')
        THEN iif(${value(row, 'entry.author.type')} = 'person', '"i"', NULL)
      WHEN ${value(row, 'entry.author.type')} = 'contact' THEN '"c"'
      WHEN ${value(row, 'entry.author.type')} <> 'person' THEN NULL
      WHEN ${value(row, 'entry.visibility')} <> 'public' THEN '"i"'
      ELSE '"m",' || ${json(row, 'entry.author.id')} END`;

/** When a message stands that was held back. */
const heldBackAt = (row: Row) => /* sql */ `(SELECT m.fact ->> '$.entry.at' FROM event m
      WHERE m.entity_id = ${row}.entity_id AND m.type = 'entry-added'
        AND m.fact ->> '$.entry.id' = ${value(row, 'entryId')})`;

/** The step of an event: a letter and the values behind it; NULL of what no figure looks at. */
const stepOf = (row: Row) => /* sql */ `CASE ${row}.type
    WHEN 'status-changed' THEN '"s",' || ${json(row, 'to')}
    WHEN 'assigned' THEN '"a",' || ${isSet(row, 'personId')}
    WHEN 'entry-added' THEN ${entryStep(row)}
    WHEN 'field-changed' THEN ${fieldStep(row)}
    WHEN 'tags-changed' THEN '"g",' || ${json(row, 'added')} || ',' || ${json(row, 'removed')}
    WHEN 'message-withheld' THEN '"w",' || (${heldBackAt(row)} - created_at)
    WHEN 'message-released'
      THEN iif(${value(row, 'how')} = 'sent', '"m",' || json_quote(${row}.by_id), NULL)
    WHEN 'diagnosed' THEN '"i"'
    WHEN 'question-asked' THEN '"i"'
    WHEN 'returned' THEN '"r"'
    WHEN 'handed-over' THEN '"h",' || ${json(row, 'handover.fromLine')} || ','
      || ${json(row, 'handover.toLine')}
    WHEN 'handover-accepted' THEN '"y"'
    WHEN 'handover-returned' THEN '"x"'
    WHEN 'deadline-missed' THEN '"b",' || ${json(row, 'breach.target')} || ','
      || (${value(row, 'breach.dueAt')} - created_at)
    WHEN 'promise-made' THEN '"p",' || ${json(row, 'promise.id')} || ','
      || ${json(row, 'promise.kind')} || ',' || (${value(row, 'promise.dueAt')} - created_at)
    WHEN 'promise-settled' THEN '"v",' || ${json(row, 'promiseId')} || ',' || ${json(row, 'state')}
    WHEN 'time-spent' THEN '"t",' || ${json(row, 'ms')}
    WHEN 'time-logged' THEN '"t",' || ${json(row, 'entry.ms')}
    WHEN 'spent' THEN '"e",' || ${json(row, 'spend.amount')} || ',' || ${json(row, 'spend.currency')}
    WHEN 'closed-off-topic' THEN '"o"'
    WHEN 'children-gathered' THEN '"n"' END`;

/** When a step was: a letter can be read in, and work written down, long after it was done. */
const momentOf = (row: Row) => /* sql */ `CASE ${row}.type
    WHEN 'entry-added' THEN ${value(row, 'entry.at')}
    WHEN 'time-logged' THEN ${value(row, 'entry.at')}
    WHEN 'spent' THEN ${value(row, 'spend.at')} ELSE ${row}.at END`;

const told = `('status-changed', 'assigned', 'field-changed', 'tags-changed', 'entry-added',
  'message-withheld', 'message-released', 'diagnosed', 'question-asked', 'returned', 'handed-over',
  'handover-accepted', 'handover-returned', 'deadline-missed', 'promise-made', 'promise-settled',
  'time-spent', 'time-logged', 'spent', 'closed-off-topic', 'children-gathered')`;

/**
 * A step as a line of the log: the row of its event, so that it can be found again; the time since
 * the registration; what it was. Empty for what no figure looks at.
 */
const line = (row: Row) => /* sql */ `coalesce(char(10) || ',' || ${row}.seq || ','
    || (${momentOf(row)} - created_at) || ',' || ${stepOf(row)}, '')`;

/** When a ticket came that lived elsewhere; 0 of all others. */
const cameAt = (row: Row) => /* sql */ `iif(${value(row, 'ticket.importId')} IS NULL, 0,
    coalesce(${value(row, 'ticket.cameAt')}, ${row}.at))`;

/** Of a story: it came by itself (out of office, bounce). */
export const AUTOMATIC = `('[' || head || ']') ->> '$[8]' = 1`;

/** The registration: what `StoryHead` names, in its order. */
const headOf = (row: Row) => /* sql */ `${json(row, 'ticket.channel')} || ','
    || ${json(row, 'ticket.audience')} || ',' || ${json(row, 'ticket.kind')} || ','
    || ${json(row, 'ticket.priority')} || ',' || ${json(row, 'ticket.line')} || ','
    || ${json(row, 'ticket.customerId')} || ',' || ${json(row, 'ticket.status')} || ','
    || ${isSet(row, 'ticket.assigneeId')} || ','
    || coalesce(${value(row, 'ticket.isAutomatic')}, 0) || ','
    || coalesce(${value(row, 'ticket.isMassIncident')}, 0) || ','
    || ${cameAt(row)} || ',' || ${json(row, 'ticket.updatedAt')} || ','
    || ${json(row, 'ticket.tags')}`;

const ended = `('resolved', 'closed', 'merged')`;
/** Later than everything that can happen: the ticket is still open. */
const OPEN = Number.MAX_SAFE_INTEGER;

/** A time that was given and is not settled runs on although the ticket is closed. */
const lastPromise = (ticketId: string) => /* sql */ `coalesce((SELECT max(due_at) FROM promise
    WHERE promise.ticket_id = ${ticketId} AND state = 'open'), 0)`;

const openedUntil = (row: Row) => /* sql */ `iif(${value(row, 'ticket.status')} IN ${ended},
    coalesce(${value(row, 'ticket.updatedAt')}, ${row}.at), ${OPEN})`;

/**
 * The story of each ticket for the figures: everything of its events that figures are counted from,
 * in one narrow row, so that a month of a large desk is read in a tenth of a second. `head` is its
 * registration, `log` a line for each step since; one behind the other they are a list of JSON. Steps follow their events by triggers, so that
 * whatever takes an event back (undo, an exchange, an erased ticket) takes the step back. Nothing of
 * a ticket counts behind `until_at`; a step that was taken back may leave it too late, never too early.
 */
export const figuresSchema = /* sql */ `
CREATE TABLE ticket_story (
  ticket_id TEXT PRIMARY KEY, created_at INTEGER NOT NULL, until_at INTEGER NOT NULL,
  head TEXT NOT NULL, log TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX ticket_story_span ON ticket_story (created_at, until_at);
-- There is little of it: what came without it is counted by the other index alone.
CREATE INDEX ticket_story_automatic ON ticket_story (created_at) WHERE ${AUTOMATIC};

CREATE TRIGGER story_begun AFTER INSERT ON event WHEN new.type = 'registered' BEGIN
  INSERT OR REPLACE INTO ticket_story VALUES (
    new.entity_id, new.fact ->> '$.ticket.createdAt', ${openedUntil('new')}, ${headOf('new')}, ''
  );
END;
CREATE TRIGGER story_not_begun AFTER DELETE ON event WHEN old.type = 'registered' BEGIN
  DELETE FROM ticket_story WHERE ticket_id = old.entity_id;
END;
CREATE TRIGGER story_step AFTER INSERT ON event WHEN new.type IN ${told} BEGIN
  UPDATE ticket_story SET log = log || ${line('new')}, until_at = CASE
      WHEN new.type = 'status-changed'
        THEN iif(new.fact ->> 'to' IN ${ended}, max(new.at, ${lastPromise('new.entity_id')}), ${OPEN})
      WHEN new.type = 'promise-made' THEN max(until_at, new.fact ->> '$.promise.dueAt')
      ELSE max(until_at, new.at) END
    WHERE ticket_id = new.entity_id;
END;
CREATE TRIGGER story_no_step AFTER DELETE ON event WHEN old.type IN ${told} BEGIN
  UPDATE ticket_story SET
      log = substr(log, 1, instr(log, char(10) || ',' || old.seq || ',') - 1)
        || substr(log, instr(log, char(10) || ',' || old.seq || ',')
          + instr(substr(log || char(10), instr(log, char(10) || ',' || old.seq || ',') + 1), char(10))),
      until_at = iif(old.type = 'status-changed', ${OPEN}, until_at)
    WHERE ticket_id = old.entity_id AND instr(log, char(10) || ',' || old.seq || ',') > 0;
END;

INSERT OR REPLACE INTO ticket_story
  SELECT entity_id, e.fact ->> '$.ticket.createdAt', ${openedUntil('e')}, ${headOf('e')}, ''
  FROM event e WHERE e.type = 'registered';
UPDATE ticket_story SET
  log = coalesce((SELECT group_concat(${line('e')}, '' ORDER BY e.seq) FROM event e
    WHERE e.entity_id = ticket_id AND e.type IN ${told}), ''),
  until_at = coalesce((SELECT iif(t.status IN ${ended},
    max(t.updated_at, until_at * (until_at < ${OPEN}), ${lastPromise('t.id')}), ${OPEN})
    FROM ticket t WHERE t.id = ticket_story.ticket_id), until_at);
`;
