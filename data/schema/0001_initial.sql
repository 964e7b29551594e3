-- The desk, version 1.0. This file is the description of the desk and the program that makes it; comments
-- stand on lines of their own and are taken out before it runs.
--
-- Habits: ids are AUTOINCREMENT, so that an id once used never comes back (the journal counts on it). UUIDs
-- are random (RFC 9562) and let a record travel. What happened is UTC seconds since 1970. A day is the number
-- of days since 1970-01-01; a minute is one of the day, NULL for all day. Numbers that stand for words are in
-- the order of the enums under include/touchbase/model. No foreign key acts: the program deletes
-- children itself. "Derived" columns can be made anew from the rest; undo does not record them.

-- "tbds"
PRAGMA application_id = 1952605299;
-- major * 100 + minor
PRAGMA user_version = 100;

-- A person on the desk (model/contact.h).
CREATE TABLE contact (
  -- the desk's own number
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- random, for travelling
  uuid TEXT NOT NULL UNIQUE,
  -- UID of the card it came from
  uid TEXT,
  -- full name as shown
  name TEXT NOT NULL CHECK (name <> ''),
  -- first name
  given TEXT,
  -- last name
  family TEXT,
  -- company as written
  company TEXT,
  -- what they are there
  title TEXT,
  -- town
  city TEXT,
  -- IANA zone, NULL while not known
  zone TEXT,
  -- enum stage: 0 rest, 1 lead, 2 prospect, 3 customer, 4 former, 5 no
  stage INTEGER NOT NULL CHECK (stage BETWEEN 0 AND 5),
  -- 1: no channel, play or export may use this person
  do_not_contact INTEGER NOT NULL CHECK (do_not_contact IN (0, 1)),
  -- when the record was made
  created_utc INTEGER NOT NULL,
  -- when it was last changed
  changed_utc INTEGER NOT NULL,
  -- derived: the name folded, for order and comparison
  folded_name TEXT NOT NULL,
  -- derived: silent since; last_contact_utc, without one created_utc
  clock_utc INTEGER NOT NULL,
  -- derived: last real contact in either direction (rule 9)
  last_contact_utc INTEGER,
  -- derived: the next pending touch
  next_touch_id INTEGER,
  -- derived: its day
  next_due_day INTEGER,
  -- derived: its minute
  next_due_minute INTEGER,
  -- derived: its due in UTC
  next_due_utc INTEGER,
  -- lines of the imported card without a field of ours, verbatim; last, since it may be long
  card TEXT
) STRICT;
CREATE INDEX contact_uid ON contact (uid) WHERE uid IS NOT NULL;
CREATE INDEX contact_name ON contact (folded_name, id);
CREATE INDEX contact_due ON contact (next_due_utc, id)
  WHERE stage IN (1, 2, 3) AND next_due_utc IS NOT NULL;
CREATE INDEX contact_no_next ON contact (clock_utc, id)
  WHERE stage IN (1, 2, 3) AND next_due_utc IS NULL;
CREATE INDEX contact_quiet_prospect ON contact (clock_utc, id)
  WHERE stage IN (1, 2) AND next_due_utc IS NOT NULL;
CREATE INDEX contact_quiet_customer ON contact (clock_utc, id)
  WHERE stage = 3 AND next_due_utc IS NOT NULL;
CREATE INDEX contact_rest ON contact (folded_name, id) WHERE stage = 0;
CREATE INDEX contact_out ON contact (folded_name, id) WHERE stage IN (4, 5);

-- One way to reach a contact.
CREATE TABLE point (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- whose
  contact_id INTEGER NOT NULL REFERENCES contact (id),
  -- order of preference, from 0
  position INTEGER NOT NULL CHECK (position >= 0),
  -- enum point_kind: 0 mail, 1 phone, 2 postal address, 3 link
  kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 3),
  -- as typed
  value TEXT NOT NULL CHECK (value <> ''),
  -- "work", "mobile"
  label TEXT,
  -- derived: mail folded; of a phone the last 7 digits; NULL for the others
  match_key TEXT
) STRICT;
CREATE INDEX point_contact ON point (contact_id, position);
CREATE INDEX point_match ON point (match_key, kind) WHERE match_key IS NOT NULL;

-- An out-of-office note (model/absence.h).
CREATE TABLE absence (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid TEXT NOT NULL UNIQUE,
  -- who is away
  contact_id INTEGER NOT NULL REFERENCES contact (id),
  -- Message-ID of the message it was read from
  message_id TEXT,
  -- when that message was sent
  received_utc INTEGER NOT NULL,
  -- the day of it in the message's own zone
  received_day INTEGER,
  -- its subject
  subject TEXT,
  -- enum reading_kind: 1 out of office, 2 left the company
  kind INTEGER NOT NULL CHECK (kind IN (1, 2)),
  -- first day away
  first_day INTEGER,
  -- first day at work again
  back INTEGER,
  -- minute of that day
  back_minute INTEGER CHECK (back_minute BETWEEN 0 AND 1439),
  -- enum reason, 0 none
  reason INTEGER NOT NULL CHECK (reason BETWEEN 0 AND 13),
  -- 1: an operation or a hospital is in it
  hospital INTEGER NOT NULL CHECK (hospital IN (0, 1)),
  -- where, as written
  place TEXT,
  -- whose event and with whom, as written
  whose TEXT,
  -- 1: heard to the end
  heard_whole INTEGER NOT NULL CHECK (heard_whole IN (0, 1)),
  -- enum absence_state: 0 proposed, 1 filed, 2 replaced, 3 ended, 4 dismissed
  state INTEGER NOT NULL CHECK (state BETWEEN 0 AND 4),
  -- when it was taken in
  created_utc INTEGER NOT NULL,
  -- how many questions its play left open: listed under To confirm
  questions INTEGER NOT NULL CHECK (questions >= 0),
  -- derived: back, or 2147483647 when not known, for the order
  back_order INTEGER NOT NULL,
  -- the message's text as read; last, since it may be long
  verbatim TEXT
) STRICT;
CREATE INDEX absence_contact ON absence (contact_id, received_utc, id);
CREATE INDEX absence_away ON absence (contact_id, back_order) WHERE state = 1 AND kind = 1;
CREATE INDEX absence_current ON absence (back_order, id) WHERE state = 1 AND kind = 1;
CREATE INDEX absence_proposed ON absence (id) WHERE state = 0 OR (state = 1 AND questions > 0);

-- Someone who stands in during an absence.
CREATE TABLE cover (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  absence_id INTEGER NOT NULL REFERENCES absence (id),
  -- order in the message, from 0
  position INTEGER NOT NULL CHECK (position >= 0),
  name TEXT,
  mail TEXT,
  phone TEXT,
  -- what they cover, in the message's words
  matter TEXT
) STRICT;
CREATE INDEX cover_absence ON cover (absence_id, position);

-- The words that prove a finding of an absence.
CREATE TABLE evidence (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  absence_id INTEGER NOT NULL REFERENCES absence (id),
  -- order of place and start, from 0
  position INTEGER NOT NULL CHECK (position >= 0),
  -- enum field: 0 kind, 1 first day, 2 back, 3 reason, 4 place, 5 whose, 6 cover
  field INTEGER NOT NULL CHECK (field BETWEEN 0 AND 6),
  -- enum evidence_place: 0 text, 1 subject, 2 header
  place INTEGER NOT NULL CHECK (place BETWEEN 0 AND 2),
  -- byte offset there
  start INTEGER NOT NULL CHECK (start >= 0),
  -- bytes
  length INTEGER NOT NULL CHECK (length >= 0),
  -- a copy of the words
  words TEXT,
  -- 0 to 100
  certainty INTEGER NOT NULL CHECK (certainty BETWEEN 0 AND 100)
) STRICT;
CREATE INDEX evidence_absence ON evidence (absence_id, position);

-- A message seen, so that the same Message-ID is known (rule 6).
CREATE TABLE message (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- without angle brackets
  message_id TEXT NOT NULL UNIQUE,
  -- the absence it gave or confirmed, NULL for none
  absence_id INTEGER REFERENCES absence (id),
  seen_utc INTEGER NOT NULL
) STRICT;
CREATE INDEX message_absence ON message (absence_id) WHERE absence_id IS NOT NULL;

-- A planned or done contact with a person (model/touch.h).
CREATE TABLE touch (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- also its identity in a calendar
  uuid TEXT NOT NULL UNIQUE,
  contact_id INTEGER NOT NULL REFERENCES contact (id),
  -- enum channel
  channel INTEGER NOT NULL CHECK (channel BETWEEN 0 AND 8),
  -- enum direction: 0 out, 1 in
  direction INTEGER NOT NULL CHECK (direction IN (0, 1)),
  -- planned day in its zone
  due_day INTEGER,
  -- planned minute, NULL all day
  due_minute INTEGER CHECK (due_minute BETWEEN 0 AND 1439),
  -- IANA zone of the planned time, NULL for a day alone
  zone TEXT,
  -- that time in UTC, kept beside it for the order; made anew when zones change
  due_utc INTEGER NOT NULL,
  -- when it was done, 0 while pending
  done_utc INTEGER NOT NULL,
  purpose TEXT,
  -- the first sentence
  opener TEXT,
  -- text to send
  draft TEXT,
  -- 1: the contact was told day and channel
  promise INTEGER NOT NULL CHECK (promise IN (0, 1)),
  -- enum outcome, 0 while pending
  outcome INTEGER NOT NULL CHECK (outcome BETWEEN 0 AND 16),
  -- enum cause
  cause INTEGER NOT NULL CHECK (cause BETWEEN 0 AND 3),
  -- the absence whose play made it or whose return call it is
  absence_id INTEGER REFERENCES absence (id),
  -- 1: an absence moved it
  moved INTEGER NOT NULL CHECK (moved IN (0, 1)),
  -- where it stood before
  before_day INTEGER,
  before_minute INTEGER,
  -- the opener before
  before_opener TEXT,
  created_utc INTEGER NOT NULL,
  -- derived: 1 when it was a real contact in either direction (rule 9)
  contact_made INTEGER NOT NULL CHECK (contact_made IN (0, 1))
) STRICT;
-- Whole, for the foreign key: the two partial ones below serve no look for the touches of a contact that goes.
CREATE INDEX touch_contact ON touch (contact_id);
CREATE INDEX touch_due ON touch (due_utc, id) WHERE outcome = 0;
CREATE INDEX touch_next ON touch (contact_id, due_utc, id) WHERE outcome = 0;
CREATE INDEX touch_done ON touch (contact_id, done_utc, id) WHERE outcome <> 0;
CREATE INDEX touch_made ON touch (contact_id, done_utc) WHERE contact_made = 1;
CREATE INDEX touch_absence ON touch (absence_id) WHERE absence_id IS NOT NULL;

-- What a calendar knows of a touch besides its UUID (interop.md 1.3). Not journalled: undo and redo are changes
-- too and only ever raise the sequence, and the row outlives its touch.
CREATE TABLE touch_identity (
  touch_id INTEGER PRIMARY KEY,
  -- +1 at each change of the touch
  sequence INTEGER NOT NULL CHECK (sequence >= 0),
  -- when that was
  changed_utc INTEGER NOT NULL
) STRICT;

-- A note on a contact.
CREATE TABLE note (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid TEXT NOT NULL UNIQUE,
  contact_id INTEGER NOT NULL REFERENCES contact (id),
  -- the touch it was taken with
  touch_id INTEGER REFERENCES touch (id),
  written_utc INTEGER NOT NULL,
  -- UTF-8, LF
  text TEXT NOT NULL
) STRICT;
CREATE INDEX note_contact ON note (contact_id, written_utc, id);
CREATE INDEX note_touch ON note (touch_id) WHERE touch_id IS NOT NULL;

-- Text on disk that is not filed yet. Not journalled; its contact may be taken back under it.
CREATE TABLE draft (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- whose, NULL for none yet
  contact_id INTEGER,
  -- "note", "take-in"
  kind TEXT NOT NULL,
  started_utc INTEGER NOT NULL,
  text TEXT NOT NULL,
  -- byte offset of the cursor
  cursor INTEGER NOT NULL,
  -- pid of the window that types it
  process INTEGER NOT NULL
) STRICT;

-- What the program itself remembers. Not journalled.
CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Counts kept: 2 * stage + (1 with a next touch) of contacts for 0 to 11; 12 pending touches.
CREATE TABLE tally (
  id INTEGER PRIMARY KEY CHECK (id BETWEEN 0 AND 12),
  value INTEGER NOT NULL
) STRICT;
INSERT INTO tally (id, value) VALUES
  (0, 0), (1, 0), (2, 0), (3, 0), (4, 0), (5, 0), (6, 0), (7, 0), (8, 0), (9, 0), (10, 0), (11, 0), (12, 0);

-- A step: what one key, command or play changed, taken back and brought again as a whole (store/steps.h).
CREATE TABLE step (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- what the person did, in words
  label TEXT NOT NULL,
  -- the window that made it, 0 a shell
  window INTEGER NOT NULL,
  -- enum step_origin: 0 hand, 1 shell, 2 play, 3 import, 4 sync
  origin INTEGER NOT NULL CHECK (origin BETWEEN 0 AND 4),
  -- enum step_state: 0 open, 1 stands, 2 undone, 3 undoing, 4 redoing
  state INTEGER NOT NULL CHECK (state BETWEEN 0 AND 4),
  made_utc INTEGER NOT NULL,
  -- pid that made, undoes or redoes it
  process INTEGER NOT NULL,
  -- how far an undo or redo got: the last step_change done
  progress INTEGER NOT NULL DEFAULT 0,
  -- rises with each undo; the highest was undone last
  undone_order INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX step_undone ON step (undone_order) WHERE state = 2;
CREATE INDEX step_unfinished ON step (id) WHERE state IN (0, 3, 4);

-- The journal: what a step did to the rows of a table.
CREATE TABLE step_change (
  -- rises in the order rows were changed, over all steps
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  step_id INTEGER NOT NULL REFERENCES step (id),
  -- enum table of src/store/tables.h
  record_table INTEGER NOT NULL,
  -- 0 inserted (a range of ids), 1 updated, 2 deleted
  operation INTEGER NOT NULL CHECK (operation BETWEEN 0 AND 2),
  first_row INTEGER NOT NULL,
  last_row INTEGER NOT NULL,
  -- image of the row before; NULL for inserted ones
  before BLOB,
  -- image after; of inserted ones their images while they are undone
  after BLOB,
  -- FNV-1a of both images, so that a damaged one is never put back
  checksum INTEGER NOT NULL
) STRICT;
CREATE INDEX step_change_step ON step_change (step_id, id);
CREATE INDEX step_change_row ON step_change (record_table, first_row);

-- Full-text index of contacts. The words are split and folded by the program (libraries.md 3), so the plain
-- tokenizer does. The index keeps its text, so it can always take an entry back (endurance.md 25).
CREATE VIRTUAL TABLE search_contact USING fts5 (who, reach, tokenize = 'ascii', prefix = '1 2 3');

-- The same of notes (rowid 2 * id) and absences (rowid 2 * id + 1).
CREATE VIRTUAL TABLE search_text USING fts5 (words, tokenize = 'ascii', prefix = '1 2 3');
