-- Whether everybody may read how busy the office is, what it asks for, and what visitors think of it: the page "Dân biết".
ALTER TABLE office ADD COLUMN dan_biet INTEGER NOT NULL DEFAULT 1 CHECK (dan_biet IN (0, 1));

-- When a dossier was concluded: its result was ready, or it was refused. NULL: it is open, or it came by import and was
-- concluded already, nobody knows when. Kept by the triggers below alone; steps say it all (dossier_conclusion).
ALTER TABLE dossier ADD COLUMN concluded_at INTEGER;

-- The first step after which nothing was open any more.
CREATE VIEW dossier_conclusion AS
SELECT dossier.id AS dossier_id, (
  SELECT CASE
    WHEN step.service_id IS NOT NULL OR step.id > (SELECT min(id) FROM dossier_step WHERE dossier_id = dossier.id)
    THEN step.at
  END
  FROM dossier_step AS step
  WHERE step.dossier_id = dossier.id AND step.id > coalesce((
    SELECT max(id) FROM dossier_step WHERE dossier_id = dossier.id AND state IN ('received', 'supplement')
  ), 0)
  ORDER BY step.id LIMIT 1
) AS at
FROM dossier;

CREATE TRIGGER dossier_goes_on AFTER INSERT ON dossier_step
BEGIN
  UPDATE dossier SET concluded_at = (SELECT at FROM dossier_conclusion WHERE dossier_id = NEW.dossier_id)
  WHERE id = NEW.dossier_id;
END;

CREATE TRIGGER dossier_step_is_taken_back AFTER DELETE ON dossier_step
BEGIN
  UPDATE dossier SET concluded_at = (SELECT at FROM dossier_conclusion WHERE dossier_id = OLD.dossier_id)
  WHERE id = OLD.dossier_id;
END;

UPDATE dossier SET concluded_at = (SELECT at FROM dossier_conclusion WHERE dossier_id = dossier.id);
CREATE INDEX dossier_by_conclusion ON dossier (concluded_at) WHERE concluded_at IS NOT NULL;
