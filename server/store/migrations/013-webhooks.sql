-- Addresses outside that are told of things. The secret signs what is sent, so it is kept as it is. See
-- utils/model/webhook.ts.
CREATE TABLE webhook (
  team_id TEXT NOT NULL REFERENCES team (team_id),
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  url TEXT NOT NULL,
  kind TEXT NOT NULL,
  events TEXT NOT NULL,
  secret TEXT NOT NULL,
  created_by TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  last_ok_at BIGINT,
  failing_since BIGINT,
  failing_why TEXT,
  paused_at BIGINT,
  PRIMARY KEY (team_id, id)
);
-- Messages on their way, and for a while those that have arrived, so that none is told twice. `thread_id`: what is told is
-- made of that thread when it is sent, so nothing of it stands here; else `message` has it until it has arrived.
CREATE TABLE webhook_delivery (
  team_id TEXT NOT NULL REFERENCES team (team_id),
  id TEXT NOT NULL,
  webhook_id TEXT NOT NULL,
  event TEXT NOT NULL,
  thread_id TEXT,
  message TEXT,
  created_at BIGINT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  next_at BIGINT NOT NULL,
  held_until BIGINT NOT NULL DEFAULT 0,
  done_at BIGINT,
  PRIMARY KEY (team_id, id)
);
CREATE INDEX webhook_delivery_due ON webhook_delivery (next_at) WHERE done_at IS NULL;
