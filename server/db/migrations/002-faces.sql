-- A second fact about the visitor, and what the camera made of those who stood before it.

ALTER TABLE visitor ADD COLUMN birth_year_sealed BLOB;

ALTER TABLE office ADD COLUMN population TEXT NOT NULL DEFAULT 'asian' CHECK (population IN ('general', 'asian'));
-- How long a head has to rest on a choice before it counts, ms.
ALTER TABLE office ADD COLUMN dwell_ms INTEGER NOT NULL DEFAULT 1200 CHECK (dwell_ms BETWEEN 600 AND 4000);

-- SQLite cannot widen a CHECK in place.
CREATE TABLE recognition_next (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  device_id INTEGER REFERENCES device (id),
  outcome TEXT NOT NULL CHECK (
    outcome IN (
      'recognised', 'unsure', 'unknown', 'denied', 'enrolled', 'relearned',
      -- The second fact was right or wrong.
      'answered', 'wrongAnswer',
      -- Taken for a picture on a screen or on paper; did not turn the head when asked.
      'replay', 'noTurn'
    )
  )
) STRICT;
INSERT INTO recognition_next SELECT id, at, device_id, outcome FROM recognition;
DROP TABLE recognition;
ALTER TABLE recognition_next RENAME TO recognition;
CREATE INDEX recognition_by_time ON recognition (at);

-- Who is known by which set is counted from the index alone, for every view of the manage screen.
DROP INDEX template_by_model;
CREATE INDEX template_by_set ON template (model_id, dimension, visitor_id);
