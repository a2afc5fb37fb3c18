-- Times are ms since 1970 (INTEGER). Ids of tickets and visitors are UUIDs (TEXT). Personal data is sealed (BLOB).

CREATE TABLE office (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  name_vi TEXT NOT NULL,
  name_en TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  max_calls INTEGER NOT NULL CHECK (max_calls >= 1),
  cool_down_ms INTEGER NOT NULL CHECK (cool_down_ms >= 0),
  one_of_every INTEGER NOT NULL CHECK (one_of_every >= 1),
  -- A digest made with the office's key, by which another office's key is noticed before it is used.
  key_digest BLOB NOT NULL
) STRICT;

CREATE TABLE field (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  prefix TEXT NOT NULL UNIQUE,
  name_vi TEXT NOT NULL,
  name_en TEXT NOT NULL,
  description_vi TEXT NOT NULL,
  description_en TEXT NOT NULL,
  icon TEXT NOT NULL,
  colour TEXT NOT NULL,
  -- The catalogue's figure, used until enough services were measured.
  service_ms INTEGER NOT NULL CHECK (service_ms > 0),
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE counter (
  id INTEGER PRIMARY KEY,
  number INTEGER NOT NULL UNIQUE CHECK (number > 0),
  name_vi TEXT NOT NULL,
  name_en TEXT NOT NULL
) STRICT;

CREATE TABLE counter_field (
  counter_id INTEGER NOT NULL REFERENCES counter (id) ON DELETE CASCADE,
  field_id INTEGER NOT NULL REFERENCES field (id) ON DELETE CASCADE,
  PRIMARY KEY (counter_id, field_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE officer (
  id INTEGER PRIMARY KEY,
  login TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('officer', 'manager', 'admin')),
  -- argon2id in PHC form; NULL cannot log in.
  password_hash TEXT
) STRICT;

CREATE TABLE session (
  token_hash BLOB PRIMARY KEY,
  officer_id INTEGER NOT NULL REFERENCES officer (id) ON DELETE CASCADE,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Who sits where now. Outlives the session, so that logging in again finds the counter and its visitor.
CREATE TABLE desk (
  counter_id INTEGER PRIMARY KEY REFERENCES counter (id),
  officer_id INTEGER NOT NULL UNIQUE REFERENCES officer (id),
  taken_at INTEGER NOT NULL
) STRICT;

CREATE TABLE device (
  id INTEGER PRIMARY KEY,
  screen TEXT NOT NULL CHECK (screen IN ('kiosk', 'wall', 'counter')),
  name TEXT NOT NULL,
  counter_id INTEGER REFERENCES counter (id) ON DELETE CASCADE,
  token_hash BLOB NOT NULL UNIQUE,
  paired_at INTEGER NOT NULL,
  -- Removed devices keep their row: tickets say which kiosk issued them.
  removed_at INTEGER,
  CHECK ((screen = 'counter') = (counter_id IS NOT NULL))
) STRICT;

CREATE TABLE invitation (
  code_hash BLOB PRIMARY KEY,
  screen TEXT NOT NULL,
  name TEXT NOT NULL,
  counter_id INTEGER REFERENCES counter (id) ON DELETE CASCADE,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE visitor (
  id TEXT PRIMARY KEY,
  name_sealed BLOB,
  registered_at INTEGER NOT NULL
) STRICT;

CREATE TABLE consent_text (
  version TEXT PRIMARY KEY,
  title_vi TEXT NOT NULL,
  title_en TEXT NOT NULL,
  -- JSON arrays of paragraphs.
  body_vi TEXT NOT NULL CHECK (json_valid(body_vi)),
  body_en TEXT NOT NULL CHECK (json_valid(body_en)),
  current INTEGER NOT NULL CHECK (current IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX one_current_consent_text ON consent_text (current) WHERE current = 1;

CREATE TABLE consent (
  id INTEGER PRIMARY KEY,
  visitor_id TEXT NOT NULL REFERENCES visitor (id) ON DELETE CASCADE,
  version TEXT NOT NULL REFERENCES consent_text (version),
  language TEXT NOT NULL CHECK (language IN ('vi', 'en')),
  -- SHA-256 of the wording shown.
  wording_hash BLOB NOT NULL,
  device_id INTEGER REFERENCES device (id),
  agreed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX consent_by_visitor ON consent (visitor_id);

CREATE TABLE template (
  id INTEGER PRIMARY KEY,
  visitor_id TEXT NOT NULL REFERENCES visitor (id) ON DELETE CASCADE,
  model_id TEXT NOT NULL,
  dimension INTEGER NOT NULL CHECK (dimension > 0),
  sealed BLOB NOT NULL,
  made_at INTEGER NOT NULL
) STRICT;
CREATE INDEX template_by_visitor ON template (visitor_id);
CREATE INDEX template_by_model ON template (model_id);

-- What a kiosk's recognition led to; no scores.
CREATE TABLE recognition (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  device_id INTEGER REFERENCES device (id),
  outcome TEXT NOT NULL CHECK (outcome IN ('recognised', 'unsure', 'unknown', 'denied', 'enrolled'))
) STRICT;
CREATE INDEX recognition_by_time ON recognition (at);

CREATE TABLE ticket (
  id TEXT PRIMARY KEY,
  number TEXT NOT NULL,
  business_day TEXT NOT NULL,
  issued_field_id INTEGER NOT NULL REFERENCES field (id),
  sequence INTEGER NOT NULL CHECK (sequence >= 1),
  issued_at INTEGER NOT NULL,
  visitor_id TEXT REFERENCES visitor (id) ON DELETE SET NULL,
  priority TEXT,
  appointment_at INTEGER,
  channel TEXT NOT NULL,
  device_id INTEGER REFERENCES device (id),
  field_id INTEGER NOT NULL REFERENCES field (id),
  order_at INTEGER NOT NULL,
  target_counter_id INTEGER REFERENCES counter (id),
  target_officer_id INTEGER REFERENCES officer (id),
  misses INTEGER NOT NULL CHECK (misses >= 0),
  UNIQUE (business_day, issued_field_id, sequence),
  UNIQUE (business_day, number),
  CHECK (target_counter_id IS NULL OR target_officer_id IS NULL)
) STRICT;
CREATE INDEX ticket_by_visitor ON ticket (visitor_id, issued_at) WHERE visitor_id IS NOT NULL;

-- Every stay of a ticket in a state. The open one is the present state; all times and the audit are queries on it.
CREATE TABLE period (
  id INTEGER PRIMARY KEY,
  ticket_id TEXT NOT NULL REFERENCES ticket (id),
  state TEXT NOT NULL CHECK (
    state IN ('waiting', 'called', 'serving', 'parked', 'missed', 'done', 'cancelled', 'expired')
  ),
  field_id INTEGER NOT NULL REFERENCES field (id),
  counter_id INTEGER REFERENCES counter (id),
  officer_id INTEGER REFERENCES officer (id),
  from_at INTEGER NOT NULL,
  to_at INTEGER CHECK (to_at >= from_at),
  not_before INTEGER,
  -- The state's own data where it has more than columns: outcome of done, by whom cancelled.
  detail TEXT CHECK (json_valid(detail)),
  -- 'officer:3', 'device:2', 'local' (a screen on the server's own machine) or 'system'.
  actor TEXT NOT NULL,
  CHECK ((state IN ('called', 'serving', 'parked', 'done')) = (counter_id IS NOT NULL)),
  CHECK ((counter_id IS NULL) = (officer_id IS NULL)),
  CHECK (not_before IS NULL OR state = 'waiting')
) STRICT;
CREATE UNIQUE INDEX one_open_period ON period (ticket_id) WHERE to_at IS NULL;
CREATE UNIQUE INDEX one_ticket_at_counter ON period (counter_id)
  WHERE to_at IS NULL AND state IN ('called', 'serving');
CREATE INDEX period_by_ticket ON period (ticket_id);
CREATE INDEX open_period_by_state ON period (state, field_id) WHERE to_at IS NULL;
CREATE INDEX period_by_state_and_time ON period (state, from_at);
CREATE INDEX calls_by_counter ON period (counter_id, id) WHERE state = 'called';

-- Each time a number is announced: the call itself and every recall. Ids grow and are never used again.
CREATE TABLE announcement (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  period_id INTEGER NOT NULL REFERENCES period (id),
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX announcement_by_period ON announcement (period_id);

-- Answers already given, so that a repeated request changes nothing twice, also after a restart.
CREATE TABLE request (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  caller TEXT NOT NULL,
  -- Keyed digest of the input.
  digest BLOB NOT NULL,
  answer_sealed BLOB NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX request_by_time ON request (at);
