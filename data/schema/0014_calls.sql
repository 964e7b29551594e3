-- Version 1.13: the calls of a day are found at once. Nothing that was there changes, so the history of steps goes on.

PRAGMA user_version = 113;

-- Pending calls that were not promised, by due.
CREATE INDEX touch_call ON touch (due_utc, id) WHERE outcome = 0 AND promise = 0 AND channel = 0;
