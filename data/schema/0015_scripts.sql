-- Version 1.14: messages to say and to write. Nothing that was there changes, so the history of steps goes on.

PRAGMA user_version = 114;

-- A message kept for everybody, or one person's copy of one (model/script.h).
CREATE TABLE script (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- random, for travelling
  uuid TEXT NOT NULL UNIQUE,
  -- whose copy it is, NULL: kept for everybody
  contact_id INTEGER REFERENCES contact (id),
  -- of a copy: the touch it goes with, NULL none
  touch_id INTEGER REFERENCES touch (id),
  -- enum channel it goes by
  channel INTEGER NOT NULL CHECK (channel BETWEEN 0 AND 8),
  -- the words, with fields such as {first}; a first line "Subject: ..." names them
  text TEXT NOT NULL CHECK (text <> ''),
  -- 1: no longer offered
  retired INTEGER NOT NULL CHECK (retired IN (0, 1)),
  -- of a copy: when it was said or sent, NULL: not yet
  used_utc INTEGER,
  -- when it was put on the desk
  created_utc INTEGER NOT NULL,
  CHECK (contact_id IS NOT NULL OR touch_id IS NULL)
) STRICT;
-- Those kept, as long as they are offered, then the retired ones, in the order they came.
CREATE INDEX script_kept ON script (retired, id) WHERE contact_id IS NULL;
-- A person's, the newest first.
CREATE INDEX script_contact ON script (contact_id, id);
CREATE INDEX script_touch ON script (touch_id) WHERE touch_id IS NOT NULL;

-- of a message being typed: the one that is changed, NULL a new one
ALTER TABLE draft ADD COLUMN script_id INTEGER;
-- of a message being typed: enum channel it goes by
ALTER TABLE draft ADD COLUMN channel INTEGER;
