-- Version 1.19: who is named in a touch. Nothing that was there changes, so the history of steps goes on.

PRAGMA user_version = 119;

-- Another person that a touch is about (model/reference.h).
CREATE TABLE naming (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  touch_id INTEGER NOT NULL REFERENCES touch (id),
  -- who is named
  contact_id INTEGER NOT NULL REFERENCES contact (id),
  -- enum naming: 1 as a reference, 2 as an advocate, 3 as the one an advocate is to speak with
  kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 3)
) STRICT;
CREATE UNIQUE INDEX naming_touch ON naming (touch_id);
-- The newest first.
CREATE INDEX naming_contact ON naming (contact_id, id);
