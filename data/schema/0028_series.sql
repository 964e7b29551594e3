-- Version 1.27: touches that repeat by a rule (desk/series.h). Nothing that was there changes, so the history of steps goes
-- on.

PRAGMA user_version = 127;

-- A rule by which a touch comes again. It stands as long as a pending touch is one of it.
CREATE TABLE series (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid TEXT NOT NULL UNIQUE,
  -- the value of an RRULE (RFC 5545); UNTIL is a day, that of the zone below
  rule TEXT NOT NULL CHECK (rule <> ''),
  -- its first day, from which the rule counts
  start_day INTEGER NOT NULL,
  -- minute of each of its days, NULL all day
  start_minute INTEGER CHECK (start_minute BETWEEN 0 AND 1439),
  -- IANA zone in which that minute is kept, NULL for days alone
  zone TEXT CHECK ((zone IS NULL) = (start_minute IS NULL))
) STRICT;

-- Which day of which series a touch is; it may have been moved since.
CREATE TABLE occurrence (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  touch_id INTEGER NOT NULL REFERENCES touch (id),
  series_id INTEGER NOT NULL REFERENCES series (id),
  -- the day by the rule
  day INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX occurrence_touch ON occurrence (touch_id);
CREATE INDEX occurrence_series ON occurrence (series_id);

-- A day of a rule that is left out or stands elsewhere, as its calendar said (EXDATE, RECURRENCE-ID).
CREATE TABLE exception (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  series_id INTEGER NOT NULL REFERENCES series (id),
  -- the day by the rule
  day INTEGER NOT NULL,
  -- where it stands in the zone of the series; NULL: it is left out
  to_day INTEGER,
  -- and its minute there, NULL all day
  to_minute INTEGER CHECK (to_minute BETWEEN 0 AND 1439)
) STRICT;
CREATE UNIQUE INDEX exception_series ON exception (series_id, day);

-- The coming days of a series, so that finishing a touch never waits for the worker that counts them. Derived from the
-- rule, filled again when few are left, and not journalled: undone steps find them as they are.
CREATE TABLE coming (
  series_id INTEGER PRIMARY KEY,
  -- all days of the rule behind this one, in order, with blanks between them ...
  after_day INTEGER NOT NULL,
  days TEXT NOT NULL,
  -- ... and 1: it brings no more behind the last of them
  complete INTEGER NOT NULL CHECK (complete IN (0, 1))
) STRICT;
