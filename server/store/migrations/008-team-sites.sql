-- What a team has mended or taught of a site: selectors as data. See utils/model/team-site.ts.
CREATE TABLE site (
  team_id TEXT NOT NULL REFERENCES team (team_id),
  id TEXT NOT NULL,
  body TEXT NOT NULL,
  seq BIGINT NOT NULL DEFAULT 0,
  deleted_at BIGINT,
  PRIMARY KEY (team_id, id)
);
