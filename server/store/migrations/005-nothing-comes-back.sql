-- The highest fence among threads whose rows are gone for good: one that is seen again begins there, so that no fence
-- is ever given twice.
ALTER TABLE team ADD COLUMN fence_base BIGINT NOT NULL DEFAULT 0;
-- A browser that starts again from a snapshot is told what was erased, without the whole history being read for it.
CREATE INDEX change_erased ON change (team_id, seq) WHERE reason = 'erase';
