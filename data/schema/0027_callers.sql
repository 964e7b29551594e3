-- Version 1.26: who rings, when nobody knows that number, is on disk with the call. Nothing that was there changes, so the
-- history of steps goes on.

PRAGMA user_version = 126;

-- of a call of somebody not known: the number or words it came with, NULL for none
ALTER TABLE draft ADD COLUMN caller TEXT;
