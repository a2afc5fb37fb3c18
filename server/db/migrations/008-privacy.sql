-- What people ask about the data kept of them, breaches, and consents that end.

ALTER TABLE consent ADD COLUMN withdrawn_at INTEGER;
-- As in the audit: a kiosk, where the visitor said so, or the officer who was told.
ALTER TABLE consent ADD COLUMN withdrawn_by TEXT CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL));

CREATE TABLE data_request (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('see', 'correct', 'withdraw', 'erase')),
  channel TEXT NOT NULL CHECK (channel IN ('desk', 'post', 'kiosk')),
  -- NULL: nobody was found, or the visitor was erased since.
  visitor_id TEXT REFERENCES visitor (id) ON DELETE SET NULL,
  -- The local day on which it came; deadlines are counted from it.
  received_on TEXT NOT NULL,
  added_at INTEGER NOT NULL,
  -- What a correction is to make of the visitor's facts, as JSON; what staff noted; why it was refused.
  correction_sealed BLOB,
  note_sealed BLOB,
  refusal_sealed BLOB,
  acknowledged_at INTEGER,
  closed_at INTEGER,
  outcome TEXT CHECK (outcome IN ('done', 'refused')),
  CHECK ((closed_at IS NULL) = (outcome IS NULL))
) STRICT;
CREATE INDEX data_request_by_visitor ON data_request (visitor_id) WHERE visitor_id IS NOT NULL;
CREATE INDEX open_data_request ON data_request (received_on) WHERE closed_at IS NULL;

CREATE TABLE breach (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  noticed_at INTEGER NOT NULL,
  added_at INTEGER NOT NULL,
  -- JSON: what happened, whose and which data, how many people, what was done about it. It may name people.
  facts_sealed BLOB NOT NULL,
  reported_at INTEGER,
  closed_at INTEGER
) STRICT;
