-- Telling a visitor's phone that the turn is near, through the push service of the phone's own browser.

-- Whether phones are offered it.
ALTER TABLE office ADD COLUMN push INTEGER NOT NULL DEFAULT 0 CHECK (push IN (0, 1));

-- By which push services know this office: an EC key on P-256, base64url. Phones that have agreed know its public half.
CREATE TABLE push_key (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  public_key TEXT NOT NULL,
  private_sealed BLOB NOT NULL
) STRICT;

-- Gone as soon as the ticket ends.
CREATE TABLE push_subscription (
  ticket_id TEXT PRIMARY KEY REFERENCES ticket (id) ON DELETE CASCADE,
  -- JSON: where the phone is reached, and what its browser opens messages with.
  subscription_sealed BLOB NOT NULL,
  -- How often it was tried to tell the phone.
  tries INTEGER NOT NULL CHECK (tries >= 0),
  -- Not to be tried before; NULL: told, or given up.
  try_at INTEGER
) STRICT, WITHOUT ROWID;
