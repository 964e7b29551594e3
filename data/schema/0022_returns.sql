-- Version 1.21: who is back is found at once. Nothing that was there changes, so the history of steps goes on.

PRAGMA user_version = 121;

-- Pending return calls that were not promised, by due.
CREATE INDEX touch_return ON touch (due_utc, id) WHERE outcome = 0 AND promise = 0 AND channel = 0 AND cause = 2;
