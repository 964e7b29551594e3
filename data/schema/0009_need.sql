-- Version 1.8: the order of need is kept, so that a page of it costs the same wherever it is. Nothing that was there
-- changes, so the history of steps goes on.

PRAGMA user_version = 108;

-- Up to when the order is kept: contact.need is what it was at these times, which the window moves on (store/need.h).
CREATE TABLE need_mark (
  id INTEGER PRIMARY KEY CHECK (id = 0),
  -- a next touch before this was due
  tomorrow_utc INTEGER NOT NULL,
  -- a lead or prospect silent since before this was going quiet
  quiet_prospect_utc INTEGER NOT NULL,
  -- the same of a customer
  quiet_customer_utc INTEGER NOT NULL
) STRICT;
-- Before every time there is.
INSERT INTO need_mark (id, tomorrow_utc, quiet_prospect_utc, quiet_customer_utc)
  VALUES (0, -4611686018427387904, -4611686018427387904, -4611686018427387904);

-- derived: of people in play whose next touch was not due at the mark 1 when they were going quiet then, 2 when not;
-- 0 of all others
ALTER TABLE contact ADD COLUMN need INTEGER NOT NULL DEFAULT 0 CHECK (need BETWEEN 0 AND 2);
UPDATE contact SET need = 2 WHERE stage IN (1, 2, 3) AND next_due_utc IS NOT NULL;

CREATE INDEX contact_need_prospect ON contact (clock_utc, id, next_due_utc) WHERE need = 1 AND stage IN (1, 2);
CREATE INDEX contact_need_customer ON contact (clock_utc, id, next_due_utc) WHERE need = 1 AND stage = 3;
CREATE INDEX contact_later ON contact (next_due_utc, id, clock_utc, stage) WHERE need = 2;
CREATE INDEX contact_later_prospect ON contact (clock_utc, id, next_due_utc) WHERE need = 2 AND stage IN (1, 2);
CREATE INDEX contact_later_customer ON contact (clock_utc, id, next_due_utc) WHERE need = 2 AND stage = 3;
