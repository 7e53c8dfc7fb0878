-- Hand-over and take-over: whom a claim came from, and what they wrote.
ALTER TABLE thread ADD COLUMN claim_from TEXT;
ALTER TABLE thread ADD COLUMN claim_note TEXT;
-- When two teammates turned out to have answered.
ALTER TABLE thread ADD COLUMN doubled_at BIGINT;
-- For retention: the oldest threads of a team.
CREATE INDEX thread_age ON thread (team_id, seen_at);

ALTER TABLE team ADD COLUMN retention_days BIGINT NOT NULL DEFAULT 90;
-- Key of the HMAC under which erased posts and authors are remembered; random, made when first needed.
ALTER TABLE team ADD COLUMN suppression_key TEXT;

-- Why a record is gone: erase, retention, or null when a person removed it.
ALTER TABLE change ADD COLUMN reason TEXT;
-- For compaction: changes by age.
CREATE INDEX change_age ON change (team_id, at);

-- A rotated token works until old_token_until, so that an answer lost on the way locks nobody out.
ALTER TABLE device ADD COLUMN old_token_hash TEXT;
ALTER TABLE device ADD COLUMN old_token_until BIGINT;
ALTER TABLE device ADD COLUMN token_at BIGINT;
CREATE INDEX device_old_token ON device (team_id, old_token_hash);
CREATE INDEX device_member ON device (team_id, member_id);

-- An invite for one more device of a member who is in the team already.
ALTER TABLE invite ADD COLUMN member_id TEXT;

-- Erased posts and authors, as HMAC only: what somebody had erased is not taken in again.
CREATE TABLE suppressed (
  team_id TEXT NOT NULL REFERENCES team (team_id),
  hash TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (team_id, hash)
);
