-- New threads that a device reports are limited: when its allowance would be used up, and how many come free of it.
ALTER TABLE device ADD COLUMN sightings_until BIGINT NOT NULL DEFAULT 0;
ALTER TABLE device ADD COLUMN sightings_free BIGINT NOT NULL DEFAULT 0;
