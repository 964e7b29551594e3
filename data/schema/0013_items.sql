-- Version 1.12: what is worth sending, and what went to whom. Nothing that was there changes, so the history of steps
-- goes on.

PRAGMA user_version = 112;

-- A value item: an article, local research, a tip, an offer (model/item.h).
CREATE TABLE item (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- random, for travelling
  uuid TEXT NOT NULL UNIQUE,
  -- what a list calls it, and what becomes the purpose of a touch that brings it
  title TEXT NOT NULL CHECK (title <> ''),
  -- where it is: a link or a file
  link TEXT,
  -- what it is about, or what is to be said of it
  topic TEXT,
  -- enum channel it goes by, NULL any
  channel INTEGER CHECK (channel BETWEEN 0 AND 8),
  -- tags it is good for, with blanks between them; NULL everybody
  tags TEXT,
  -- enum gain, what it does for the reader: 0 not said, 1 earn, 2 save time, 3 less waste, 4 solve
  gain INTEGER NOT NULL CHECK (gain BETWEEN 0 AND 4),
  -- last day of an offer, a day number
  last_day INTEGER,
  -- 1: no longer proposed
  retired INTEGER NOT NULL CHECK (retired IN (0, 1)),
  -- when it was put on the desk
  created_utc INTEGER NOT NULL
) STRICT;
-- Those still proposed, then the retired ones, in the order they came.
CREATE INDEX item_retired ON item (retired, id);

-- An item that goes with a touch, or went. Where nothing reached them the row goes (store/items.h).
CREATE TABLE gift (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  item_id INTEGER NOT NULL REFERENCES item (id),
  -- whose touch that is
  contact_id INTEGER NOT NULL REFERENCES contact (id),
  touch_id INTEGER NOT NULL REFERENCES touch (id)
) STRICT;
-- Never the same twice to one person (rule 13).
CREATE UNIQUE INDEX gift_once ON gift (contact_id, item_id);
CREATE UNIQUE INDEX gift_touch ON gift (touch_id);
-- The newest first, of a person and of an item.
CREATE INDEX gift_contact ON gift (contact_id, id);
CREATE INDEX gift_item ON gift (item_id, touch_id);
