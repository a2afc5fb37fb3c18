-- What an office says in its own words: its catalogue, whom it calls first, texts on its screens, the consent's wording.

-- The number by which the national catalogue knows it; ''.
ALTER TABLE procedure ADD COLUMN official_code TEXT NOT NULL DEFAULT '';
-- As people are told it; '' nobody knows. NULL until the server has filled it in from its catalogue, once.
ALTER TABLE procedure ADD COLUMN fee TEXT;
-- Whether visitors are told of it.
ALTER TABLE procedure ADD COLUMN shown INTEGER NOT NULL DEFAULT 1 CHECK (shown IN (0, 1));
-- Out of use: past services and dossiers still name it.
ALTER TABLE procedure ADD COLUMN removed_at INTEGER;
-- Grows with every change, so that two managers notice each other.
ALTER TABLE procedure ADD COLUMN revision INTEGER NOT NULL DEFAULT 1 CHECK (revision >= 1);

-- Whether kiosks offer it to be declared; staff may always give it.
ALTER TABLE priority_class ADD COLUMN asked INTEGER NOT NULL DEFAULT 1 CHECK (asked IN (0, 1));
ALTER TABLE priority_class ADD COLUMN removed_at INTEGER;

-- Texts that the office has worded itself; what has no row is worded by the product. '' in English: there is none yet.
CREATE TABLE office_text (
  key TEXT PRIMARY KEY,
  vi TEXT NOT NULL CHECK (vi <> ''),
  en TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- When a manager put it into words; NULL: it came with the product.
ALTER TABLE consent_text ADD COLUMN made_at INTEGER;
