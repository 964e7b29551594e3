-- Version 1.11: how long a call took, and a call under way on disk. Nothing that was there changes, so the history of
-- steps goes on.

PRAGMA user_version = 111;

-- How long somebody was talked to.
CREATE TABLE talk (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- the call
  touch_id INTEGER NOT NULL REFERENCES touch (id),
  seconds INTEGER NOT NULL CHECK (seconds > 0)
) STRICT;
CREATE UNIQUE INDEX talk_touch ON talk (touch_id);

-- of a call under way: the planned touch it is, NULL for none
ALTER TABLE draft ADD COLUMN touch_id INTEGER;
-- of a call under way: the next touch agreed in it, as it was typed
ALTER TABLE draft ADD COLUMN next TEXT;
