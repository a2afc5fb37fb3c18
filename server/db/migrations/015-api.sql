-- Other systems: keys by which they come in, webhooks by which they are told, and lists laid into a folder.

CREATE TABLE api_key (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  -- How the key begins, by which it is found and known.
  prefix TEXT NOT NULL UNIQUE,
  -- SHA-256 of the whole key, which is random: nothing slower is needed.
  key_hash BLOB NOT NULL,
  -- JSON: what it may do.
  scopes TEXT NOT NULL CHECK (json_valid(scopes)),
  made_at INTEGER NOT NULL,
  made_by INTEGER NOT NULL REFERENCES officer (id),
  expires_at INTEGER,
  -- To the minute, so that looking costs no write each time.
  used_at INTEGER,
  revoked_at INTEGER
) STRICT;

CREATE TABLE webhook (
  id INTEGER PRIMARY KEY,
  url TEXT NOT NULL,
  -- JSON: which types of events it wants.
  events TEXT NOT NULL CHECK (json_valid(events)),
  is_on INTEGER NOT NULL CHECK (is_on IN (0, 1)),
  secret_sealed BLOB NOT NULL,
  -- Signs beside the newer one until then.
  previous_sealed BLOB,
  previous_until INTEGER
) STRICT;

-- What happened, as it is told. Only written down while somebody wants to know it.
CREATE TABLE webhook_event (
  id TEXT PRIMARY KEY,
  type TEXT NOT NULL,
  at INTEGER NOT NULL,
  -- JSON, without anything personal.
  data TEXT NOT NULL CHECK (json_valid(data))
) STRICT, WITHOUT ROWID;

-- The outbox: written in the transaction of what happened, and emptied by a sender.
CREATE TABLE delivery (
  id INTEGER PRIMARY KEY,
  event_id TEXT NOT NULL REFERENCES webhook_event (id) ON DELETE CASCADE,
  webhook_id INTEGER NOT NULL REFERENCES webhook (id) ON DELETE CASCADE,
  state TEXT NOT NULL CHECK (state IN ('due', 'sent', 'dead')),
  tries INTEGER NOT NULL CHECK (tries >= 0),
  -- When it is to be tried, 0 at once; of one that has ended, when that was.
  try_at INTEGER NOT NULL,
  -- Why the last try failed.
  why TEXT
) STRICT;
CREATE INDEX delivery_by_time ON delivery (webhook_id, try_at) WHERE state = 'due';
CREATE INDEX delivery_by_event ON delivery (event_id);
CREATE INDEX delivery_by_state ON delivery (state, try_at);

CREATE TABLE integration (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  -- Whether lists laid into the folder are taken.
  drop_on INTEGER NOT NULL CHECK (drop_on IN (0, 1)),
  -- The last business day that others were told the end of.
  closed_day TEXT
) STRICT;
INSERT INTO integration VALUES (1, 0, NULL);

-- Lists that were taken from the folder.
CREATE TABLE drop_file (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  -- SHA-256 of what was in it, by which a list is known that comes again.
  digest BLOB NOT NULL,
  at INTEGER NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('imported', 'repeated', 'failed')),
  added INTEGER NOT NULL CHECK (added >= 0),
  -- What is wrong with it.
  what TEXT
) STRICT;
CREATE INDEX drop_file_by_digest ON drop_file (digest);
