/** Every pack that was put in force at this desk, with the texts of its files. */
export const deskSchema = /* sql */ `
CREATE TABLE desk_version (
  version INTEGER PRIMARY KEY, hash TEXT NOT NULL, op_id TEXT NOT NULL, at INTEGER NOT NULL,
  by_id TEXT NOT NULL, changed TEXT NOT NULL, files TEXT NOT NULL
) STRICT;
`;
