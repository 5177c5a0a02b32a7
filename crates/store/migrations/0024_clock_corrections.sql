-- How far the clock of a camera was off during a session. Files and frames.taken_local keep what the camera wrote;
-- frames.taken_at is corrected by it.

CREATE TABLE clock_corrections (
    session_id INTEGER NOT NULL REFERENCES sessions (id) ON DELETE RESTRICT,
    camera_id INTEGER NOT NULL REFERENCES cameras (id) ON DELETE RESTRICT,
    -- right time minus the camera's
    offset_ms INTEGER NOT NULL CHECK (offset_ms <> 0),
    PRIMARY KEY (session_id, camera_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX clock_corrections_by_camera ON clock_corrections (camera_id);
