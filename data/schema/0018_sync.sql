-- Version 1.17: calendars that come back (store/sync.h). Nothing that was there changes, so the history of steps goes on.

PRAGMA user_version = 117;

-- An item of a calendar and what desk and calendar agreed on last. Not journalled: when a step is undone the item differs
-- from the desk again, and the next sync brings the calendar what the desk has now.
CREATE TABLE agreed (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- the folder or URL
  place TEXT NOT NULL,
  -- name of the item there
  href TEXT NOT NULL,
  -- its version
  etag TEXT NOT NULL,
  -- uuid of the touch, NULL: an item of somebody else, left alone
  uuid TEXT,
  -- hash of the touch as it was written or seen equal, 0: it has to be written; of its title and time alone
  content INTEGER NOT NULL,
  core INTEGER NOT NULL,
  -- as the calendar shows it: its title, its day (all day) or its UTC seconds
  title TEXT NOT NULL,
  day INTEGER,
  utc INTEGER
) STRICT;
CREATE UNIQUE INDEX agreed_href ON agreed (place, href);
CREATE INDEX agreed_uuid ON agreed (place, uuid);

-- What a calendar did that a person has to decide on; it goes with the answer.
CREATE TABLE parting (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  contact_id INTEGER NOT NULL REFERENCES contact (id),
  touch_id INTEGER NOT NULL REFERENCES touch (id),
  -- enum parting_kind
  kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 3),
  -- what the calendar shows: a title, the wall time in the desk's zone (minute NULL: all day)
  title TEXT NOT NULL,
  due_day INTEGER,
  due_minute INTEGER,
  asked_utc INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX parting_touch ON parting (touch_id);
CREATE INDEX parting_contact ON parting (contact_id);

-- What syncs did, in words; bounded: the oldest go.
CREATE TABLE sync_log (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at_utc INTEGER NOT NULL,
  words TEXT NOT NULL
) STRICT;
