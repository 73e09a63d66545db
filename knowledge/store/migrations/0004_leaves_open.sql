-- Questions that come near a unit and that the story does not answer.

ALTER TABLE units ADD COLUMN leaves_open TEXT NOT NULL DEFAULT '[]';  -- JSON list of phrasings
