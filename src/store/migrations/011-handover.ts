/**
 * What waits for somebody: handovers that nobody has accepted, questions to customers without an
 * answer, solutions that came back. Of all tickets these are few, so an index of their own finds them at once.
 */
export const handoverSchema = /* sql */ `
CREATE INDEX list_handover ON ticket_list (seq) WHERE handover = 'waiting' AND is_open = 1;
CREATE INDEX list_returned ON ticket_list (returns) WHERE returns > 0 AND is_open = 1;
CREATE INDEX list_asked ON ticket_list (seq) WHERE is_asked = 1 AND is_open = 1;
`;
