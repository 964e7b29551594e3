-- Version 1.6: cards, letters and postcards are found at once. Nothing that was there changes, so the history of
-- steps goes on.

PRAGMA user_version = 106;

-- Post to write (outcome 0) and to post (14, written), each by due. Channels: 3 letter, 4 card, 5 postcard.
CREATE INDEX touch_post ON touch (outcome, due_utc, id) WHERE channel IN (3, 4, 5) AND outcome IN (0, 14);
