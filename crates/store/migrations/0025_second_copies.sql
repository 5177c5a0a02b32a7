-- Copies of the sealed files on another disk.

CREATE TABLE second_copy (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    folder TEXT NOT NULL CHECK (folder <> ''),
    -- what is written in the folder: another disk in its place has another, or none
    mark TEXT NOT NULL CHECK (length(mark) = 32),
    -- why the last work on it stopped before its end
    fault TEXT
) STRICT;
CREATE TABLE second_copies (
    vault_name TEXT PRIMARY KEY,
    verified_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- whose files had to have a second copy when it ended; none when none was wished
ALTER TABLE imports ADD COLUMN copy_scope TEXT CHECK (copy_scope IN ('session', 'all'));
