-- Version 1.10: what reached me waits until it is answered. Nothing that was there changes, so the history of steps
-- goes on.

PRAGMA user_version = 110;

-- Something that reached me (model/waiting.h).
CREATE TABLE waiting (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- random, for travelling
  uuid TEXT NOT NULL UNIQUE,
  -- whose it is, NULL while nobody knows
  contact_id INTEGER REFERENCES contact (id),
  -- the touch in that person's timeline; what they said is the note taken with it
  touch_id INTEGER REFERENCES touch (id),
  -- the number or the words it came with, while nobody knows whose it is
  caller TEXT CHECK (caller <> ''),
  -- what they said, as long as no note holds it
  text TEXT,
  -- enum inbound_kind: 0 call, 1 missed, 2 voicemail, 3 mail, 4 message
  kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 4),
  -- when it reached me
  reached_utc INTEGER NOT NULL,
  -- enum waiting_state: 0 waits, 1 answered, 2 needs no answer
  state INTEGER NOT NULL CHECK (state BETWEEN 0 AND 2),
  -- when that was, 0 while it waits
  answered_utc INTEGER NOT NULL,
  -- put off until then, 0 when it was not
  later_utc INTEGER NOT NULL,
  -- Message-ID of a mail
  message_id TEXT,
  CHECK ((contact_id IS NULL) = (touch_id IS NULL))
) STRICT;
CREATE UNIQUE INDEX waiting_message ON waiting (message_id) WHERE message_id IS NOT NULL;
CREATE INDEX waiting_contact ON waiting (contact_id);
CREATE INDEX waiting_touch ON waiting (touch_id);
-- Those that wait, in the order of the list.
CREATE INDEX waiting_open ON waiting (max(reached_utc, later_utc), id) WHERE state = 0;
CREATE INDEX waiting_open_contact ON waiting (contact_id) WHERE state = 0;
CREATE INDEX waiting_open_caller ON waiting (caller) WHERE state = 0 AND contact_id IS NULL;
