-- What the data knew itself by when a server last looked: another database, or the same at another time, is told by it
-- from the one that browsers have heard of. At most one row.
CREATE TABLE lineage (
  id BIGINT PRIMARY KEY CHECK (id = 1),
  value TEXT NOT NULL
);
