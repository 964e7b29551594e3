-- Version 1.18: who waits for me, and whose tags set another floor, has a place in the order of need. Nothing that was
-- there changes, so the history of steps goes on.

PRAGMA user_version = 118;

-- Days by which the floor of a tag lies beyond that of the stage (before it: negative), as the settings have them.
CREATE TABLE tag_floor (
  -- in the order of the settings: of several that a person bears the last one counts
  id INTEGER PRIMARY KEY,
  -- the tag, folded
  folded_name TEXT NOT NULL,
  -- 1: for customers, 0: for leads and prospects
  customer INTEGER NOT NULL CHECK (customer IN (0, 1)),
  more_days INTEGER NOT NULL
) STRICT;
CREATE INDEX tag_floor_customer ON tag_floor (customer, id);

-- derived: of people in play with a next touch the clock as their floor counts it: clock_utc and those days; 0 of all
-- others
ALTER TABLE contact ADD COLUMN floor_utc INTEGER NOT NULL DEFAULT 0;
-- derived: the oldest of what waits for me, or until when that was put off; NULL when nothing does
ALTER TABLE contact ADD COLUMN waits_utc INTEGER;

-- From now on contact.need is 0 of whoever waits for me, and the clock it is measured by is floor_utc.
DROP INDEX contact_no_next;
DROP INDEX contact_quiet_prospect;
DROP INDEX contact_quiet_customer;
DROP INDEX contact_need_prospect;
DROP INDEX contact_need_customer;
DROP INDEX contact_later;
DROP INDEX contact_later_prospect;
DROP INDEX contact_later_customer;
UPDATE contact SET floor_utc = clock_utc WHERE stage IN (1, 2, 3) AND next_due_utc IS NOT NULL;
UPDATE contact SET need = 0,
  waits_utc = (SELECT min(max(reached_utc, later_utc)) FROM waiting WHERE contact_id = contact.id AND state = 0)
  WHERE id IN (SELECT contact_id FROM waiting WHERE state = 0);
CREATE INDEX contact_waits ON contact (waits_utc, id, next_due_utc)
  WHERE stage IN (1, 2, 3) AND waits_utc IS NOT NULL;
CREATE INDEX contact_no_next ON contact (clock_utc, id)
  WHERE stage IN (1, 2, 3) AND next_due_utc IS NULL AND waits_utc IS NULL;
CREATE INDEX contact_quiet_prospect ON contact (floor_utc, id)
  WHERE stage IN (1, 2) AND next_due_utc IS NOT NULL AND waits_utc IS NULL;
CREATE INDEX contact_quiet_customer ON contact (floor_utc, id)
  WHERE stage = 3 AND next_due_utc IS NOT NULL AND waits_utc IS NULL;
CREATE INDEX contact_need_prospect ON contact (floor_utc, id, next_due_utc) WHERE need = 1 AND stage IN (1, 2);
CREATE INDEX contact_need_customer ON contact (floor_utc, id, next_due_utc) WHERE need = 1 AND stage = 3;
CREATE INDEX contact_later ON contact (next_due_utc, id, floor_utc, stage) WHERE need = 2;
CREATE INDEX contact_later_prospect ON contact (floor_utc, id, next_due_utc) WHERE need = 2 AND stage IN (1, 2);
CREATE INDEX contact_later_customer ON contact (floor_utc, id, next_due_utc) WHERE need = 2 AND stage = 3;
