-- From when on the live floor says that a line or a wait is long, and very long. A wait is long where it misses the target
-- of the reports.
ALTER TABLE office ADD COLUMN long_line INTEGER NOT NULL DEFAULT 10 CHECK (long_line >= 1);
ALTER TABLE office ADD COLUMN very_long_line INTEGER NOT NULL DEFAULT 20 CHECK (very_long_line >= 2);
ALTER TABLE office ADD COLUMN long_wait_ms INTEGER NOT NULL DEFAULT 1800000 CHECK (long_wait_ms >= 60000);
ALTER TABLE office ADD COLUMN very_long_wait_ms INTEGER NOT NULL DEFAULT 3600000 CHECK (very_long_wait_ms >= 60000);
