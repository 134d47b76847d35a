const review = (row: 'new' | 't') => `${row}.state ->> '$.review.state'`;
const help = (row: 'new' | 't') => `coalesce(json_array_length(${row}.state, '$.helps'), 0) > 0`;

/**
 * Replies that wait for a mentor and calls for help: two columns of the list with triggers of their
 * own. They say nothing of what the other columns say, so that the order of triggers does not matter.
 */
export const supervisionSchema = /* sql */ `
ALTER TABLE ticket_list ADD COLUMN review TEXT;
ALTER TABLE ticket_list ADD COLUMN is_help_open INTEGER NOT NULL DEFAULT 0;
CREATE TRIGGER list_supervised AFTER UPDATE ON ticket WHEN new.state <> old.state BEGIN
  UPDATE ticket_list SET review = ${review('new')}, is_help_open = ${help('new')}
  WHERE seq = new.seq
    AND (review IS NOT ${review('new')} OR is_help_open IS NOT (${help('new')}));
END;
-- A ticket may come with all its history at once; its row of the list follows it.
CREATE TRIGGER list_supervised_row AFTER INSERT ON ticket_list BEGIN
  UPDATE ticket_list SET review = ${review('t')}, is_help_open = ${help('t')}
  FROM ticket t WHERE t.seq = new.seq AND ticket_list.seq = new.seq
    AND (t.state -> '$.review' IS NOT NULL OR t.state -> '$.helps' IS NOT NULL);
END;
CREATE INDEX list_review ON ticket_list (seq) WHERE review = 'waiting';
CREATE INDEX list_help ON ticket_list (seq) WHERE is_help_open = 1;
CREATE INDEX event_help ON event (type, by_id, at) WHERE type IN ('help-asked', 'help-given');
`;
