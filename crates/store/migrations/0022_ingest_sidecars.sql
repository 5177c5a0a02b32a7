-- What other programs wrote beside photographs. Two frames may have the same content, and a frame several of one name.

CREATE TABLE sidecars (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    frame_id INTEGER NOT NULL REFERENCES frames (id) ON DELETE RESTRICT,
    -- without its folder, which is the frame's
    name TEXT NOT NULL CHECK (name <> ''),
    size_bytes INTEGER NOT NULL CHECK (size_bytes > 0),
    blake3 BLOB NOT NULL CHECK (length(blake3) = 32),
    vault_name TEXT NOT NULL UNIQUE,
    stored_at INTEGER NOT NULL,
    UNIQUE (frame_id, name, blake3)
) STRICT;

-- Whether an import reads a card or a folder is known from its beginning: one that stops speaks of it, too.
ALTER TABLE imports ADD COLUMN scope TEXT NOT NULL DEFAULT 'card' CHECK (scope IN ('card', 'folder'));
UPDATE imports SET scope = 'folder' WHERE looked_through = 'folder' OR is_watch = 1;
