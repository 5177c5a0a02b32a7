-- Whether a file of which something is said was stored all the same, and whether a stopped import is to be left at that.

ALTER TABLE import_issues ADD COLUMN is_stored INTEGER NOT NULL DEFAULT 0 CHECK (is_stored IN (0, 1));

ALTER TABLE imports ADD COLUMN is_given_up INTEGER NOT NULL DEFAULT 0 CHECK (is_given_up IN (0, 1));
