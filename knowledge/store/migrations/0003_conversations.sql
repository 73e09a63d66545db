-- Readers, what they asked and what answered them. Moments are seconds since 1970, UTC. No names, ever.

CREATE TABLE readers (
    person INTEGER PRIMARY KEY,          -- Telegram's id
    language TEXT,                       -- fixed with /language; NULL: as Telegram says
    warned REAL                          -- when they were last asked to slow down
);

CREATE TABLE conversations (
    chat INTEGER NOT NULL,
    person INTEGER NOT NULL,
    story TEXT,                          -- slug of the story they came from
    since REAL NOT NULL DEFAULT 0,       -- nothing from before is context
    misses INTEGER NOT NULL DEFAULT 0,   -- questions in a row without an answer
    last_said TEXT,                      -- digest of the last reply
    PRIMARY KEY (chat, person)
) WITHOUT ROWID;

CREATE TABLE turns (
    id INTEGER PRIMARY KEY,
    chat INTEGER NOT NULL,
    person INTEGER NOT NULL,
    message INTEGER,                     -- that asked; NULL when a button did
    question TEXT NOT NULL,
    folded TEXT NOT NULL,                -- the question without case, accents and spacing, to find it again
    status TEXT NOT NULL,
    story TEXT,                          -- slug, revision and key of what was quoted first
    revision INTEGER,
    unit TEXT,
    asked REAL NOT NULL
);
CREATE INDEX turns_by_person ON turns (person, asked);
CREATE INDEX turns_by_chat ON turns (chat, person, asked);
CREATE INDEX turns_by_message ON turns (chat, message);
CREATE INDEX turns_by_question ON turns (chat, folded, asked);

-- The messages that a turn was answered with, in order.
CREATE TABLE replies (
    chat INTEGER NOT NULL,
    message INTEGER NOT NULL,
    turn INTEGER NOT NULL REFERENCES turns (id) ON DELETE CASCADE,
    PRIMARY KEY (chat, message)
) WITHOUT ROWID;
CREATE INDEX replies_by_turn ON replies (turn);

CREATE TABLE feedback (
    turn INTEGER NOT NULL REFERENCES turns (id) ON DELETE CASCADE,
    person INTEGER NOT NULL,
    verdict TEXT NOT NULL,               -- "good" or "bad"
    reason TEXT,                         -- of a bad one: "wrong", "outdated", "other"
    given REAL NOT NULL,
    PRIMARY KEY (turn, person)
) WITHOUT ROWID;
CREATE INDEX feedback_by_person ON feedback (person);

-- Questions that readers passed on to the editors.
CREATE TABLE editor_questions (
    id INTEGER PRIMARY KEY,
    chat INTEGER NOT NULL,
    person INTEGER NOT NULL,
    question TEXT NOT NULL,
    asked REAL NOT NULL,
    answered REAL
);
CREATE INDEX editor_questions_by_person ON editor_questions (person);

-- The messages in which editors were told of one: a reply to such a message is the answer.
CREATE TABLE editor_notices (
    chat INTEGER NOT NULL,
    message INTEGER NOT NULL,
    question INTEGER NOT NULL REFERENCES editor_questions (id) ON DELETE CASCADE,
    PRIMARY KEY (chat, message)
) WITHOUT ROWID;
