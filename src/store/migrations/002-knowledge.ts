/**
 * The knowledge base. `article` mirrors every article there is, of whichever origin; of one id and
 * language exactly one row is live, and live rows are what is listed, read and searched. The words
 * of a live row stand in `article_fts` and `article_word` by the same transaction.
 */
export const knowledgeSchema = /* sql */ `
CREATE TABLE article (
  doc INTEGER PRIMARY KEY, id TEXT NOT NULL, lang TEXT NOT NULL, origin TEXT NOT NULL,
  title TEXT NOT NULL, kind TEXT NOT NULL, line TEXT NOT NULL, tags TEXT NOT NULL, owner TEXT NOT NULL,
  review_by TEXT, minutes INTEGER, related TEXT NOT NULL, is_public INTEGER NOT NULL, body TEXT NOT NULL,
  section TEXT, updated TEXT, backup TEXT, attribution TEXT, file TEXT NOT NULL, hash TEXT NOT NULL,
  is_live INTEGER NOT NULL, indexed INTEGER NOT NULL, UNIQUE (id, lang, origin)
) STRICT;
CREATE INDEX article_live ON article (kind, id, lang) WHERE is_live = 1;
CREATE INDEX article_waiting ON article (indexed) WHERE is_live = 1;
CREATE INDEX article_origin ON article (origin, id);
CREATE INDEX article_review ON article (review_by) WHERE is_live = 1 AND review_by IS NOT NULL;

-- Archived here: not live whatever files there are of it.
CREATE TABLE article_hidden (id TEXT NOT NULL, lang TEXT NOT NULL, PRIMARY KEY (id, lang)) STRICT, WITHOUT ROWID;

-- Stems and codes. A word that stands often in the text stands once more in "often", so that one
-- posting per column is all that has to be kept.
CREATE VIRTUAL TABLE article_fts USING fts5 (
  title, tags, lead, body, often, content = '', contentless_delete = 1, prefix = '2 3',
  detail = 'column', tokenize = "unicode61 remove_diacritics 0 tokenchars '_'"
);
-- Every form of a word that occurs, and its stem: what mistyped words are mended by.
CREATE TABLE article_word (form TEXT PRIMARY KEY, stem TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- What the base teaches about meanings: each word and each article as a point.
CREATE TABLE word_vector (stem TEXT PRIMARY KEY, vector BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE article_vector (doc INTEGER PRIMARY KEY, vector BLOB NOT NULL) STRICT;

-- What was written here. The text of a version is the whole Markdown file.
CREATE TABLE article_version (
  article_id TEXT NOT NULL, lang TEXT NOT NULL, version INTEGER NOT NULL, state TEXT NOT NULL,
  cause TEXT NOT NULL, author_id TEXT NOT NULL, at INTEGER NOT NULL, base_version INTEGER,
  base_hash TEXT, hash TEXT NOT NULL, about TEXT, text TEXT NOT NULL, note TEXT NOT NULL, ticket_id TEXT,
  decided_by TEXT, decided_at INTEGER, decision TEXT NOT NULL, published_at INTEGER,
  PRIMARY KEY (article_id, lang, version)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_version_open ON article_version (state, at) WHERE state <> 'replaced';

-- What people say of an article in one touch: helped, outdated, accepted, rejected.
CREATE TABLE article_mark (
  seq INTEGER PRIMARY KEY, op_id TEXT NOT NULL UNIQUE, article_id TEXT NOT NULL, lang TEXT NOT NULL,
  ticket_id TEXT, person_id TEXT NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL, at INTEGER NOT NULL,
  settled_at INTEGER
) STRICT;
CREATE INDEX article_mark_of ON article_mark (article_id, kind);
CREATE INDEX article_mark_ticket ON article_mark (ticket_id) WHERE ticket_id IS NOT NULL;
CREATE TABLE article_rating (
  article_id TEXT NOT NULL, person_id TEXT NOT NULL, stars INTEGER NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY (article_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE article_favourite (
  person_id TEXT NOT NULL, article_id TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (person_id, article_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE article_use (
  article_id TEXT PRIMARY KEY, opened INTEGER NOT NULL, inserted INTEGER NOT NULL, last_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Searches that gave nothing or led nowhere, by the words they were about.
CREATE TABLE lost_search (
  key TEXT PRIMARY KEY, query TEXT NOT NULL, failed INTEGER NOT NULL, abandoned INTEGER NOT NULL,
  missing INTEGER NOT NULL, last_at INTEGER NOT NULL, person_id TEXT NOT NULL, ticket_id TEXT,
  settled_at INTEGER
) STRICT, WITHOUT ROWID;
-- Which article people opened after which word: a weak, bounded, resettable signal.
CREATE TABLE search_choice (
  stem TEXT NOT NULL, article_id TEXT NOT NULL, times INTEGER NOT NULL, last_at INTEGER NOT NULL,
  PRIMARY KEY (stem, article_id)
) STRICT, WITHOUT ROWID;
`;
