-- Updates waiting to be handled, and everything about alerts. Moments are seconds since 1970, UTC.

CREATE TABLE updates (
    id INTEGER PRIMARY KEY,              -- Telegram's update id
    payload TEXT,                        -- the update as it came; emptied once handled, so that no text is kept
    received REAL NOT NULL,
    starts INTEGER NOT NULL DEFAULT 0,   -- how often its handling was taken up again after a crash
    done REAL
);
CREATE INDEX updates_waiting ON updates (id) WHERE done IS NULL;
CREATE INDEX updates_done ON updates (done) WHERE done IS NOT NULL;

CREATE TABLE subscriptions (
    id INTEGER PRIMARY KEY,
    chat INTEGER NOT NULL,
    topic INTEGER NOT NULL DEFAULT 0,    -- of a forum; 0 elsewhere
    kind TEXT NOT NULL,
    language TEXT NOT NULL,
    state TEXT NOT NULL,
    cadence TEXT NOT NULL DEFAULT 'instant',
    quiet_start INTEGER,                 -- minutes after midnight, local
    quiet_end INTEGER,
    zone TEXT NOT NULL DEFAULT 'UTC',
    digest_hour INTEGER NOT NULL DEFAULT 9,
    silent INTEGER NOT NULL DEFAULT 0,
    paused_until REAL,
    follows TEXT NOT NULL DEFAULT '[]',  -- JSON list of words and names; empty: everything
    created REAL NOT NULL,
    suspended_at REAL,
    suspended_because TEXT,
    UNIQUE (chat, topic)
);
CREATE INDEX subscriptions_suspended ON subscriptions (chat) WHERE state = 'suspended';

CREATE TABLE items (
    id INTEGER PRIMARY KEY,
    slug TEXT NOT NULL,                  -- the story that it announces
    version INTEGER NOT NULL,            -- grows from 1 with every change of what its alerts show
    state TEXT NOT NULL,
    origin TEXT NOT NULL,
    created REAL NOT NULL,
    post TEXT,                           -- JSON: the channel post with its formatting
    photo TEXT,                          -- file id or web address
    photo_id TEXT,                       -- the file id that Telegram gave the picture at its first send
    related INTEGER REFERENCES items (id),
    audience INTEGER NOT NULL,           -- the highest subscription id when it was announced
    fan_out INTEGER,                     -- subscriptions up to this id have their alert; NULL: all have
    refresh INTEGER                      -- alerts up to this outbox id are told of the change; NULL: all are
);
CREATE INDEX items_unfinished ON items (id) WHERE fan_out IS NOT NULL OR refresh IS NOT NULL;

-- By what an item is recognised when it comes again by another way.
CREATE TABLE item_keys (
    key TEXT PRIMARY KEY,
    item INTEGER NOT NULL REFERENCES items (id)
) WITHOUT ROWID;

CREATE TABLE outbox (
    id INTEGER PRIMARY KEY,
    item INTEGER NOT NULL REFERENCES items (id),
    subscription INTEGER NOT NULL REFERENCES subscriptions (id),
    state TEXT NOT NULL,
    due REAL NOT NULL,
    digest INTEGER NOT NULL DEFAULT 0,   -- to be gathered with others into one message
    attempts INTEGER NOT NULL DEFAULT 0,
    unsure INTEGER NOT NULL DEFAULT 0,
    message INTEGER,
    caption INTEGER NOT NULL DEFAULT 0,  -- the message is a photo with a caption
    version INTEGER,                     -- the item's version that was sent
    content TEXT,                        -- hash of what was sent
    sent REAL,
    error TEXT,
    UNIQUE (item, subscription)
);
CREATE INDEX outbox_due ON outbox (due, id) WHERE state IN ('queued', 'edit');
CREATE INDEX outbox_dead ON outbox (id) WHERE state = 'dead';
CREATE INDEX outbox_subscription ON outbox (subscription, id);

-- Chats that answered 429, and until when nothing may go to them; chat 0 stands for all.
CREATE TABLE halts (
    chat INTEGER PRIMARY KEY,
    until REAL NOT NULL
);

CREATE TABLE feeds (
    url TEXT PRIMARY KEY,
    etag TEXT,
    modified TEXT,                       -- Last-Modified as the server wrote it
    next REAL NOT NULL,                  -- when to look again
    failures INTEGER NOT NULL DEFAULT 0,
    error TEXT,
    first_read REAL                      -- NULL until the first reading, which announces nothing
);

CREATE TABLE feed_entries (
    feed TEXT NOT NULL REFERENCES feeds (url) ON DELETE CASCADE,
    entry TEXT NOT NULL,                 -- the entry's id, else its link
    digest TEXT NOT NULL,                -- of what it said when it was last read
    PRIMARY KEY (feed, entry)
) WITHOUT ROWID;

CREATE TABLE folder_files (
    path TEXT PRIMARY KEY,
    digest TEXT NOT NULL,
    slug TEXT                            -- NULL where the file could not be read
);
