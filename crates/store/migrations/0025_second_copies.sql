-- Copies of the sealed files on another disk.

CREATE TABLE second_copy (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    folder TEXT NOT NULL CHECK (folder <> ''),
    -- why the last work on it stopped before its end
    fault TEXT
) STRICT;
CREATE TABLE second_copies (
    vault_name TEXT PRIMARY KEY,
    verified_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- none when no second copy was wished
ALTER TABLE imports ADD COLUMN uncopied_files INTEGER CHECK (uncopied_files >= 0);
