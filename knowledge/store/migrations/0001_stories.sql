-- Stories, their revisions, and the pieces of the current revision that can be quoted.

CREATE TABLE stories (
    id INTEGER PRIMARY KEY,              -- also the order in which stories were first loaded
    slug TEXT NOT NULL UNIQUE,
    language TEXT NOT NULL,
    title TEXT NOT NULL,
    source TEXT,
    url TEXT,
    published TEXT,                      -- ISO 8601, UTC
    translation_of TEXT,                 -- slug of the original
    translated_revision INTEGER,         -- the original's revision when this translation was loaded
    revision INTEGER NOT NULL,           -- number of the current revision, from 1
    digest TEXT NOT NULL,                -- SHA-256 of the current revision's document
    units INTEGER NOT NULL,
    faq INTEGER NOT NULL,
    withdrawn TEXT                       -- when an editor took it back; its units then answer nothing
);

CREATE TABLE revisions (
    story_id INTEGER NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    loaded TEXT NOT NULL,
    origin TEXT NOT NULL,                -- how it came: "bundled", "load", "publish", "channel", "feed", "folder"
    document BLOB NOT NULL,              -- the whole story as JSON, compressed with zlib
    PRIMARY KEY (story_id, number)
) WITHOUT ROWID;

CREATE TABLE units (
    id INTEGER PRIMARY KEY,
    story_id INTEGER NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,           -- order inside the story, from 0
    key TEXT NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    heading TEXT,
    paragraph INTEGER NOT NULL,
    name TEXT,
    question TEXT,
    asks TEXT NOT NULL DEFAULT '[]',     -- JSON list of phrasings
    UNIQUE (story_id, key)
);

CREATE VIRTUAL TABLE unit_terms USING fts5 (terms, tokenize = "unicode61 remove_diacritics 0", detail = none);
CREATE VIRTUAL TABLE unit_vocabulary USING fts5vocab (unit_terms, row);

-- One row; grows with every change to any story, by any process.
CREATE TABLE catalogue (id INTEGER PRIMARY KEY CHECK (id = 1), version INTEGER NOT NULL);
INSERT INTO catalogue (id, version) VALUES (1, 0);
