-- What reports count: one row for each visit that is over, so that a year of them is read in one sweep. The rows are kept
-- by the triggers below alone; whatever they say can be worked out again from tickets, periods and ratings (visit_facts).

-- The + keeps SQLite from looking through all periods of a state instead of the few of the ticket.
CREATE VIEW visit_facts AS
SELECT
  ticket.id AS ticket_id, business_day, issued_at, issued_field_id AS field_id, channel, priority, now.state,
  CASE
    WHEN now.state = 'done' THEN 'served'
    WHEN now.state NOT IN ('cancelled', 'expired') THEN 'open'
    WHEN misses > 0 THEN 'noShow'
    WHEN now.detail = '"visitor"' THEN 'withdrawn'
    WHEN now.state = 'cancelled' THEN 'cancelled'
    ELSE 'unfinished'
  END AS ending,
  -- Until the first call; whoever has an appointment waits from its time on.
  max(0, (
    SELECT min(from_at) FROM period WHERE ticket_id = ticket.id AND +period.state = 'called'
  ) - max(issued_at, coalesce(appointment_at, 0))) AS wait_ms,
  -- From calls that were answered to the desk.
  (
    SELECT sum(call.to_at - call.from_at) FROM period AS call
    WHERE call.ticket_id = ticket.id AND +call.state = 'called' AND 'serving' = (
      SELECT next.state FROM period AS next WHERE next.ticket_id = ticket.id AND next.id > call.id ORDER BY next.id LIMIT 1
    )
  ) AS walk_ms,
  (
    SELECT sum(to_at - from_at) FROM period WHERE ticket_id = ticket.id AND +period.state = 'serving'
  ) AS service_ms,
  (
    SELECT sum(to_at - from_at) FROM period WHERE ticket_id = ticket.id AND +period.state = 'parked'
  ) AS parked_ms,
  -- Where the visit was served last.
  served.counter_id, served.officer_id,
  -- What the visitor thought of it, 1 to 4; 0 is an answer that did not come, NULL that nobody asked.
  CASE WHEN rating.ticket_id IS NOT NULL THEN coalesce(rating.level, 0) END AS level
FROM ticket
JOIN period AS now ON now.ticket_id = ticket.id AND now.to_at IS NULL
LEFT JOIN period AS served ON served.id = (
  SELECT max(id) FROM period WHERE ticket_id = ticket.id AND +period.state = 'serving'
)
LEFT JOIN rating ON rating.ticket_id = ticket.id;

CREATE TABLE visit (
  ticket_id TEXT NOT NULL,
  business_day TEXT NOT NULL,
  issued_at INTEGER NOT NULL,
  field_id INTEGER NOT NULL,
  channel TEXT NOT NULL,
  priority TEXT,
  ending TEXT NOT NULL CHECK (ending IN ('served', 'noShow', 'withdrawn', 'cancelled', 'unfinished')),
  wait_ms INTEGER CHECK (wait_ms >= 0),
  walk_ms INTEGER,
  service_ms INTEGER,
  parked_ms INTEGER,
  counter_id INTEGER,
  officer_id INTEGER,
  level INTEGER,
  -- By day, since reports are of days.
  PRIMARY KEY (business_day, ticket_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER visit_ends AFTER INSERT ON period WHEN NEW.state IN ('done', 'cancelled', 'expired')
BEGIN
  INSERT INTO visit
  SELECT ticket_id, business_day, issued_at, field_id, channel, priority, ending, wait_ms, walk_ms, service_ms,
         parked_ms, counter_id, officer_id, level
  FROM visit_facts WHERE ticket_id = NEW.ticket_id;
END;

-- A finish taken back, or a ticket taken up again.
CREATE TRIGGER visit_goes_on AFTER UPDATE OF to_at ON period
WHEN OLD.to_at IS NULL AND NEW.to_at IS NOT NULL AND OLD.state IN ('done', 'cancelled', 'expired')
BEGIN
  DELETE FROM visit
  WHERE ticket_id = OLD.ticket_id
    AND business_day = (SELECT business_day FROM ticket WHERE id = OLD.ticket_id);
END;

CREATE TRIGGER visit_is_forgotten AFTER DELETE ON ticket
BEGIN
  DELETE FROM visit WHERE ticket_id = OLD.id AND business_day = OLD.business_day;
END;

CREATE TRIGGER visit_is_rated AFTER INSERT ON rating
BEGIN
  UPDATE visit SET level = coalesce(NEW.level, 0)
  WHERE ticket_id = NEW.ticket_id
    AND business_day = (SELECT business_day FROM ticket WHERE id = NEW.ticket_id);
END;

CREATE TRIGGER visit_is_not_rated AFTER DELETE ON rating
BEGIN
  UPDATE visit SET level = NULL
  WHERE ticket_id = OLD.ticket_id
    AND business_day = (SELECT business_day FROM ticket WHERE id = OLD.ticket_id);
END;

INSERT INTO visit
SELECT ticket_id, business_day, issued_at, field_id, channel, priority, ending, wait_ms, walk_ms, service_ms,
       parked_ms, counter_id, officer_id, level
FROM visit_facts WHERE ending <> 'open';
