-- Version 1.3: answers are remembered. Nothing that was there changes, so the history of steps goes on.

PRAGMA user_version = 103;

-- What a person answered to a question of a play about a touch, so that it is not asked again.
CREATE TABLE answer (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- the absence whose play asked
  absence_id INTEGER NOT NULL REFERENCES absence (id),
  touch_id INTEGER NOT NULL REFERENCES touch (id),
  -- enum question (model/plan.h): 2 promise, 3 long absence, 4 left, 5 they reached me first
  question INTEGER NOT NULL CHECK (question > 0),
  -- enum choice: 8 keep it
  choice INTEGER NOT NULL CHECK (choice > 0),
  -- when
  answered_utc INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX answer_question ON answer (absence_id, touch_id, question);
CREATE INDEX answer_touch ON answer (touch_id);

-- Under To confirm stand open questions of an absence that was ended by hand too: its return call may be asked about.
DROP INDEX absence_proposed;
CREATE INDEX absence_proposed ON absence (id) WHERE state = 0 OR (state IN (1, 3) AND questions > 0);
