-- Version 1.9: promises are found at once. Nothing that was there changes, so the history of steps goes on.

PRAGMA user_version = 109;

-- Pending touches that were promised, by due.
CREATE INDEX touch_promise ON touch (due_utc, id) WHERE outcome = 0 AND promise = 1;
