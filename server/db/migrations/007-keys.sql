-- What protects what is kept: a chained audit, erasure that reaches backups, periods after which things are forgotten.

-- HMAC of the row and of the chain before it; NULL until the server, which has the key, chains what was there before.
ALTER TABLE audit ADD COLUMN chain BLOB;

-- Where the audit begins and ends, sealed: rows cut off at either end are missed.
CREATE TABLE audit_anchor (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  ends_sealed BLOB NOT NULL,
  -- Rows up to this one were forgotten after their time; no other may be deleted.
  forgotten_to INTEGER NOT NULL
) STRICT;

CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
WHEN OLD.chain IS NOT NULL OR NEW.chain IS NULL OR NEW.id <> OLD.id OR NEW.at <> OLD.at
  OR NEW.actor <> OLD.actor OR NEW.request <> OLD.request OR NEW.detail <> OLD.detail
BEGIN
  SELECT RAISE(ABORT, 'the audit is only added to');
END;
CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit
WHEN OLD.id > coalesce((SELECT forgotten_to FROM audit_anchor), 0)
BEGIN
  SELECT RAISE(ABORT, 'the audit is only added to');
END;

-- Who was erased, by ids that mean nothing any more: so that they are erased from backups, too. `id` never falls.
CREATE TABLE erased (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  visitor_id TEXT NOT NULL UNIQUE,
  at INTEGER NOT NULL
) STRICT;

-- That somebody once agreed stays without the person.
CREATE TABLE consent_next (
  id INTEGER PRIMARY KEY,
  visitor_id TEXT REFERENCES visitor (id) ON DELETE SET NULL,
  version TEXT NOT NULL REFERENCES consent_text (version),
  language TEXT NOT NULL CHECK (language IN ('vi', 'en')),
  -- SHA-256 of the wording shown.
  wording_hash BLOB NOT NULL,
  device_id INTEGER REFERENCES device (id),
  agreed_at INTEGER NOT NULL
) STRICT;
INSERT INTO consent_next SELECT id, visitor_id, version, language, wording_hash, device_id, agreed_at FROM consent;
DROP TABLE consent;
ALTER TABLE consent_next RENAME TO consent;
CREATE INDEX consent_by_visitor ON consent (visitor_id);

-- How long things are kept, days. Faces and visitors: since the last visit; the others: since they were written.
ALTER TABLE office ADD COLUMN keep_templates_days INTEGER NOT NULL DEFAULT 365 CHECK (keep_templates_days >= 1);
ALTER TABLE office ADD COLUMN keep_visitors_days INTEGER NOT NULL DEFAULT 730 CHECK (keep_visitors_days >= 1);
-- Notes, remarks and the names of appointments.
ALTER TABLE office ADD COLUMN keep_texts_days INTEGER NOT NULL DEFAULT 730 CHECK (keep_texts_days >= 1);
ALTER TABLE office ADD COLUMN keep_recognitions_days INTEGER NOT NULL DEFAULT 365 CHECK (keep_recognitions_days >= 1);
ALTER TABLE office ADD COLUMN keep_audit_days INTEGER NOT NULL DEFAULT 3653 CHECK (keep_audit_days >= 365);
