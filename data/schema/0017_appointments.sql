-- Version 1.16: which touches came in from a calendar of others. Nothing that was there changes, so the history of steps
-- goes on.

PRAGMA user_version = 116;

-- An event or task of another calendar, and the touch that was made of it (desk/appointments.h).
CREATE TABLE appointment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- what it is known by there
  uid TEXT NOT NULL UNIQUE CHECK (uid <> ''),
  -- of a series: that of the one it stood at last
  touch_id INTEGER NOT NULL REFERENCES touch (id)
) STRICT;
CREATE INDEX appointment_touch ON appointment (touch_id);
