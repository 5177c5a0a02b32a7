-- Which frame staff chose for whom and for what.

CREATE TABLE image_choices (
    job_id INTEGER NOT NULL REFERENCES jobs (id) ON DELETE RESTRICT,
    subject_id INTEGER NOT NULL REFERENCES subjects (id) ON DELETE RESTRICT,
    purpose TEXT NOT NULL CHECK (purpose IN ('order', 'yearbook', 'class_composite', 'school_register')),
    frame_id INTEGER NOT NULL REFERENCES frames (id) ON DELETE RESTRICT,
    -- none: whoever opened the register with the recovery code
    staff_id INTEGER REFERENCES staff_members (id) ON DELETE RESTRICT,
    chosen_at INTEGER NOT NULL,
    PRIMARY KEY (job_id, subject_id, purpose)
) STRICT, WITHOUT ROWID;
CREATE INDEX image_choices_by_frame ON image_choices (frame_id);
CREATE INDEX image_choices_by_subject ON image_choices (subject_id);
CREATE INDEX image_choices_by_staff ON image_choices (staff_id) WHERE staff_id IS NOT NULL;
