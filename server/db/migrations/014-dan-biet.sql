-- Whether everybody may read how busy the office is, what it asks for, and what visitors think of it: the page "Dân biết".
ALTER TABLE office ADD COLUMN dan_biet INTEGER NOT NULL DEFAULT 1 CHECK (dan_biet IN (0, 1));
