-- Version 1.23: what was said stands in the timeline. Nothing that was there changes, so the history of steps goes on.

PRAGMA user_version = 123;

-- A person's messages that went out with no touch, the newest first.
CREATE INDEX script_said ON script (contact_id, used_utc, id) WHERE used_utc IS NOT NULL AND touch_id IS NULL;
