-- Version 1.24: whose name a message gave. Nothing that was there changes, so the history of steps goes on.

PRAGMA user_version = 124;

-- Somebody whose name went out as a reference in a message with no touch, or beside whom its touch names.
CREATE TABLE mention (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  script_id INTEGER NOT NULL REFERENCES script (id),
  -- who was named
  contact_id INTEGER NOT NULL REFERENCES contact (id)
) STRICT;
CREATE UNIQUE INDEX mention_script ON mention (script_id);
-- The newest first.
CREATE INDEX mention_contact ON mention (contact_id, id);
