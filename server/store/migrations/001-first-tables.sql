-- Every primary key starts with team_id: it is the tenant fence, and the shard key of a distributed PostgreSQL.
-- Text that people wrote stands in JSON columns (body, post, match), where any character is safe on any engine.
-- Times are ms since 1970 by db_now(); flags are 0 and 1.

-- The sequencer: seq is bumped last in each write transaction, so the order of numbers is the order of commits.
CREATE TABLE team (
  team_id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  epoch TEXT NOT NULL,
  seq BIGINT NOT NULL DEFAULT 0,
  floor BIGINT NOT NULL DEFAULT 0,
  created_at BIGINT NOT NULL
);

-- Synced records: id, body, seq of the last change, tombstone. See store/records.ts.
CREATE TABLE member (
  team_id TEXT NOT NULL REFERENCES team (team_id),
  id TEXT NOT NULL,
  role TEXT NOT NULL,
  body TEXT NOT NULL,
  seq BIGINT NOT NULL DEFAULT 0,
  deleted_at BIGINT,
  PRIMARY KEY (team_id, id)
);

CREATE TABLE brand (
  team_id TEXT NOT NULL REFERENCES team (team_id),
  id TEXT NOT NULL,
  body TEXT NOT NULL,
  seq BIGINT NOT NULL DEFAULT 0,
  deleted_at BIGINT,
  PRIMARY KEY (team_id, id)
);

CREATE TABLE library (
  team_id TEXT NOT NULL REFERENCES team (team_id),
  id TEXT NOT NULL,
  body TEXT NOT NULL,
  seq BIGINT NOT NULL DEFAULT 0,
  deleted_at BIGINT,
  PRIMARY KEY (team_id, id)
);

CREATE TABLE story (
  team_id TEXT NOT NULL REFERENCES team (team_id),
  id TEXT NOT NULL,
  body TEXT NOT NULL,
  seq BIGINT NOT NULL DEFAULT 0,
  deleted_at BIGINT,
  PRIMARY KEY (team_id, id)
);

-- holder is kept after the lease ran out (lapsed = 1), so that its holder may renew while nobody else took it.
CREATE TABLE thread (
  team_id TEXT NOT NULL REFERENCES team (team_id),
  id TEXT NOT NULL,
  site TEXT NOT NULL,
  post TEXT NOT NULL,
  match TEXT NOT NULL,
  seen_by TEXT NOT NULL,
  seen_at BIGINT NOT NULL,
  outcome TEXT NOT NULL DEFAULT 'open',
  outcome_reason TEXT,
  holder TEXT,
  holder_device TEXT,
  fence BIGINT NOT NULL DEFAULT 0,
  claimed_at BIGINT,
  lease_until BIGINT,
  lapsed BIGINT NOT NULL DEFAULT 0,
  seq BIGINT NOT NULL DEFAULT 0,
  deleted_at BIGINT,
  PRIMARY KEY (team_id, id)
);
-- For the sweeper: leases that have run out, over all teams.
CREATE INDEX thread_lease ON thread (lease_until) WHERE holder IS NOT NULL AND lapsed = 0;
-- For leaving: what a device still holds.
CREATE INDEX thread_holder ON thread (team_id, holder_device) WHERE holder IS NOT NULL;

CREATE TABLE reply (
  team_id TEXT NOT NULL REFERENCES team (team_id),
  id TEXT NOT NULL,
  thread_id TEXT NOT NULL,
  member_id TEXT,
  source TEXT NOT NULL,
  body TEXT NOT NULL,
  seq BIGINT NOT NULL DEFAULT 0,
  deleted_at BIGINT,
  PRIMARY KEY (team_id, id),
  FOREIGN KEY (team_id, thread_id) REFERENCES thread (team_id, id)
);
CREATE INDEX reply_thread ON reply (team_id, thread_id);

CREATE TABLE device (
  team_id TEXT NOT NULL REFERENCES team (team_id),
  device_id TEXT NOT NULL,
  member_id TEXT NOT NULL,
  name TEXT NOT NULL,
  token_hash TEXT NOT NULL,
  last_mid BIGINT NOT NULL DEFAULT 0,
  acked_mid BIGINT NOT NULL DEFAULT 0,
  created_at BIGINT NOT NULL,
  seen_at BIGINT NOT NULL,
  revoked_at BIGINT,
  PRIMARY KEY (team_id, device_id),
  FOREIGN KEY (team_id, member_id) REFERENCES member (team_id, id)
);
-- For every request: whose token is this.
CREATE UNIQUE INDEX device_token ON device (team_id, token_hash);

CREATE TABLE invite (
  team_id TEXT NOT NULL REFERENCES team (team_id),
  invite_hash TEXT NOT NULL,
  role TEXT NOT NULL,
  created_by TEXT,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  used_at BIGINT,
  PRIMARY KEY (team_id, invite_hash)
);

-- The history that devices pull.
CREATE TABLE change (
  team_id TEXT NOT NULL REFERENCES team (team_id),
  seq BIGINT NOT NULL,
  mark TEXT NOT NULL,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  op TEXT NOT NULL,
  body TEXT,
  member_id TEXT,
  device_id TEXT,
  at BIGINT NOT NULL,
  PRIMARY KEY (team_id, seq)
);
-- For compaction: older changes of the same record.
CREATE INDEX change_record ON change (team_id, kind, id, seq);

-- What each fact of a device came to, until the device says that it has heard.
CREATE TABLE applied (
  team_id TEXT NOT NULL,
  device_id TEXT NOT NULL,
  mid BIGINT NOT NULL,
  hash TEXT NOT NULL,
  refusal TEXT,
  PRIMARY KEY (team_id, device_id, mid),
  FOREIGN KEY (team_id, device_id) REFERENCES device (team_id, device_id)
);

-- Append only.
CREATE TABLE audit (
  team_id TEXT NOT NULL REFERENCES team (team_id),
  id TEXT NOT NULL,
  at BIGINT NOT NULL,
  member_id TEXT,
  action TEXT NOT NULL,
  target TEXT NOT NULL,
  PRIMARY KEY (team_id, id)
);
CREATE INDEX audit_time ON audit (team_id, at);
