-- Version 1.25: the zones in which something is planned are found at once. Nothing that was there changes, so the history
-- of steps goes on.

PRAGMA user_version = 125;

-- What is pending at a time of day, by zone.
CREATE INDEX touch_zone ON touch (zone, due_utc) WHERE outcome = 0 AND zone IS NOT NULL;
