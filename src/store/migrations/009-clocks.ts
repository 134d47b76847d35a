/**
 * When the next deadline of a ticket passes that is not kept as missed yet: what a sweep looks for.
 * Since when a customer waits for an answer follows from the letters that are there.
 */
export const clocksSchema = /* sql */ `
ALTER TABLE ticket ADD COLUMN next_miss_at INTEGER;
-- Lists are read by those of ticket_list.
DROP INDEX ticket_assignee;
CREATE INDEX ticket_miss ON ticket (next_miss_at) WHERE next_miss_at IS NOT NULL;

UPDATE ticket SET state = json_set(state, '$.unansweredSince', (
  SELECT min(e.at) FROM entry e WHERE e.ticket_seq = ticket.seq AND e.author_type = 'contact'
    AND e.kind NOT IN ('note', 'system') AND e.at >= coalesce(state ->> 'lastPublicAt', 0)
)) WHERE (state ->> 'lastCustomerAt') > coalesce(state ->> 'lastPublicAt', 0);
`;
