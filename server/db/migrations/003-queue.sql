-- The whole life of a ticket: legs, notes, results, priority that staff confirm; opening hours, rules, appointments; audit.

ALTER TABLE office ADD COLUMN late_tolerance_ms INTEGER NOT NULL DEFAULT 900000 CHECK (late_tolerance_ms >= 0);
-- Numbers are given until this long before closing.
ALTER TABLE office ADD COLUMN last_ticket_ms INTEGER NOT NULL DEFAULT 0 CHECK (last_ticket_ms >= 0);
-- How many open tickets a recognised visitor may have, and how many in a day; NULL is no limit.
ALTER TABLE office ADD COLUMN open_per_visitor INTEGER CHECK (open_per_visitor >= 1);
ALTER TABLE office ADD COLUMN daily_per_visitor INTEGER CHECK (daily_per_visitor >= 1);
-- Whether parked tickets live on after the day.
ALTER TABLE office ADD COLUMN keep_parked INTEGER NOT NULL DEFAULT 0 CHECK (keep_parked IN (0, 1));
-- While there is a message the kiosks are locked and show it.
ALTER TABLE office ADD COLUMN lock_vi TEXT;
ALTER TABLE office ADD COLUMN lock_en TEXT;

-- Never closed, whatever the two tables below say.
ALTER TABLE office ADD COLUMN always_open INTEGER NOT NULL DEFAULT 1 CHECK (always_open IN (0, 1));

-- Ordinary weeks: when the office is open on a day of the week (1 Monday .. 7 Sunday).
CREATE TABLE opening (
  weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  -- Minutes since local midnight.
  from_minute INTEGER NOT NULL CHECK (from_minute BETWEEN 0 AND 1439),
  to_minute INTEGER NOT NULL CHECK (to_minute > from_minute AND to_minute <= 1440),
  PRIMARY KEY (weekday, from_minute)
) STRICT, WITHOUT ROWID;

-- Days unlike their weekday: holidays (no spans) and days worked in their place.
CREATE TABLE special_day (
  day TEXT PRIMARY KEY,
  name_vi TEXT NOT NULL,
  name_en TEXT NOT NULL,
  -- JSON array of [from, to] in minutes since local midnight.
  spans TEXT NOT NULL CHECK (json_valid(spans))
) STRICT, WITHOUT ROWID;

-- How many numbers of the field are given in a day; NULL is no limit.
ALTER TABLE field ADD COLUMN daily_quota INTEGER CHECK (daily_quota >= 0);

-- Out-of-turn calls need this permission; managers have it.
ALTER TABLE officer ADD COLUMN may_pick INTEGER NOT NULL DEFAULT 0 CHECK (may_pick IN (0, 1));

-- Which of a counter's fields an officer serves, and which first (1 before 2). No row: all of them, alike.
CREATE TABLE officer_field (
  officer_id INTEGER NOT NULL REFERENCES officer (id) ON DELETE CASCADE,
  field_id INTEGER NOT NULL REFERENCES field (id) ON DELETE CASCADE,
  rank INTEGER NOT NULL CHECK (rank BETWEEN 1 AND 9),
  PRIMARY KEY (officer_id, field_id)
) STRICT, WITHOUT ROWID;

-- A break at the desk; NULL is at work.
ALTER TABLE desk ADD COLUMN break_since INTEGER;
ALTER TABLE desk ADD COLUMN break_until INTEGER;

CREATE TABLE priority_class (
  code TEXT PRIMARY KEY,
  name_vi TEXT NOT NULL,
  name_en TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE procedure (
  key TEXT PRIMARY KEY,
  field_id INTEGER NOT NULL REFERENCES field (id) ON DELETE CASCADE,
  name_vi TEXT NOT NULL,
  name_en TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX procedure_by_field ON procedure (field_id, position);

ALTER TABLE ticket ADD COLUMN priority_confirmed INTEGER NOT NULL DEFAULT 0 CHECK (priority_confirmed IN (0, 1));
-- Fields still to come after the present one: JSON array of field ids.
ALTER TABLE ticket ADD COLUMN legs TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(legs));
-- For the last place given on a day, behind which every new ticket goes.
CREATE INDEX ticket_by_place ON ticket (business_day, order_at);

CREATE TABLE note (
  id INTEGER PRIMARY KEY,
  ticket_id TEXT NOT NULL REFERENCES ticket (id),
  officer_id INTEGER NOT NULL REFERENCES officer (id),
  at INTEGER NOT NULL,
  text_sealed BLOB NOT NULL
) STRICT;
CREATE INDEX note_by_ticket ON note (ticket_id);

-- What an officer recorded at the end of each leg.
CREATE TABLE service (
  id INTEGER PRIMARY KEY,
  ticket_id TEXT NOT NULL REFERENCES ticket (id),
  field_id INTEGER NOT NULL REFERENCES field (id),
  counter_id INTEGER NOT NULL REFERENCES counter (id),
  officer_id INTEGER NOT NULL REFERENCES officer (id),
  finished_at INTEGER NOT NULL,
  -- Fields that were still to come: JSON array of field ids.
  legs TEXT NOT NULL CHECK (json_valid(legs)),
  result TEXT NOT NULL CHECK (result IN ('completed', 'received', 'supplement', 'refused', 'returned')),
  -- JSON arrays: [{"key": procedure, "count": n}], [dossier code].
  procedures TEXT NOT NULL CHECK (json_valid(procedures)),
  dossier_codes TEXT NOT NULL CHECK (json_valid(dossier_codes))
) STRICT;
CREATE INDEX service_by_ticket ON service (ticket_id);
CREATE INDEX service_by_time ON service (finished_at);

CREATE TABLE appointment (
  id INTEGER PRIMARY KEY,
  -- Digits that the visitor types at the kiosk; unique among those of a day.
  code TEXT NOT NULL,
  business_day TEXT NOT NULL,
  at INTEGER NOT NULL,
  field_id INTEGER NOT NULL REFERENCES field (id),
  name_sealed BLOB,
  visitor_id TEXT REFERENCES visitor (id) ON DELETE SET NULL,
  -- The ticket it became.
  ticket_id TEXT UNIQUE REFERENCES ticket (id),
  cancelled_at INTEGER,
  -- Who entered it, or imported the list it was in.
  actor TEXT NOT NULL,
  UNIQUE (business_day, code)
) STRICT;
CREATE INDEX appointment_by_time ON appointment (at);
CREATE INDEX appointment_by_visitor ON appointment (visitor_id, business_day) WHERE visitor_id IS NOT NULL;

-- Who did what; only facts that the contract names as fit to be kept.
CREATE TABLE audit (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  request TEXT NOT NULL,
  detail TEXT NOT NULL CHECK (json_valid(detail))
) STRICT;
CREATE INDEX audit_by_time ON audit (at);

-- A call keeps in `detail` how it came about ("priority", "normal" or "picked"); earlier ones were all made in turn.
UPDATE period SET detail = (
  SELECT CASE WHEN priority IS NULL THEN '"normal"' ELSE '"priority"' END FROM ticket WHERE id = ticket_id
) WHERE state = 'called';
