-- Numbers that were handed out after a backup which was put back since: they are on paper, so they are given to nobody
-- else. `scope` is a ticket's business day or a letter's year; `prefix` what a ticket's number begins with, else ''.
CREATE TABLE given_before (
  kind TEXT NOT NULL CHECK (kind IN ('ticket', 'letter')),
  scope TEXT NOT NULL,
  prefix TEXT NOT NULL,
  last INTEGER NOT NULL CHECK (last >= 1),
  PRIMARY KEY (kind, scope, prefix)
) STRICT, WITHOUT ROWID;

-- How far a manager has come in making the office ready, step by step.
CREATE TABLE assistant_step (
  step TEXT PRIMARY KEY,
  outcome TEXT NOT NULL CHECK (outcome IN ('done', 'skipped', 'failed'))
) STRICT, WITHOUT ROWID;
-- An office that has given numbers was made ready without it.
INSERT INTO assistant_step SELECT 'end', 'done' WHERE EXISTS (SELECT 1 FROM ticket);

-- What a manager wants of a paired screen, or (0) of the kiosk on the server's own machine.
CREATE TABLE device_wish (
  device_id INTEGER PRIMARY KEY,
  locked INTEGER NOT NULL DEFAULT 0 CHECK (locked IN (0, 1)),
  -- How often it was asked to load its page anew; a page does so once for each time that it sees.
  reloads INTEGER NOT NULL DEFAULT 0 CHECK (reloads >= 0),
  -- How often a wall was to sound as it does at a call.
  sounds INTEGER NOT NULL DEFAULT 0 CHECK (sounds >= 0)
) STRICT;
