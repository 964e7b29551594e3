-- Version 1.2: people who belong together. Nothing that was there changes, so the history of steps goes on.

PRAGMA user_version = 102;

-- One person's relation to another (model/link.h).
CREATE TABLE link (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- random, for travelling
  uuid TEXT NOT NULL UNIQUE,
  -- enum link_kind: 0 successor
  kind INTEGER NOT NULL CHECK (kind >= 0),
  -- whom it starts from; of a successor: who left
  from_id INTEGER NOT NULL REFERENCES contact (id),
  -- whom it leads to; of a successor: who took over
  to_id INTEGER NOT NULL REFERENCES contact (id),
  -- when it was made
  created_utc INTEGER NOT NULL,
  CHECK (from_id <> to_id)
) STRICT;
-- One person has one successor; one may take over from several.
CREATE UNIQUE INDEX link_successor ON link (from_id) WHERE kind = 0;
CREATE INDEX link_from ON link (from_id, kind);
CREATE INDEX link_to ON link (to_id, kind);
