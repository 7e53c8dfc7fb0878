-- The number of the team's newest change before a fact was applied: a browser that is answered again knows by it
-- whether it has pulled past the fact. 0 with facts of earlier versions.
ALTER TABLE applied ADD COLUMN after_seq BIGINT NOT NULL DEFAULT 0;
