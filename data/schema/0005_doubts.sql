-- Version 1.4: whose a reply is may be in doubt. Nothing that was there changes, so the history of steps goes on.

PRAGMA user_version = 104;

-- An absence whose sender bears a contact's name but writes from an address that nobody on the desk has. It waits
-- under To confirm, and is no absence of that contact before a person says so; then this row goes.
CREATE TABLE doubt (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  absence_id INTEGER NOT NULL REFERENCES absence (id),
  -- the address
  mail TEXT NOT NULL CHECK (mail <> '')
) STRICT;
CREATE UNIQUE INDEX doubt_absence ON doubt (absence_id);
