-- Stories that belong together. See utils/model/story.ts.
CREATE TABLE collection (
  team_id TEXT NOT NULL REFERENCES team (team_id),
  id TEXT NOT NULL,
  body TEXT NOT NULL,
  seq BIGINT NOT NULL DEFAULT 0,
  deleted_at BIGINT,
  PRIMARY KEY (team_id, id)
);
-- The picture of a story's post, Base64, so that both engines and every copy of them hold it alike.
CREATE TABLE picture (
  team_id TEXT NOT NULL REFERENCES team (team_id),
  story_id TEXT NOT NULL,
  hash TEXT NOT NULL,
  type TEXT NOT NULL,
  data TEXT NOT NULL,
  PRIMARY KEY (team_id, story_id)
);
-- Links by which people outside the team read a collection. The token itself is never kept.
CREATE TABLE share (
  team_id TEXT NOT NULL REFERENCES team (team_id),
  id TEXT NOT NULL,
  token_hash TEXT NOT NULL,
  collection_id TEXT NOT NULL,
  only_granted INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  revoked_at BIGINT,
  PRIMARY KEY (team_id, id)
);
CREATE INDEX share_by_token ON share (token_hash);
-- What the customer wrote after the team had answered. See utils/model/follow-up.ts.
ALTER TABLE thread ADD COLUMN follow_ups TEXT;
