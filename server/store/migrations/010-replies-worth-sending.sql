-- How the team answers: its reply guide. See utils/model/guide.ts.
CREATE TABLE guide (
  team_id TEXT NOT NULL REFERENCES team (team_id),
  id TEXT NOT NULL,
  body TEXT NOT NULL,
  seq BIGINT NOT NULL DEFAULT 0,
  deleted_at BIGINT,
  PRIMARY KEY (team_id, id)
);
-- How a customer took it, what a person said the post is, and a draft put before the team. See utils/model/thread.ts.
ALTER TABLE thread ADD COLUMN happiness TEXT;
ALTER TABLE thread ADD COLUMN label TEXT;
ALTER TABLE thread ADD COLUMN look TEXT;
