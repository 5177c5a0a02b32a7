-- Sessions, what was imported into them, frames and their sealed files.

CREATE TABLE cameras (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    make TEXT NOT NULL DEFAULT '',
    model TEXT NOT NULL DEFAULT '',
    serial TEXT NOT NULL DEFAULT '',
    UNIQUE (make, model, serial)
) STRICT;

CREATE TABLE sessions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    photographer TEXT NOT NULL DEFAULT '',
    created_at INTEGER NOT NULL,
    rev INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE imports (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    session_id INTEGER NOT NULL REFERENCES sessions (id) ON DELETE RESTRICT,
    source_path TEXT NOT NULL,
    outcome TEXT NOT NULL DEFAULT 'running'
        CHECK (outcome IN ('running', 'completed', 'cancelled', 'interrupted', 'failed')),
    -- what made it fail
    fault TEXT CHECK (fault IN ('source_vanished', 'disk_full', 'read_only', 'other')),
    planned_files INTEGER NOT NULL DEFAULT 0,
    stored_files INTEGER NOT NULL DEFAULT 0,
    stored_bytes INTEGER NOT NULL DEFAULT 0,
    frames INTEGER NOT NULL DEFAULT 0,
    started_at INTEGER NOT NULL,
    ended_at INTEGER
) STRICT;
CREATE INDEX imports_by_session ON imports (session_id, id);

CREATE TABLE import_issues (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    import_id INTEGER NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
    source_name TEXT NOT NULL,
    reason TEXT NOT NULL,
    UNIQUE (import_id, source_name)
) STRICT;

CREATE TABLE frames (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    session_id INTEGER NOT NULL REFERENCES sessions (id) ON DELETE RESTRICT,
    folder TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL,
    camera_id INTEGER REFERENCES cameras (id) ON DELETE RESTRICT,
    taken_at INTEGER,
    taken_local TEXT NOT NULL DEFAULT '',
    offset_minutes INTEGER,
    orientation INTEGER NOT NULL DEFAULT 1 CHECK (orientation BETWEEN 1 AND 8),
    width INTEGER NOT NULL DEFAULT 0,
    height INTEGER NOT NULL DEFAULT 0,
    exposure_seconds REAL,
    f_number REAL,
    iso INTEGER,
    focal_mm REAL,
    rating INTEGER NOT NULL DEFAULT 0 CHECK (rating BETWEEN 0 AND 5),
    is_rejected INTEGER NOT NULL DEFAULT 0 CHECK (is_rejected IN (0, 1)),
    has_preview INTEGER NOT NULL DEFAULT 1 CHECK (has_preview IN (0, 1)),
    created_at INTEGER NOT NULL,
    rev INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX frames_by_time ON frames (session_id, taken_at, folder, name, id);
CREATE INDEX frames_by_name ON frames (session_id, folder, name, id);
CREATE INDEX frames_by_camera ON frames (camera_id);

CREATE TABLE photo_files (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    frame_id INTEGER NOT NULL REFERENCES frames (id) ON DELETE RESTRICT,
    kind TEXT NOT NULL CHECK (kind IN ('jpeg', 'raw', 'other')),
    source_name TEXT NOT NULL,
    size_bytes INTEGER NOT NULL CHECK (size_bytes > 0),
    blake3 BLOB NOT NULL UNIQUE CHECK (length(blake3) = 32),
    vault_name TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX photo_files_by_frame ON photo_files (frame_id, kind);
-- a plan reads the content of a source file only when a stored file has the same length
CREATE INDEX photo_files_by_size ON photo_files (size_bytes);
