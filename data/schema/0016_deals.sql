-- Version 1.15: deals, and the plays that were proposed. Nothing that was there changes, so the history of steps goes on.

PRAGMA user_version = 115;

-- What is bought, or may be (model/deal.h).
CREATE TABLE deal (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- random, for travelling
  uuid TEXT NOT NULL UNIQUE,
  contact_id INTEGER NOT NULL REFERENCES contact (id),
  -- in hundredths of the person's currency
  amount INTEGER NOT NULL CHECK (amount >= 0),
  -- enum deal_state: 0 open, 1 won, 2 delivered, 3 lost
  state INTEGER NOT NULL CHECK (state BETWEEN 0 AND 3),
  -- since when it is in that state
  state_utc INTEGER NOT NULL,
  -- when it was won, NULL: not (yet)
  won_utc INTEGER,
  -- when it was put on the desk
  created_utc INTEGER NOT NULL
) STRICT;
-- A person's, the newest first.
CREATE INDEX deal_contact ON deal (contact_id, id);
-- Those that came into a state, the newest first.
CREATE INDEX deal_state ON deal (state, state_utc, id);

-- A play that was proposed on something and has its answer: accepted, or not wanted (desk/proposals.h).
CREATE TABLE settled (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  contact_id INTEGER NOT NULL REFERENCES contact (id),
  -- its name
  play TEXT NOT NULL CHECK (play <> ''),
  -- the deal, touch or absence it was proposed on, by the play's trigger; 0 none
  cause_id INTEGER NOT NULL,
  -- when
  settled_utc INTEGER NOT NULL
) STRICT;
CREATE INDEX settled_contact ON settled (contact_id, play, cause_id, settled_utc);
