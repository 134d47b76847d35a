/**
 * Shifts: `state` is the fold of a shift's events, the columns beside it are what lists of shifts
 * need; `handover` is the state of the last one submitted.
 */
export const shiftSchema = /* sql */ `
CREATE TABLE shift (
  id TEXT PRIMARY KEY, space TEXT NOT NULL, starts_at INTEGER NOT NULL, ends_at INTEGER NOT NULL,
  line TEXT, opened_at INTEGER NOT NULL, closed_at INTEGER, lead_id TEXT, handover TEXT,
  is_demo INTEGER NOT NULL, state TEXT NOT NULL
) STRICT;
CREATE INDEX shift_starts ON shift (starts_at);
CREATE INDEX shift_open ON shift (starts_at) WHERE closed_at IS NULL;
-- Who spoke with customers in a stretch of time.
CREATE INDEX entry_public ON entry (at) WHERE visibility = 'public';
`;
