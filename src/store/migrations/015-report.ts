/**
 * What a report lists by the time it happened at, among a million events that are no matter of a
 * report: deadlines that passed and tickets that were handed on.
 */
export const reportSchema = /* sql */ `
CREATE INDEX event_reported ON event (at) WHERE type IN ('deadline-missed', 'handed-over');
`;
