-- Numbers that kiosks give by themselves while the server is away.

-- Whose a hundred of a day's numbers is (shared/domain/reserve.ts). A row never changes: on its day a lane has one keeper.
CREATE TABLE reserve (
  business_day TEXT NOT NULL,
  lane INTEGER NOT NULL CHECK (lane >= 1),
  -- The id of the kiosk's memory.
  keeper TEXT NOT NULL,
  PRIMARY KEY (business_day, lane),
  UNIQUE (business_day, keeper)
) STRICT, WITHOUT ROWID;

-- Numbers that were handed in and could not be taken into the line, so that a manager can see who is missing.
CREATE TABLE reserve_kept (
  ticket_id TEXT PRIMARY KEY,
  number TEXT NOT NULL,
  business_day TEXT NOT NULL,
  field_id INTEGER NOT NULL,
  issued_at INTEGER NOT NULL,
  handed_in_at INTEGER NOT NULL,
  -- NULL: the kiosk on the server's own machine.
  device_id INTEGER REFERENCES device (id),
  why TEXT NOT NULL CHECK (why IN ('dayOver', 'otherKiosk', 'notGiven', 'fieldGone', 'numberTaken'))
) STRICT, WITHOUT ROWID;
CREATE INDEX reserve_kept_by_time ON reserve_kept (handed_in_at);
