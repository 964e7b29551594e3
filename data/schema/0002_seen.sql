-- Version 1.1: what was read of folders and mailboxes, so that a second reading of them is short (store/seen.h).

PRAGMA user_version = 101;

-- A message of a folder that was read to its end. Not journalled; bounded: the oldest go.
CREATE TABLE seen (
  -- 64-bit hash of place and name in a Maildir; of a file's name, size and time; of a mailbox and a message's head
  key INTEGER PRIMARY KEY,
  -- the row of table message it left, NULL when it left nothing; when that row is undone, this one counts no more
  message INTEGER,
  -- the day it was read, counted from 1970-01-01
  day INTEGER NOT NULL
) STRICT;
