-- What a run was to bring, until it is complete: a stopped one goes on only from where all of it is found again.

CREATE TABLE import_files (
    import_id INTEGER NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
    source_name TEXT NOT NULL,
    size_bytes INTEGER NOT NULL CHECK (size_bytes > 0),
    -- BLAKE3 of its beginning: uncompressed raw files of two cards share names and lengths
    head BLOB NOT NULL CHECK (length(head) = 32),
    PRIMARY KEY (import_id, source_name)
) STRICT, WITHOUT ROWID;
