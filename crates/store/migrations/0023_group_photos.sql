-- Who stands where in a photo of a group.

CREATE TABLE group_photos (
    frame_id INTEGER PRIMARY KEY REFERENCES frames (id) ON DELETE RESTRICT,
    -- none: whoever opened the register with the recovery code
    staff_id INTEGER REFERENCES staff_members (id) ON DELETE RESTRICT,
    named_at INTEGER NOT NULL,
    rev INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX group_photos_by_staff ON group_photos (staff_id) WHERE staff_id IS NOT NULL;

-- rows from 0 at the back, places from 0 at the left
CREATE TABLE group_photo_places (
    frame_id INTEGER NOT NULL REFERENCES group_photos (frame_id) ON DELETE CASCADE,
    row_number INTEGER NOT NULL CHECK (row_number BETWEEN 0 AND 11),
    position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 59),
    subject_id INTEGER REFERENCES subjects (id) ON DELETE RESTRICT,
    -- of who is not on a class list; empty with a subject
    name TEXT NOT NULL DEFAULT '' CHECK (length(name) <= 200),
    PRIMARY KEY (frame_id, row_number, position),
    UNIQUE (frame_id, subject_id),
    CHECK ((subject_id IS NULL) = (name <> ''))
) STRICT, WITHOUT ROWID;
CREATE INDEX group_photo_places_by_subject ON group_photo_places (subject_id) WHERE subject_id IS NOT NULL;
