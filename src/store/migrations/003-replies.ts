/**
 * Scripted replies: how templates were used, and which of them a person keeps at hand. A use is an
 * event of its ticket; the row beside it follows by triggers, so that whatever takes the event back
 * (undo, an erased ticket) takes the use back.
 */
export const repliesSchema = /* sql */ `
CREATE TABLE template_use (
  event_id TEXT PRIMARY KEY, op_id TEXT NOT NULL, template_id TEXT NOT NULL, lang TEXT NOT NULL,
  version TEXT NOT NULL, ticket_id TEXT NOT NULL, person_id TEXT, at INTEGER NOT NULL,
  edited_chars INTEGER NOT NULL, changes TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX template_use_at ON template_use (at, template_id, person_id, ticket_id);
CREATE INDEX template_use_of ON template_use (template_id, at);
CREATE INDEX template_use_own ON template_use (person_id, template_id, at);
CREATE TRIGGER template_used AFTER INSERT ON event WHEN new.type = 'template-used' BEGIN
  INSERT INTO template_use VALUES (
    new.id, new.op_id, new.fact ->> 'templateId', new.fact ->> 'lang', new.fact ->> 'version',
    new.entity_id, new.by_id, new.at, new.fact ->> 'editedChars', new.fact -> 'changes'
  );
END;
CREATE TRIGGER template_not_used AFTER DELETE ON event WHEN old.type = 'template-used' BEGIN
  DELETE FROM template_use WHERE event_id = old.id;
END;

-- The places 1 to 9 of a person's list: a place stays when another is given up.
CREATE TABLE template_favourite (
  person_id TEXT NOT NULL, place INTEGER NOT NULL, template_id TEXT NOT NULL,
  PRIMARY KEY (person_id, place), UNIQUE (person_id, template_id)
) STRICT, WITHOUT ROWID;
`;
