-- Dossiers: what the office received, until when it is due, and what became of it; letters about them.

-- How long a procedure may take. NULL: nobody knows. An office made before this has them filled in when the server starts.
ALTER TABLE procedure ADD COLUMN limit_kind TEXT
  CHECK (limit_kind IN ('immediate', 'sameDay', 'workingDays', 'workingHours', 'days'));
-- So many days or hours; of sameDay the minute since local midnight from which on it is the next working day.
ALTER TABLE procedure ADD COLUMN limit_value INTEGER CHECK (limit_value >= 0);

CREATE TABLE dossier (
  id TEXT PRIMARY KEY,
  -- As on its paper, in capitals.
  code TEXT NOT NULL UNIQUE,
  procedure_key TEXT NOT NULL REFERENCES procedure (key),
  visitor_id TEXT REFERENCES visitor (id) ON DELETE SET NULL,
  -- Where it was received; NULL: it was imported.
  ticket_id TEXT REFERENCES ticket (id) ON DELETE SET NULL,
  received_at INTEGER NOT NULL,
  -- As the last step left them. NULL: no limit is known.
  due_at INTEGER,
  state TEXT NOT NULL CHECK (state IN ('received', 'supplement', 'refused', 'ready', 'returned'))
) STRICT;
CREATE INDEX dossier_by_visitor ON dossier (visitor_id, received_at) WHERE visitor_id IS NOT NULL;
CREATE INDEX dossier_by_due ON dossier (state, due_at);
CREATE INDEX dossier_by_time ON dossier (received_at);

-- Every change of a dossier, dated and by whom.
CREATE TABLE dossier_step (
  id INTEGER PRIMARY KEY,
  dossier_id TEXT NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (
    kind IN ('received', 'supplement', 'refused', 'ready', 'returned', 'extended', 'reopened')
  ),
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  -- The service in which it was made, and with which it is taken back.
  service_id INTEGER REFERENCES service (id) ON DELETE SET NULL,
  state TEXT NOT NULL,
  due_at INTEGER,
  -- What is missing, why it is refused or later; it may name people.
  text_sealed BLOB
) STRICT;
CREATE INDEX dossier_step_by_dossier ON dossier_step (dossier_id, id);
CREATE INDEX dossier_step_by_service ON dossier_step (service_id) WHERE service_id IS NOT NULL;

-- The last number that the office's pattern gave in a year.
CREATE TABLE dossier_number (
  year INTEGER PRIMARY KEY,
  last INTEGER NOT NULL CHECK (last >= 1)
) STRICT;

-- How codes are made, and what stands at the head and the foot of letters.
CREATE TABLE dossier_setting (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  code_pattern TEXT NOT NULL,
  superior TEXT NOT NULL,
  agency TEXT NOT NULL,
  place TEXT NOT NULL,
  symbol TEXT NOT NULL,
  signer_title TEXT NOT NULL,
  signer_name TEXT NOT NULL
) STRICT;
INSERT INTO dossier_setting VALUES (1, 'H-{year}-{number}', '', '', '', 'TTPVHCC', 'GIÁM ĐỐC', '');

-- Letters as the office words them; what it never changed is worded by the product.
CREATE TABLE letter_template (
  kind TEXT PRIMARY KEY CHECK (kind IN ('apology', 'birth', 'marriage', 'condolence', 'thanks')),
  title TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Every letter that was written, with its number in the year.
CREATE TABLE letter (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL,
  number INTEGER NOT NULL CHECK (number >= 1),
  kind TEXT NOT NULL,
  dossier_id TEXT NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  UNIQUE (year, number)
) STRICT;
