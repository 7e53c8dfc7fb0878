-- Whose a retired post or answer was, as an HMAC under the team's suppression key, on a tombstone only: by it the
-- library entries are found that still carry an author's words when these are to be erased.
ALTER TABLE thread ADD COLUMN author_hash TEXT;
ALTER TABLE reply ADD COLUMN author_hash TEXT;
