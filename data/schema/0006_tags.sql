-- Version 1.5: tags, and the words of the search index as a list, to find what was mistyped. Nothing that was there
-- changes, so the history of steps goes on.

PRAGMA user_version = 105;

-- A word a person is marked with (model/tag.h).
CREATE TABLE tag (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- who
  contact_id INTEGER NOT NULL REFERENCES contact (id),
  -- as typed
  name TEXT NOT NULL CHECK (name <> ''),
  -- derived: folded, to tell two apart
  folded_name TEXT NOT NULL
) STRICT;
-- One person has a tag once.
CREATE UNIQUE INDEX tag_contact ON tag (contact_id, folded_name);
CREATE INDEX tag_name ON tag (folded_name, contact_id);

-- The words that stand in search_contact, once each.
CREATE VIRTUAL TABLE search_word USING fts5vocab (search_contact, row);
