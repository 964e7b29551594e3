-- Version 1.20: what likely keeps somebody from answering. Nothing that was there changes, so the history of steps goes
-- on.

PRAGMA user_version = 120;

-- The likely blocker noted on a person (model/blocker.h); it holds until the next real contact.
CREATE TABLE blocker (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  contact_id INTEGER NOT NULL REFERENCES contact (id),
  -- enum blocker: 1 busy, 2 has no answer yet, 3 waits on a third party
  kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 3),
  noted_utc INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX blocker_contact ON blocker (contact_id);
