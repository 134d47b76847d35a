/** "SMNP": the file of practice, which is never taken for the store of live work. */
export const PRACTICE_ID = 0x534d4e50;

/** Scripts that bring the file up to date, in their order. */
export const practiceMigrations: readonly string[] = [
  `
CREATE TABLE scenario_text (
  hash TEXT PRIMARY KEY,
  text TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE run (
  id TEXT PRIMARY KEY,
  scenario_id TEXT NOT NULL,
  lang TEXT NOT NULL,
  scenario_hash TEXT NOT NULL REFERENCES scenario_text (hash),
  person_id TEXT NOT NULL,
  mode TEXT NOT NULL,
  seed INTEGER NOT NULL,
  -- On the run's own clock: where it began, and how far it surely came.
  clock_start INTEGER NOT NULL,
  clock_at INTEGER NOT NULL,
  -- Real instants, epoch ms.
  started_at INTEGER NOT NULL,
  finished_at INTEGER,
  state TEXT NOT NULL CHECK (state IN ('open', 'finished', 'abandoned')),
  score REAL,
  max REAL,
  passed INTEGER,
  result TEXT,
  shared_at INTEGER
) STRICT, WITHOUT ROWID;

-- One open run of a person at a time.
CREATE UNIQUE INDEX run_open ON run (person_id) WHERE state = 'open';
CREATE INDEX run_of_person ON run (person_id, started_at);

CREATE TABLE run_event (
  run_id TEXT NOT NULL REFERENCES run (id),
  seq INTEGER NOT NULL,
  at INTEGER NOT NULL,
  payload TEXT NOT NULL,
  PRIMARY KEY (run_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE run_draft (
  run_id TEXT PRIMARY KEY REFERENCES run (id),
  text TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE skill_card (
  person_id TEXT NOT NULL,
  skill TEXT NOT NULL,
  card TEXT NOT NULL,
  PRIMARY KEY (person_id, skill)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER run_event_stays BEFORE UPDATE ON run_event
  BEGIN SELECT raise(ABORT, 'what happened in a run is never changed'); END;
CREATE TRIGGER run_event_goes BEFORE DELETE ON run_event
  BEGIN SELECT raise(ABORT, 'what happened in a run is never removed'); END;
`,
  `
CREATE TABLE quiz_draft (
  person_id TEXT NOT NULL,
  item_id TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (person_id, item_id)
) STRICT, WITHOUT ROWID;
`,
];

/** What tells the file of practice, and how new it may be. */
export const PRACTICE_FILE = {
  applicationId: PRACTICE_ID,
  schemaVersion: practiceMigrations.length,
};
