-- Imports that watch a folder: they end when they are told to, and there is nothing to resume.

ALTER TABLE imports ADD COLUMN is_watch INTEGER NOT NULL DEFAULT 0 CHECK (is_watch IN (0, 1));
