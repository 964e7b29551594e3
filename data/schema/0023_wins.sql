-- Version 1.22: the latest wins are found at once. Nothing that was there changes, so the history of steps goes on.

PRAGMA user_version = 122;

-- What was won and is not lost since, by when.
CREATE INDEX deal_won ON deal (won_utc) WHERE won_utc IS NOT NULL AND state IN (1, 2);
