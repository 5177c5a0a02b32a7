-- A batch is written under a temporary name of its own, by which it is found again after a crash.

ALTER TABLE print_batches ADD COLUMN part_name TEXT NOT NULL DEFAULT '';
