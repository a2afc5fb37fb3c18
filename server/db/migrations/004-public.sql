-- What people see and hear: ratings, walls with settings of their own, printers, the address on the paper.

-- Address by which visitors' phones reach this server, such as https://mot-cua.example.vn; NULL: the machine's own in the network.
ALTER TABLE office ADD COLUMN public_url TEXT;

-- One for each finished ticket at most; an unanswered question is kept, too, so that it is not asked again.
CREATE TABLE rating (
  ticket_id TEXT PRIMARY KEY REFERENCES ticket (id),
  counter_id INTEGER REFERENCES counter (id),
  officer_id INTEGER REFERENCES officer (id),
  -- 1 (not satisfied) .. 4 (very satisfied); NULL: the visitor did not answer.
  level INTEGER CHECK (level BETWEEN 1 AND 4),
  -- JSON array of reason codes.
  reasons TEXT NOT NULL CHECK (json_valid(reasons)),
  remark_sealed BLOB,
  screen TEXT NOT NULL CHECK (screen IN ('counter', 'track')),
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX rating_by_time ON rating (at);

CREATE TABLE rating_reason (
  code TEXT PRIMARY KEY,
  name_vi TEXT NOT NULL,
  name_en TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- How one wall display looks and sounds. Row of device 0: the wall on the server's own machine, and whatever has no row.
CREATE TABLE wall_setting (
  device_id INTEGER PRIMARY KEY,
  -- JSON arrays of ids; empty: all.
  field_ids TEXT NOT NULL CHECK (json_valid(field_ids)),
  counter_ids TEXT NOT NULL CHECK (json_valid(counter_ids)),
  notice_vi TEXT,
  notice_en TEXT,
  speaks_vi INTEGER NOT NULL CHECK (speaks_vi IN (0, 1)),
  speaks_en INTEGER NOT NULL CHECK (speaks_en IN (0, 1)),
  -- Percent.
  volume INTEGER NOT NULL CHECK (volume BETWEEN 0 AND 100),
  -- Minutes since local midnight between which the wall makes no sound; equal: never silent.
  quiet_from INTEGER NOT NULL CHECK (quiet_from BETWEEN 0 AND 1439),
  quiet_to INTEGER NOT NULL CHECK (quiet_to BETWEEN 0 AND 1439),
  slides INTEGER NOT NULL CHECK (slides IN (0, 1)),
  slide_seconds INTEGER NOT NULL CHECK (slide_seconds BETWEEN 3 AND 120),
  CHECK ((notice_vi IS NULL) = (notice_en IS NULL))
) STRICT;

-- The printer of one kiosk (0: the one on the server's own machine). No row: the browser prints, if it can.
CREATE TABLE printer (
  device_id INTEGER PRIMARY KEY,
  -- tcp://192.168.1.50:9100 or file:///dev/usb/lp0
  address TEXT NOT NULL
) STRICT;

-- What to have ready (JSON array of Vietnamese texts), and how much a procedure is asked for beside the others of its field.
-- An office made before this has them filled in from the catalogue when the server starts.
ALTER TABLE procedure ADD COLUMN papers TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(papers));
ALTER TABLE procedure ADD COLUMN demand INTEGER NOT NULL DEFAULT 0 CHECK (demand >= 0);
