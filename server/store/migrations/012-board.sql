-- Departments that threads are routed to, people outside who can help, the rules that route, and filters of the board
-- under a name. See utils/model/desk.ts, partner.ts, routing.ts, board-view.ts.
CREATE TABLE desk (
  team_id TEXT NOT NULL REFERENCES team (team_id),
  id TEXT NOT NULL,
  body TEXT NOT NULL,
  seq BIGINT NOT NULL DEFAULT 0,
  deleted_at BIGINT,
  PRIMARY KEY (team_id, id)
);
CREATE TABLE partner (
  team_id TEXT NOT NULL REFERENCES team (team_id),
  id TEXT NOT NULL,
  body TEXT NOT NULL,
  seq BIGINT NOT NULL DEFAULT 0,
  deleted_at BIGINT,
  PRIMARY KEY (team_id, id)
);
CREATE TABLE routing (
  team_id TEXT NOT NULL REFERENCES team (team_id),
  id TEXT NOT NULL,
  body TEXT NOT NULL,
  seq BIGINT NOT NULL DEFAULT 0,
  deleted_at BIGINT,
  PRIMARY KEY (team_id, id)
);
CREATE TABLE view (
  team_id TEXT NOT NULL REFERENCES team (team_id),
  id TEXT NOT NULL,
  body TEXT NOT NULL,
  seq BIGINT NOT NULL DEFAULT 0,
  deleted_at BIGINT,
  PRIMARY KEY (team_id, id)
);
-- Where a thread was sent in the team, and until when it is put off. See utils/model/thread-route.ts.
ALTER TABLE thread ADD COLUMN route TEXT;
ALTER TABLE thread ADD COLUMN snooze TEXT;
