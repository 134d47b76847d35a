/**
 * Practice records, one for each person: `state` is the fold of its events. Runs that nobody shared
 * lie in a file of their own.
 */
export const practiceSchema = /* sql */ `
CREATE TABLE practice (
  id TEXT PRIMARY KEY, person_id TEXT NOT NULL, updated_at INTEGER NOT NULL, state TEXT NOT NULL
) STRICT;
`;
