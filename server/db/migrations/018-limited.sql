-- What a kiosk's recognition led to can also be that it asked too often and nobody was looked for. SQLite cannot widen a
-- CHECK in place.
CREATE TABLE recognition_next (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  device_id INTEGER REFERENCES device (id),
  outcome TEXT NOT NULL CHECK (
    outcome IN (
      'recognised', 'unsure', 'unknown', 'denied', 'enrolled', 'relearned', 'answered', 'wrongAnswer', 'replay', 'noTurn',
      'limited'
    )
  )
) STRICT;
INSERT INTO recognition_next SELECT id, at, device_id, outcome FROM recognition;
DROP TABLE recognition;
ALTER TABLE recognition_next RENAME TO recognition;
CREATE INDEX recognition_by_time ON recognition (at);
