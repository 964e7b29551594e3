-- Version 1.7: the counts of the header are kept, so that they cost the same on every desk. Nothing that was there
-- changes, so the history of steps goes on.

PRAGMA user_version = 107;

-- How many there are of a kind between two numbers, in spans of growing width: on level 0 one number a span, on each
-- level above 64 spans of the one below. Not journalled: it follows what it counts.
CREATE TABLE span (
  -- enum span_kind (store/spans.h): 0 pending touches by due_utc / 900; 1 absences under way or to come by
  -- back_order; 2 absences to confirm, all at 0
  kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 2),
  level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 4),
  -- which span of its level: the number divided by 64 as often as the level says, rounded down
  number INTEGER NOT NULL,
  -- how many; a span with none has no row
  value INTEGER NOT NULL CHECK (value > 0),
  PRIMARY KEY (kind, level, number)
) STRICT, WITHOUT ROWID;

INSERT INTO span (kind, level, number, value)
  SELECT kind, level, number >> 6 * level, count(*)
  FROM (
    SELECT 0 AS kind, (due_utc - 899 * (due_utc < 0)) / 900 AS number FROM touch WHERE outcome = 0
    UNION ALL
    SELECT 1, back_order FROM absence WHERE state = 1 AND kind = 1
    UNION ALL
    SELECT 2, 0 FROM absence WHERE state = 0 OR (state IN (1, 3) AND questions > 0)
  ) CROSS JOIN (
    SELECT 0 AS level UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4
  )
  GROUP BY 1, 2, 3;
