-- The highest fence among threads whose rows are gone for good: one that is seen again begins there, so that no fence
-- is ever given twice.
ALTER TABLE team ADD COLUMN fence_base BIGINT NOT NULL DEFAULT 0;
