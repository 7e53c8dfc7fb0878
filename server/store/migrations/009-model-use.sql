-- Tokens that a team has used of the model on one day; days are counted in UTC since 1970. Nothing of what was asked.
CREATE TABLE model_use (
  team_id TEXT NOT NULL REFERENCES team (team_id),
  day BIGINT NOT NULL,
  tokens BIGINT NOT NULL,
  PRIMARY KEY (team_id, day)
);
