-- What people ask about the data kept of them, breaches, and consents that end.

-- A consent outlives its visitor as the bare fact that somebody agreed. SQLite cannot change a reference in place.
CREATE TABLE consent_next (
  id INTEGER PRIMARY KEY,
  -- NULL: the visitor was erased.
  visitor_id TEXT REFERENCES visitor (id) ON DELETE SET NULL,
  version TEXT NOT NULL REFERENCES consent_text (version),
  language TEXT NOT NULL CHECK (language IN ('vi', 'en')),
  -- SHA-256 of the wording shown.
  wording_hash BLOB NOT NULL,
  device_id INTEGER REFERENCES device (id),
  agreed_at INTEGER NOT NULL,
  withdrawn_at INTEGER,
  -- As in the audit: a kiosk, where the visitor said so, or the officer who was told.
  withdrawn_by TEXT,
  CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL))
) STRICT;
INSERT INTO consent_next (id, visitor_id, version, language, wording_hash, device_id, agreed_at)
SELECT id, visitor_id, version, language, wording_hash, device_id, agreed_at FROM consent;
DROP TABLE consent;
ALTER TABLE consent_next RENAME TO consent;
CREATE INDEX consent_by_visitor ON consent (visitor_id) WHERE visitor_id IS NOT NULL;

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
